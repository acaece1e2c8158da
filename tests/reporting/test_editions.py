"""Documents made with registered forms: the edition of their year, and made again identically."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.contacts.commands import add_people
from app.contacts.person import PersonDraft, Sex
from app.forms import commands as forms
from app.forms.edition import Basis, EditionDraft, Mark
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office.queries import ExportListing
from app.reporting.catalogue import Ask, Request
from app.reporting.documents import DOCUMENTS, document, documents, expected_fields
from app.reporting.editions_shown import editions_shown
from app.reporting.produce import preview, produce
from app.storage.store import Store
from app.training import commands as training
from tests.documents.form.editions import edited, write
from tests.forms.books import book
from tests.training.office import Office

R8, R9 = FiscalYear(2026), FiscalYear(2027)
TODAY = date(2027, 7, 1)
REPORT = document(None, "course-report")
MARKS = (Mark("申請書", "C5", "{{講座名}}"), Mark("申請書", "C6", "{{年度}}"))
PERSON = PersonDraft(
    "函館", "花子", "はこだて", "はなこ",
    sex=Sex.FEMALE, birth_date=date(1958, 4, 12), postal_code="040-8666", phone="0138-22-0001",
    address_town="函館市東雲町", address_number="4番13号",
)  # fmt: skip


@pytest.fixture
def courses(store: Store) -> dict[FiscalYear, int]:
    """A course of each of two years."""
    store.do("種別", training.seed_kinds)
    built = Office(store)
    return {year: built.course(fiscal_year=year.start) for year in (R8, R9)}


def register(
    store: Store, data: bytes, year: FiscalYear, wanted: str = REPORT.id, marks: object = MARKS
) -> int:
    draft = EditionDraft(wanted, "様式.xlsx", f"{year.short}版", year)
    return int(store.do("様式を登録", forms.register_form, draft, data, marks).result)


def make(store: Store, folder: Path, wanted: str, **asked: object) -> bytes:
    target = folder / "書類.xlsx"
    request = Request(TODAY, **asked)  # type: ignore[arg-type]
    produce(store, store.ask(document, wanted), request, target)
    return target.read_bytes()


def cell(data: bytes, address: str) -> object:
    return load_workbook(io.BytesIO(data)).worksheets[0][address].value


def test_that_a_document_of_a_year_is_made_with_the_edition_of_that_year(
    store: Store, courses: dict[FiscalYear, int], tmp_path: Path
) -> None:
    ours = make(store, tmp_path, REPORT.id, course=courses[R8])
    register(store, book("令和8年度の様式"), R8)
    first = make(store, tmp_path, REPORT.id, course=courses[R8])
    assert (cell(first, "B2"), cell(first, "C6")) == ("令和8年度の様式", "令和8年度")
    register(store, book("令和9年度の様式"), R9)
    again = make(store, tmp_path, REPORT.id, course=courses[R8])
    assert again == first != ours
    assert cell(make(store, tmp_path, REPORT.id, course=courses[R9]), "B2") == "令和9年度の様式"


def test_that_an_edition_may_be_asked_for_outright(
    store: Store, courses: dict[FiscalYear, int], tmp_path: Path
) -> None:
    old = register(store, book("旧"), R8)
    register(store, book("新"), R8)
    assert cell(make(store, tmp_path, REPORT.id, course=courses[R8]), "B2") == "新"
    assert cell(make(store, tmp_path, REPORT.id, course=courses[R8], edition=old), "B2") == "旧"
    with pytest.raises(Refusal, match="受講者名簿の様式ではありません"):
        make(store, tmp_path, "trainee-roster", course=courses[R8], edition=old)
    with pytest.raises(Refusal, match="登録されていません"):
        make(store, tmp_path, REPORT.id, course=courses[R8], edition=99)


def test_that_a_form_that_was_taken_back_is_not_used(
    store: Store, courses: dict[FiscalYear, int], tmp_path: Path
) -> None:
    ours = make(store, tmp_path, REPORT.id, course=courses[R8])
    register(store, book(), R8)
    theirs = make(store, tmp_path, REPORT.id, course=courses[R8])
    store.undo()
    assert make(store, tmp_path, REPORT.id, course=courses[R8]) == ours
    store.redo()
    assert make(store, tmp_path, REPORT.id, course=courses[R8]) == theirs


def test_that_a_file_given_outright_goes_before_the_edition(
    store: Store, courses: dict[FiscalYear, int], tmp_path: Path
) -> None:
    register(store, book(), R8)
    mine = tmp_path / "私の様式.xlsx"
    mine.write_bytes(edited(book("私"), write("C9", "{{会場}}")))
    target = tmp_path / "書類.xlsx"
    made = produce(store, REPORT, Request(TODAY, course=courses[R8]), target, form=mine)
    assert cell(target.read_bytes(), "B2") == "私"
    assert made.edition is None


def test_that_the_record_of_exports_says_which_form(
    store: Store, courses: dict[FiscalYear, int], tmp_path: Path
) -> None:
    course = courses[R8]
    Office(store).trainees(course, 2)  # type: ignore[arg-type]
    marks = (Mark("申請書", "C8", "{{受講者.氏名}}"),)
    key = register(store, book(), R8, "trainee-roster", marks)
    make(store, tmp_path, "trainee-roster", course=course)
    store.do("差し込み", forms.set_mark, key, Mark("申請書", "C5", "{{講座名}}"))
    make(store, tmp_path, "trainee-roster", course=course)
    make(store, tmp_path, "attendance-sheet", course=course)
    listing = ExportListing()
    rows = store.ask(listing.rows, store.ask(listing.keys))
    ours, changed, first = (rows[number].export for number in (3, 2, 1))
    assert (first.edition, changed.edition, ours.edition) == (key, key, None)
    assert len({one.form_digest for one in (ours, changed, first)}) == 3
    store.undo()
    made = preview(store, document(None, "trainee-roster"), Request(TODAY, course=course)).made
    assert made.form_digest == first.form_digest


def test_that_the_forms_of_a_document_are_listed_with_ours_last(store: Store) -> None:
    old, new = register(store, book("旧"), R8), register(store, book("新"), R9)

    def shown(year: FiscalYear) -> list[tuple[int | None, FiscalYear | None, bool]]:
        return [
            (one.row.id if one.row else None, one.until, one.holds)
            for one in store.ask(editions_shown, REPORT, year)
        ]

    assert shown(R8) == [(new, None, False), (old, R8, True), (None, R8.previous, False)]
    assert [holds for _, _, holds in shown(R9)] == [True, False, False]
    assert [holds for _, _, holds in shown(R8.previous)] == [False, False, True]
    assert store.ask(editions_shown, REPORT, R8)[-1].name == "くらしの台帳の様式"


@pytest.fixture
def own(store: Store) -> dict[Basis, str]:
    """A document of the office's own of every basis."""
    for basis in Basis:
        store.do("書類", forms.add_own_document, f"{basis.label}の書類", basis)
    return dict(zip(Basis, ("own-1", "own-2", "own-3"), strict=True))


def test_that_own_documents_follow_the_catalogue(store: Store, own: dict[Basis, str]) -> None:
    found = store.ask(documents)
    assert [one.id for one in found[: len(DOCUMENTS)]] == [one.id for one in DOCUMENTS]
    assert [(one.id, one.asks, one.own) for one in found[len(DOCUMENTS) :]] == [
        (own[Basis.PERSON], (Ask.PERSON,), True),
        (own[Basis.COURSE], (Ask.COURSE,), True),
        (own[Basis.OFFICE], (Ask.YEAR,), True),
    ]
    with pytest.raises(Refusal, match="own-4"):
        store.ask(document, "own-4")
    with pytest.raises(Refusal, match="事務所ファイルを指定"):
        document(None, "own-1")


def test_that_an_own_document_without_a_form_says_what_to_do(
    store: Store, own: dict[Basis, str], tmp_path: Path
) -> None:
    with pytest.raises(Refusal, match=r"まだ様式がありません.*登録してください"):
        make(store, tmp_path, own[Basis.OFFICE])
    register(store, book(), FiscalYear(2028), own[Basis.OFFICE], ())
    with pytest.raises(Refusal, match="令和10年度からのもので、令和9年度の書類には使えません"):
        make(store, tmp_path, own[Basis.OFFICE])
    target = tmp_path / "値.json"
    produce(store, store.ask(document, own[Basis.OFFICE]), Request(TODAY), target)
    assert target.exists()


def test_that_a_form_about_one_person_is_filled(
    store: Store, own: dict[Basis, str], tmp_path: Path
) -> None:
    (person,) = store.do("人", add_people, [PERSON]).result
    texts = {
        "C5": "{{氏名|敬称}}", "C6": "{{フリガナ}}", "C7": "{{生年月日の元号}}{{生年月日の年}}年",
        "C8": "{{郵便番号の上3桁}}-{{郵便番号の下4桁}}", "C9": "{{年度}}",
        "F5": "{{電話の数字.字}}", "G5": "{{電話の数字.字}}", "H5": "{{電話の数字.字}}",
        "F6": "{{年齢}}", "G6": "{{女性のチェック}}", "H6": "{{作成日の年}}",
    }  # fmt: skip
    marks = [Mark("申請書", cell, text) for cell, text in texts.items()]
    wanted = own[Basis.PERSON]
    register(store, book(), R8, wanted, marks)
    with pytest.raises(Refusal, match="どなたの書類か"):
        make(store, tmp_path, wanted)
    filled = make(store, tmp_path, wanted, person=person)
    assert [cell(filled, address) for address in ("C5", "C6", "C7", "C8", "C9")] == [
        "函館　花子　様", "ハコダテ　ハナコ", "昭和33年", "040-8666", "令和9年度",
    ]  # fmt: skip
    assert [cell(filled, address) for address in ("F5", "G5", "H5")] == ["0", "1", "3"]
    assert [cell(filled, address) for address in ("F6", "G6", "H6")] == [69, "☑", 9]
    (entry,) = store.ask(ExportListing().rows, store.ask(ExportListing().keys)).values()
    assert entry.export.people == 1
    assert set(entry.export.columns) == {
        "氏名", "フリガナ", "生年月日の元号", "生年月日の年", "郵便番号の上3桁", "郵便番号の下4桁",
        "電話の数字", "年齢", "女性のチェック",
    }  # fmt: skip


def test_that_a_person_with_hardly_anything_known_leaves_places_empty(
    store: Store, own: dict[Basis, str], tmp_path: Path
) -> None:
    (person,) = store.do("人", add_people, [PersonDraft("函館")]).result
    one = store.ask(document, own[Basis.PERSON])
    names = [name for name in one.names if "." not in name]
    marks = [Mark("申請書", f"F{row}", f"・{{{{{name}}}}}") for row, name in enumerate(names, 20)]
    register(store, book(), R8, one.id, marks)
    made = preview(store, one, Request(TODAY, person=person))
    assert made.made.warnings == ()


def test_that_a_form_about_a_course_lists_its_trainees(
    store: Store, own: dict[Basis, str], courses: dict[FiscalYear, int], tmp_path: Path
) -> None:
    course = courses[R8]
    Office(store).trainees(course, 3)  # type: ignore[arg-type]
    marks = (Mark("申請書", "C9", "{{受講者.氏名}}"), Mark("申請書", "D9", "{{受講者.電話}}"))
    register(store, book(), R8, own[Basis.COURSE], marks)
    filled = make(store, tmp_path, own[Basis.COURSE], course=course)
    names = [cell(filled, f"C{row}") for row in (9, 10, 11, 12)]
    assert None not in names[:3]
    assert names[3] is None
    assert str(cell(filled, "D9")).startswith("0138-22-")
    one = store.ask(document, own[Basis.COURSE])
    for kind in ("csv", "json", "pdf"):
        produce(store, one, Request(TODAY, course=course), tmp_path / f"一覧.{kind}")
    head, *rows = (tmp_path / "一覧.csv").read_text("utf-8-sig").splitlines()
    assert "氏名" in head
    assert "第1回" in head
    assert len(rows) == len(names) - 1
    with pytest.raises(Refusal, match="どの研修"):
        make(store, tmp_path, own[Basis.COURSE])


def test_that_fields_every_form_may_name_are_known_of_own_documents(
    store: Store, own: dict[Basis, str]
) -> None:
    for basis, name in own.items():
        expected = expected_fields(store.ask(document, name))
        assert {"事務所名", "作成日の年", "年度"} <= expected.fields, basis
        assert expected.required == frozenset()
