"""The fields of each document, with examples out of the office or invented ones."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.documents.form.check import check
from app.forms import commands as forms
from app.forms.edition import Basis
from app.office import commands as office
from app.office.settings import OfficeSettings
from app.reporting.catalogue import names_of
from app.reporting.documents import DOCUMENTS, document, documents, expected_fields
from app.reporting.editions_shown import our_forms
from app.reporting.palette import PaletteField, example_content, palette
from app.storage.store import Store
from app.training import commands as training
from app.training import queries
from tests.conftest import Clock
from tests.reporting.records import keep_records
from tests.training.office import Office

FIELDS = Path(__file__).parents[2] / "docs" / "form-fields.md"
TODAY = date(2026, 7, 10)
BORN = date(1958, 4, 12)
DAYS = [date(2026, 6, day) for day in (3, 10, 17, 24, 30)]


@pytest.fixture
def taught(store: Store, clock: Clock) -> Store:
    """An office with one course that is over, with certificates."""
    clock.advance(days=100)
    store.do("種別", training.seed_kinds)
    store.do("設定", office.change_settings, OfficeSettings(office_name="見本事務所"))
    built = Office(store)
    course = built.course()
    store.do("日程", training.plan_sessions, course, DAYS)
    built.trainees(course, 3)
    for session in built.sessions(course):
        store.do("出席", training.mark_all_present, session)
        store.do("実施", training.hold_session, session)
    decisions = {one.enrollment: True for one in store.ask(queries.propose_completion, course)}
    store.do("修了", training.confirm_completion, course, decisions, TODAY)
    store.do("交付", training.issue_certificates, course, TODAY)
    keep_records(store)
    return store


def add_own(store: Store) -> None:
    for basis in Basis:
        store.do("書類", forms.add_own_document, f"{basis.label}の書類", basis)


def fields(store: Store, name: str) -> dict[str, PaletteField]:
    found = store.ask(palette, store.ask(document, name), TODAY)
    return {one.tag: one for one in found}


def test_that_every_name_a_document_gives_is_known_and_no_other(taught: Store) -> None:
    add_own(taught)
    numbers = {"postal_code": "040-8666", "phone": "0138-22-0001", "mobile": "090-0000-0001"}
    numbers["address_town"] = "函館市東雲町"
    person = PersonDraft("函館", "花子", "はこだて", "はなこ", birth_date=BORN, **numbers)
    taught.do("人", add_people, [person])
    for one in taught.ask(documents):
        content = taught.ask(example_content, one, TODAY)
        assert content is not None, one.id
        assert set(names_of(content.values())) == set(one.names), one.id
        assert one.required <= set(one.names), one.id


def test_that_our_forms_ask_only_for_known_names_and_lack_none() -> None:
    for one in DOCUMENTS:
        assert our_forms(one)
        for form in our_forms(one):
            found = check(form, expected_fields(one))
            kinds = {finding.kind for finding in found.findings}
            assert not kinds & {"unknown", "missing"}, form.name


def test_that_examples_come_from_the_office(taught: Store) -> None:
    certificate = fields(taught, "certificate")
    assert certificate["事務所名"].example == "見本事務所"
    assert certificate["修了証書.番号"].example == "第 令8養-0001 号"
    assert certificate["修了証書.番号"].required
    assert certificate["修了証書.番号"].list
    assert not certificate["講座名"].list
    assert certificate["作成日"].example == "令和8年7月10日"
    assert certificate["作成日の年"].example == "8"
    assert certificate["事務所住所"].example == "例：函館市東雲町4番13号"


def test_that_the_newest_person_is_the_example(store: Store) -> None:
    add_own(store)
    assert fields(store, "own-1")["氏名"].example == "例：函館　花子"
    people = [
        PersonDraft("渡邉", "一", "わたなべ", "はじめ", birth_date=date(1950, 1, 2)),
        PersonDraft("秋田", "二", "あきた", "ふたば", phone="0138-22-0001"),
    ]
    store.do("人", add_people, people)
    shown = fields(store, "own-1")
    assert shown["氏名"].example == "秋田　二"
    assert shown["電話の2番目"].example == "22"
    assert shown["電話の数字.字"].example == "0"
    assert shown["電話の数字.字"].list
    assert shown["生年月日の元号"].example == "例：昭和"


@pytest.mark.parametrize("name", [one.id for one in DOCUMENTS])
def test_that_an_empty_office_shows_invented_examples(store: Store, name: str) -> None:
    shown = fields(store, name)
    assert all(
        one.example not in {"", "例："} or one.tag == "受講者.備考" for one in shown.values()
    )


def test_that_the_manual_lists_every_name(store: Store) -> None:
    add_own(store)
    manual = FIELDS.read_text("utf-8")
    words = set(re.split(r"[|・：:；（）()`\s]+|・", manual.replace("旧姓・通称", "")))
    for one in store.ask(documents):
        parts = {part for name in one.names for part in name.split(".")}
        assert parts - words <= {"旧姓・通称"}, one.id
