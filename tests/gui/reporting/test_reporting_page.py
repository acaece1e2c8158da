from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.forms import commands as forms
from app.forms.edition import Basis, EditionDraft, Mark
from app.gui.framework.jobs import Job, Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.reporting.document_finder import find_documents
from app.gui.reporting.document_link import document_target, read_target
from app.gui.reporting.making import remark, warnings
from app.gui.reporting.reporting_page import ReportingPage
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.pdf_preview import PdfPreview
from app.kernel.fiscal_year import FiscalYear
from app.office.exports import Export
from app.office.queries import ExportListing
from app.reporting.catalogue import Content
from app.reporting.documents import DOCUMENTS
from app.reporting.produce import Made
from app.storage.store import Store
from app.training import commands
from app.training.course import CourseId
from tests.conftest import Clock
from tests.forms.books import book
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text
from tests.training.office import Office

Make = Callable[..., ReportingPage]
WAIT = 20_000


@pytest.fixture
def office(store: Store, clock: Clock) -> Office:
    clock.now = datetime(2026, 8, 1, 9)
    store.do("種別", commands.seed_kinds)
    return Office(store)


@pytest.fixture
def course(office: Office) -> CourseId:
    course = office.course()
    office.plan(course, *(date(2026, 6, day) for day in (3, 10, 17, 24)), date(2026, 7, 1))
    office.trainees(course, 3)
    return course


@pytest.fixture
def observed(store: Store, qapp: object) -> ObservableStore:
    return ObservableStore(store)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def make(qtbot: QtBot, observed: ObservableStore, jobs: Jobs, clock: Clock) -> Make:
    def page(*answers: object) -> ReportingPage:
        year = YearChoice(FiscalYear(2026))
        made = ReportingPage(observed, year, FakeDialogs(*answers), jobs, clock)
        qtbot.addWidget(made)
        made.show()
        return made

    return page


def preview(page: ReportingPage, qtbot: QtBot) -> PdfPreview:
    """Wait until the document that is chosen is shown."""
    qtbot.waitUntil(lambda: page._shown is not None, timeout=WAIT)
    shown = page.ui.previewStack.currentWidget()
    assert isinstance(shown, PdfPreview)
    qtbot.waitUntil(lambda: not shown.sheet.pixmap().isNull(), timeout=WAIT)
    return shown


def said(page: ReportingPage, qtbot: QtBot) -> str:
    """Wait until there is a sentence instead of a document."""
    stack = page.ui.previewStack
    qtbot.waitUntil(lambda: isinstance(stack.currentWidget(), EmptyState), timeout=WAIT)
    shown = stack.currentWidget()
    assert isinstance(shown, EmptyState)
    return shown.text.plain()


def exports(observed: ObservableStore) -> list[Export]:
    listing = ExportListing()
    keys = observed.ask(listing.keys)
    rows = observed.ask(listing.rows, keys)
    return [rows[key].export for key in keys]


def test_that_a_link_names_everything_a_document_asks() -> None:
    target = document_target("reception-sheet", course=3, session=7, order="number")
    assert target.place == "reporting"
    asked = {"course": "3", "session": "7", "order": "number"}
    assert read_target(target) == ("reception-sheet", asked)


def test_that_documents_are_found_by_a_part_of_their_name(observed: ObservableStore) -> None:
    assert [hit.title for hit in find_documents(observed, "修了証", 5)] == [
        "修了証書",
        "修了証交付台帳",
    ]


@pytest.fixture
def own(store: Store, course: CourseId) -> str:
    """A document of the office's own about one person, with a form."""
    number = store.do("書類", forms.add_own_document, "参加申請", Basis.PERSON).result
    draft = EditionDraft(f"own-{number}", "申請書.xlsx", "令和8年度版", FiscalYear(2026))
    store.do("様式", forms.register_form, draft, book(), [Mark("申請書", "C8", "{{氏名}}")])
    return f"own-{number}"


def test_that_an_own_document_asks_for_a_person(make: Make, qtbot: QtBot, own: str) -> None:
    page = make()
    assert page.ui.documentList.item(page.ui.documentList.count() - 1).text() == "参加申請"
    page.open_target(document_target(own))
    assert "氏名・ふりがな・電話番号" in said(page, qtbot)
    picker = page.ui.personPicker
    assert picker.isVisible()
    type_text(picker.line, "あべ")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    shown = preview(page, qtbot)
    assert page.ui.personName.text() in shown._name
    assert "1名分の個人情報（氏名）" in page.ui.remarkLabel.plain()


def test_that_a_link_brings_the_person_with_it(make: Make, qtbot: QtBot, own: str) -> None:
    page = make()
    page.open_target(document_target(own, person=2))
    preview(page, qtbot)
    assert page.choices.request().person == 2
    page.ui.documentList.setCurrentRow(0)
    assert not page.ui.personPicker.isVisible()
    assert page.choices.request().person is None


def test_that_an_older_form_can_be_chosen(
    make: Make, qtbot: QtBot, observed: ObservableStore, own: str
) -> None:
    page = make()
    page.open_target(document_target(own, person=2))
    preview(page, qtbot)
    combo = page.ui.editionCombo
    assert not combo.isVisible()
    draft = EditionDraft(own, "前の申請書.xlsx", "令和6年度版", FiscalYear(2024))
    older = observed.do(
        "様式", forms.register_form, draft, book("前"), [Mark("申請書", "C8", "{{氏名}}")]
    )
    assert older is not None
    qtbot.waitUntil(combo.isVisible, timeout=WAIT)
    assert [combo.itemText(row)[:7] for row in range(combo.count())] == [
        "令和8年度版（",
        "令和6年度版（",
    ]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: page._shown is not None and page._shown.made.edition == older.result, timeout=WAIT
    )
    page.year.back()
    assert not combo.isVisible()
    assert page.choices.request().edition is None


def test_that_own_documents_come_and_go(
    make: Make, qtbot: QtBot, observed: ObservableStore, own: str
) -> None:
    page = make()
    page.open_target(document_target(own, person=2))
    preview(page, qtbot)
    number = int(own.removeprefix("own-"))
    observed.do("名前", forms.rename_own_document, number, "参加届")
    assert page.document.name == "参加届"
    observed.do("なくす", forms.remove_own_document, number)
    assert page.document.id == "attendance-sheet"
    assert "出席簿" in preview(page, qtbot)._name


def test_that_the_preview_follows_every_choice(make: Make, qtbot: QtBot, course: CourseId) -> None:
    page = make()
    assert "出席簿" in preview(page, qtbot)._name
    assert "3名分の個人情報" in page.ui.remarkLabel.plain()
    page.ui.documentList.setFocus()
    qtbot.keyClick(page.ui.documentList, Qt.Key.Key_Down)
    assert page.ui.sessionCombo.isVisible()
    assert "第1回" in preview(page, qtbot)._name
    page.ui.sessionCombo.setCurrentIndex(2)
    qtbot.waitUntil(
        lambda: page._shown is not None and "第3回" in page._shown.made.title, timeout=WAIT
    )


def test_that_what_cannot_be_made_yet_says_why(make: Make, qtbot: QtBot, course: CourseId) -> None:
    page = make()
    page.open_target(document_target("certificate", course=course))
    assert "まだ修了証書を交付していません" in said(page, qtbot)
    assert not page.ui.excelButton.isEnabled()
    dialogs = page.dialogs
    assert isinstance(dialogs, FakeDialogs)
    assert dialogs.asked == []


def test_that_a_year_without_courses_says_so_and_the_year_follows(
    make: Make, qtbot: QtBot, course: CourseId
) -> None:
    page = make()
    preview(page, qtbot)
    page.year.back()
    assert "令和7年度には研修がありません" in said(page, qtbot)
    page.open_target(document_target("attendance-sheet", course=course))
    assert page.year.value == FiscalYear(2026)
    preview(page, qtbot)


def test_that_quick_choices_do_not_pile_up(
    make: Make, qtbot: QtBot, jobs: Jobs, course: CourseId
) -> None:
    page = make()
    preview(page, qtbot)
    started: list[Job] = []
    ended: list[str] = []
    jobs.started.connect(started.append)

    def note(job: Job) -> None:
        job.succeeded.connect(lambda _made: ended.append("made"))
        job.cancelled.connect(lambda: ended.append("cancelled"))

    jobs.started.connect(note)
    for number in (1, 2, 3, 0, 1, 2, 3, 0):
        page.ui.documentList.setCurrentRow(number)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=WAIT)
    assert len(ended) == len(started) == 8
    assert ended.count("made") <= 2
    assert page._shown is not None
    assert "出席簿" in page._shown.made.title


def test_that_a_change_of_the_records_is_seen(
    make: Make, qtbot: QtBot, office: Office, observed: ObservableStore, course: CourseId
) -> None:
    page = make()
    preview(page, qtbot)
    assert page._shown is not None
    before = page._shown.made.content.people
    (added,) = office.apply(course, office.people(5)[4:])
    observed.do("受講決定", commands.accept, [added])
    preview(page, qtbot)
    assert page._shown.made.content.people == before + 1


def test_that_a_hidden_page_makes_nothing_until_it_is_seen(
    make: Make, qtbot: QtBot, jobs: Jobs, course: CourseId
) -> None:
    page = make()
    preview(page, qtbot)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=WAIT)
    page.hide()
    page.ui.documentList.setCurrentRow(2)
    assert not jobs.busy
    page.show()
    qtbot.waitUntil(
        lambda: page._shown is not None and "名簿" in page._shown.made.title, timeout=WAIT
    )


@pytest.mark.parametrize(("kind", "number"), [("xlsx", 0), ("csv", 1)])
def test_that_saving_asks_what_for_and_is_recorded_once(
    make: Make,
    qtbot: QtBot,
    observed: ObservableStore,
    course: CourseId,
    tmp_path: Path,
    kind: str,
    number: int,
) -> None:
    page = make("名札づくり", tmp_path / "出席簿")
    preview(page, qtbot)
    button = (page.ui.excelButton, page.ui.csvButton)[number]
    with qtbot.waitSignal(page.said, timeout=WAIT) as told:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [f"「出席簿.{kind}」に保存しました。"]
    assert (tmp_path / f"出席簿.{kind}").stat().st_size
    (record,) = exports(observed)
    assert (record.format, record.people, record.purpose) == (kind, 3, "名札づくり")
    dialogs = page.dialogs
    assert isinstance(dialogs, FakeDialogs)
    assert "3名分の個人情報" in dialogs.asked[0][1]


def test_that_a_pdf_is_recorded_once(
    make: Make, qtbot: QtBot, observed: ObservableStore, course: CourseId, tmp_path: Path
) -> None:
    page = make("市への報告", tmp_path / "a.pdf")
    shown = preview(page, qtbot)
    qtbot.mouseClick(shown.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    (record,) = exports(observed)
    assert (record.format, record.purpose) == ("pdf", "市への報告")


def test_that_a_print_is_recorded_once(
    make: Make, qtbot: QtBot, observed: ObservableStore, course: CourseId, tmp_path: Path
) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    page = make("当日の受付", printer)
    shown = preview(page, qtbot)
    qtbot.mouseClick(shown.print, Qt.MouseButton.LeftButton)
    assert (tmp_path / "paper.pdf").is_file()
    (record,) = exports(observed)
    assert (record.format, record.document) == ("print", "attendance-sheet")


@pytest.mark.parametrize("answers", [(None,), ("目的", None)])
def test_that_nothing_is_recorded_when_nothing_leaves(
    make: Make,
    qtbot: QtBot,
    observed: ObservableStore,
    course: CourseId,
    answers: tuple[object, ...],
) -> None:
    page = make(*answers, *answers, *answers)
    shown = preview(page, qtbot)
    for button in (page.ui.excelButton, shown.save, shown.print):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert exports(observed) == []


def test_that_the_last_choice_is_offered_again(
    make: Make, qtbot: QtBot, office: Office, observed: ObservableStore, course: CourseId
) -> None:
    second = office.course("フォローアップ研修")
    page = make()
    page.open_target(document_target("trainee-roster", course=second))
    page.ui.orderCombo.setCurrentIndex(1)
    page.ui.documentList.setCurrentRow(0)
    assert page.ui.orderCombo.currentIndex() == 0
    page.ui.documentList.setCurrentRow(2)
    assert page.ui.orderCombo.currentIndex() == 1
    assert page.choices.request().course == second
    page.year.back()
    page.year.forward()
    assert page.choices.request().course == second


def test_that_one_person_s_certificate_is_forgotten_with_the_next_document(
    make: Make, course: CourseId, office: Office
) -> None:
    other = office.course("フォローアップ研修")
    page = make()
    page.ui.courseCombo.setCurrentIndex(1)
    page.open_target(document_target("certificate", course=course, person=2))
    assert page.choices.request().person == 2
    page.ui.documentList.setCurrentRow(0)
    assert page.choices.request().person is None
    assert other != course


@pytest.mark.parametrize("key", ["attendance-sheet course=999", "nothing course=1", "certificate"])
def test_that_a_link_to_what_is_gone_does_no_harm(make: Make, course: CourseId, key: str) -> None:
    page = make()
    page.open_target(Target("reporting", "document", key))
    assert page.document in DOCUMENTS


def test_that_characters_no_font_has_are_said() -> None:
    content = Content("出席簿", {}, {}, "attendance-sheet.xlsx", 2, columns=("氏名",))
    made = Made(content, missing=("\U000f0000",), warnings=("注意",))
    assert warnings(made) == (
        "注意\nどの書体にもない字があり、正しく印刷できません：\U000f0000（U+F0000）"
    )
    assert remark(made) == "取扱注意：2名分の個人情報（氏名）を含みます。"
    assert remark(replace(made, content=replace(content, people=0))) == ""
