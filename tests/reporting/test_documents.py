from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from app.contacts.commands import set_consideration
from app.contacts.person import Consideration
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import commands as office
from app.office.queries import ExportListing
from app.office.settings import OfficeSettings, Punctuation
from app.reporting.catalogue import Content, Request
from app.reporting.course_report import one_decimal
from app.reporting.documents import document
from app.reporting.produce import preview, produce
from app.storage.engine import Place, open_engine
from app.storage.store import Store
from app.training import commands, queries
from app.training.course import CourseId
from tests.conftest import Clock
from tests.reporting.course_records import RARE, TODAY, TRAINEES, certify, hold_course
from tests.reporting.printed_text import texts

NOW = datetime.combine(TODAY, time(9))

Make = Callable[..., Content]


@pytest.fixture(scope="module")
def held(
    empty_files: dict[str | None, Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, CourseId]:
    """An office with the course, to be copied."""
    path = tmp_path_factory.mktemp("held") / "office.kurashi"
    shutil.copyfile(empty_files[None], path)
    store = Store(open_engine(Place(path, None)), Place(path, None), lambda: NOW)
    key = hold_course(store)
    store.close()
    return path, key


@pytest.fixture
def place(held: tuple[Path, CourseId], tmp_path: Path) -> Place:
    return Place(Path(shutil.copyfile(held[0], tmp_path / "office.kurashi")), None)


@pytest.fixture
def course(held: tuple[Path, CourseId], clock: Clock) -> CourseId:
    clock.now = NOW
    return held[1]


@pytest.fixture
def make(store: Store) -> Make:
    def made(name: str, **asked: object) -> Content:
        return store.ask(document(None, name).make, Request(TODAY, **asked))  # type: ignore[arg-type]

    return made


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
