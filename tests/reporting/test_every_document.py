"""Every document of an office that has kept a little of everything."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.contacts.commands import change_person
from app.contacts.person import PersonId
from app.contacts.queries import drafts
from app.reporting.catalogue import Ask, Document, Request
from app.reporting.documents import DOCUMENTS, document, expected_fields
from app.reporting.mailing_choice import MailingChoice
from app.reporting.produce import produce
from app.storage.engine import Place, open_engine
from app.storage.store import Store
from app.training.course import CourseId
from tests.reporting.course_records import TODAY, certify, hold_course
from tests.reporting.printed_text import texts
from tests.reporting.records import keep_records

ADDRESSED = (PersonId(1), PersonId(2))


@pytest.fixture(scope="module")
def office(
    empty_files: dict[str | None, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, CourseId]]:
    """An office with a course that is over, certificates and one line of every other record."""
    place = Place(tmp_path_factory.mktemp("every") / "office.kurashi", None)
    shutil.copyfile(empty_files[None], place.path)
    store = Store(open_engine(place), place, lambda: datetime.combine(TODAY, time(9)))
    course = hold_course(store)
    certify(store, course)
    keep_records(store)
    for key, one in store.ask(drafts, ADDRESSED).items():
        store.do("住所", change_person, key, replace(one, address_town="函館市東雲町"))
    yield store, course
    store.close()


def asked_for(one: Document, course: CourseId) -> Request:
    """Ask for a document with what it needs; people only where it is addressed to some."""
    if Ask.PEOPLE not in one.asks:
        return Request(TODAY, course=course, session=1)
    mailing = MailingChoice(need_consent=False)
    return Request(TODAY, course=course, session=1, people=ADDRESSED, mailing=mailing)


@pytest.mark.parametrize("name", [one.id for one in DOCUMENTS])
def test_that_every_document_is_made_in_every_format(
    name: str, office: tuple[Store, CourseId], tmp_path: Path
) -> None:
    store, course = office
    request = asked_for(document(None, name), course)
    for kind in document(None, name).formats:
        target = tmp_path / f"{name}.{kind}"
        made = produce(store, document(None, name), request, target)
        assert target.stat().st_size > 100
        assert made.warnings == ()
        assert made.missing == ()
    shown = "".join(texts((tmp_path / f"{name}.pdf").read_bytes()))
    assert "{{" not in shown
    book = load_workbook(tmp_path / f"{name}.xlsx")
    cells = [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [value for value in cells if isinstance(value, str) and "{{" in value]
    values = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
    assert set(values) == {"fields", "lists"}


def test_that_our_forms_ask_only_for_what_the_documents_hold(
    office: tuple[Store, CourseId],
) -> None:
    store, course = office
    for one in DOCUMENTS:
        content = store.ask(one.make, asked_for(one, course))
        held = set(content.fields) | {
            f"{name}.{field}" for name, rows in content.lists.items() for row in rows
            for field in row
        }  # fmt: skip
        asked = expected_fields(one)
        lists = {name for name in asked.lists if name.count(".") == 1}
        assert asked.fields | lists <= held, one.id
