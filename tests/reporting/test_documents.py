from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from app.contacts.commands import change_person, set_consideration
from app.contacts.person import Consideration, PersonId
from app.contacts.queries import drafts
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.office.queries import ExportListing
from app.office.settings import OfficeSettings, Punctuation
from app.reporting.catalogue import Ask, Content, Document, Request
from app.reporting.course_report import one_decimal
from app.reporting.documents import DOCUMENTS, document, expected_fields
from app.reporting.mailing_choice import MailingChoice
from app.reporting.produce import preview, produce
from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import CourseId
from tests.reporting.records import keep_records
from tests.training.office import Office

TODAY = date(2026, 7, 1)
DAYS = [date(2026, 5, day) for day in (13, 20, 27)] + [date(2026, 6, day) for day in (3, 10)]
TRAINEES = 23
RARE = ("髙﨑", "𠮷田", "葛\U000e0100西")

Make = Callable[..., Content]


@pytest.fixture
def course(store: Store, clock: Callable[..., object]) -> CourseId:
    """A course of 23 that is over: one was absent twice, one withdrew after the second session."""
    clock.now = clock.now.replace(month=7)  # type: ignore[attr-defined]
    store.do("種別", commands.seed_kinds)
    store.do("設定", office.change_settings, OfficeSettings(office_name="見本事務所"))
    built = Office(store)
    key = built.course(venue="総合福祉センター", purpose="支え合いを広げる、担い手をつくる。")
    store.do("日程", commands.plan_sessions, key, DAYS, time(10), time(12))
    trainees = built.trainees(key, TRAINEES)
    rename(store, RARE)
    sheet = store.ask(queries.sheet, key)
    absent, left = sheet.rows[0].enrollment, sheet.rows[4].enrollment
    for number, session in enumerate(built.sessions(key), start=1):
        if number == 3:
            store.do("辞退", commands.withdraw, left, DAYS[1], "転居")
        if number in {1, 2}:
            store.do("欠席", commands.mark_attendance, session, {absent: Mark.ABSENT})
        store.do("出席", commands.mark_all_present, session)
        store.do("実施", commands.hold_session, session)
    assert len(trainees) == TRAINEES
    return key


def rename(store: Store, families: tuple[str, ...]) -> None:
    """Give the first people names that programs garble."""
    keys = [PersonId(number) for number in range(1, len(families) + 1)]
    for (key, one), family in zip(store.ask(drafts, keys).items(), families, strict=True):
        store.do("改名", change_person, key, replace(one, family_name=family))


@pytest.fixture
def make(store: Store) -> Make:
    def made(name: str, **asked: object) -> Content:
        return store.ask(document(None, name).make, Request(TODAY, **asked))  # type: ignore[arg-type]

    return made


def certify(store: Store, course: CourseId) -> None:
    proposals = store.ask(queries.propose_completion, course)
    decisions = {one.enrollment: one.completes for one in proposals}
    store.do("修了", commands.confirm_completion, course, decisions, TODAY)
    store.do("交付", commands.issue_certificates, course, TODAY)


def test_that_the_attendance_sheet_is_the_grid(store: Store, course: CourseId, make: Make) -> None:
    rows = make("attendance-sheet", course=course).lists["受講者"]
    grid = store.ask(queries.sheet, course)
    assert [(row["No"], row["氏名"]) for row in rows] == [(one.row, one.name) for one in grid.rows]
    assert [cell["印"] for cell in rows[0]["回"]] == ["×", "×", "○", "○", "○"]
    assert rows[4]["備考"] == "5/20辞退"
    assert "電話" not in str(rows)
    assert "0138" not in str(rows)


def test_that_the_sheet_counts_who_came(course: CourseId, make: Make) -> None:
    counted = make("attendance-sheet", course=course).lists["回"]
    assert [(one["出席者数"], one["欠席者数"]) for one in counted] == [
        (22, 1), (22, 1), (22, 0), (22, 0), (22, 0),
    ]  # fmt: skip
    assert counted[0]["出席率"] == "95％"  # 95.65…, rounded down


def test_that_the_door_has_blank_lines_and_nobody_who_left(course: CourseId, make: Make) -> None:
    content = make("reception-sheet", course=course, session=3)
    named = [row for row in content.lists["受講者"] if row["氏名"]]
    assert len(named) == TRAINEES - 1 == content.people
    assert len(content.lists["受講者"]) == len(named) + 5
    assert (content.fields["回次"], content.fields["時間"]) == ("第3回", "10:00～12:00")


def test_that_a_session_that_is_not_there_is_refused(course: CourseId, make: Make) -> None:
    with pytest.raises(Refusal, match="第9回"):
        make("reception-sheet", course=course, session=9)


def test_that_the_roster_says_what_somebody_needs(
    store: Store, course: CourseId, make: Make
) -> None:
    person = store.ask(queries.sheet, course).rows[2].person
    store.do("配慮", set_consideration, person, Consideration(hearing=True, detail="前の席"))
    rows = make("trainee-roster", course=course).lists["受講者"]
    assert rows[2]["配慮事項"] == "聴こえ・前の席"
    assert {row["配慮事項"] for row in rows[3:]} == {""}


def test_that_certificates_wait_until_they_are_issued(
    store: Store, course: CourseId, make: Make
) -> None:
    with pytest.raises(Refusal, match="まだ修了証書を交付していません"):
        make("certificate", course=course)
    certify(store, course)
    content = make("certificate", course=course)
    assert content.people == TRAINEES - 2
    first = content.lists["修了証書"][0]
    assert first["番号"] == "第 令8養-0001 号"
    assert first["本文2"] == "全課程（全五回）を修了したことを証します"
    assert first["交付日"] == "令和八年七月一日"
    assert not first["再交付"]


def test_that_a_certificate_given_out_again_keeps_its_number_and_day(
    store: Store, course: CourseId, make: Make
) -> None:
    certify(store, course)
    row = store.ask(queries.certificates, course)[0]
    store.do("再交付", commands.reissue_certificate, row.id, date(2026, 9, 1), "紛失")
    (again,) = make("certificate", course=course, person=row.person).lists["修了証書"]
    assert (again["番号"], again["交付日"]) == ("第 令8養-0001 号", "令和八年七月一日")
    assert again["再交付"] == "再交付　令和八年九月一日"
    line = make("certificate-register", year=FiscalYear(2026)).lists["交付台帳"][0]
    assert (line["再交付日"], line["再交付理由"]) == (date(2026, 9, 1), "紛失")


def test_that_the_report_keeps_total_and_heads_apart(
    store: Store, course: CourseId, make: Make
) -> None:
    certify(store, course)
    fields = make("course-report", course=course).fields
    assert (fields["出席延べ人数"], fields["出席実人数"]) == (110, 23)
    assert (fields["修了者数"], fields["修了率"]) == (21, "91.3")
    assert fields["目的"] == "支え合いを広げる，担い手をつくる。"
    store.do("設定", office.change_settings, OfficeSettings(punctuation=Punctuation.TOUTEN))
    assert make("course-report", course=course).fields["目的"].count("、") == 1


def test_that_a_rate_is_rounded_to_one_decimal() -> None:
    rates = [Fraction(1, 3), Fraction(2, 3), Fraction(1, 1), Fraction(1, 2000), None]
    assert [one_decimal(rate) for rate in rates] == ["33.3", "66.7", "100.0", "0.1", ""]


def asked_of_people(store: Store) -> dict[str, Any]:
    """Return what a mailing to two people asks for, who then have addresses."""
    keys = (PersonId(1), PersonId(2))
    for key, one in store.ask(drafts, keys).items():
        store.do("住所", change_person, key, replace(one, address_town="函館市東雲町"))
    return {"people": keys, "mailing": MailingChoice(need_consent=False)}


def asked_for(one: Document, store: Store, course: CourseId) -> Request:
    """Ask for a document with what it needs; people only where it is addressed to some."""
    people = asked_of_people(store) if Ask.PEOPLE in one.asks else {}
    return Request(TODAY, course=course, session=1, **people)


@pytest.mark.parametrize("name", [one.id for one in DOCUMENTS])
def test_that_every_document_is_made_in_every_format(
    name: str, store: Store, course: CourseId, tmp_path: Path
) -> None:
    certify(store, course)
    keep_records(store)
    request = asked_for(document(None, name), store, course)
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


@pytest.mark.parametrize("name", ["attendance-sheet", "name-tags", "reception-sheet"])
def test_that_rare_characters_can_be_read_from_the_print(
    name: str, store: Store, course: CourseId
) -> None:
    request = Request(TODAY, course=course, session=1)
    shown = "".join(texts(preview(store, document(None, name), request).pdf))
    for family in RARE:
        assert family in shown


def test_that_what_names_people_is_recorded_once_and_not_offered_for_undo(
    store: Store, course: CourseId, tmp_path: Path
) -> None:
    before = store.undo_label()
    request = Request(TODAY, course=course)
    produce(store, document(None, "trainee-roster"), request, tmp_path / "a.pdf", purpose="講師へ")
    preview(store, document(None, "trainee-roster"), request)
    produce(store, document(None, "course-report"), request, tmp_path / "b.pdf")
    listing = ExportListing()
    rows = store.ask(listing.rows, store.ask(listing.keys))
    (row,) = rows.values()
    assert (row.export.people, row.export.purpose) == (TRAINEES, "講師へ")
    assert "住所" in row.export.columns
    assert store.undo_label() == before


def test_that_a_format_there_is_none_of_is_refused(
    store: Store, course: CourseId, tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match=r"\.docx"):
        produce(
            store, document(None, "name-tags"), Request(TODAY, course=course), tmp_path / "a.docx"
        )
    with pytest.raises(Refusal, match="並び順"):
        store.ask(document(None, "name-tags").make, Request(TODAY, course=course, order="height"))


def test_that_our_forms_ask_only_for_what_the_documents_hold(
    store: Store, course: CourseId
) -> None:
    certify(store, course)
    keep_records(store)
    for one in DOCUMENTS:
        content = store.ask(one.make, asked_for(one, store, course))
        held = set(content.fields) | {
            f"{name}.{field}" for name, rows in content.lists.items() for row in rows
            for field in row
        }  # fmt: skip
        asked = expected_fields(one)
        lists = {name for name in asked.lists if name.count(".") == 1}
        assert asked.fields | lists <= held, one.id


def texts(pdf: bytes) -> list[str]:
    """Return what a reader sees on each page."""
    book = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        return [page.get_textpage().get_text_range() for page in book]
    finally:
        book.close()
