from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.person import PersonId
from app.documents.list_file import write_xlsx
from app.documents.table_file import read_table
from app.gui.contacts.contacts_page import ContactsPage
from app.gui.contacts.import_pane import ImportPane
from app.gui.framework.search import Target
from app.importing.fields import Field
from app.storage.base import Base
from app.storage.store import Store
from app.training import commands as training
from app.training import queries as courses
from app.training.course import CourseDraft
from tests.gui.fake_dialogs import FakeDialogs

HEADINGS = ("No", "氏名", "フリガナ", "生年月日", "住所", "電話番号", "きっかけ")
ROWS: Sequence[Sequence[object]] = (
    (1, "渡辺　太郎", "ワタナベ　タロウ", "", "", "0138-22-0001", "チラシ"),
    (2, "髙橋　健", "タカハシ　ケン", "S30.4.1", "", "090-0000-2222", "知人"),
    (3, "大野　幸", "オオノ　サチ", "S31.5.1", "", "", ""),
    (4, "新井　一", "アライ　ハジメ", "S32.6.1", "若松町1-1", "２３－２２２６", "チラシ"),
    (5, "新井　二", "アライ　ジ", "S33.7.1", "", "", ""),
    (6, "", "ナナシ", "S33.7.1", "", "", ""),
    ("", "合計", "6名", "", "", "", ""),
)


def _roster(folder: Path, rows: Sequence[Sequence[object]] = ROWS) -> Path:
    path = folder / "申込者.xlsx"
    write_xlsx(path, HEADINGS, rows, title="申込者")
    return path


def _pane(page: ContactsPage) -> ImportPane:
    assert page.import_pane is not None
    return page.import_pane


def _people(session: Session) -> list[tuple[Any, ...]]:
    table = Base.metadata.tables["person"]
    return [tuple(row) for row in session.execute(select(table).order_by(table.c.id))]


def _fates(pane: ImportPane) -> list[tuple[str, str]]:
    model = pane.plan.model
    rows = range(model.rowCount())
    return [(model.index(row, 1).data().split()[1], model.index(row, 2).data()) for row in rows]


def _go_on(page: ContactsPage, settle: Callable[[], None]) -> None:
    QTest.keyClick(_pane(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


@pytest.fixture
def planned(
    page: ContactsPage, dialogs: FakeDialogs, settle: Callable[[], None], tmp_path: Path
) -> ImportPane:
    """The pane with the plan of the roster."""
    dialogs.answers.append(_roster(tmp_path))
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        _go_on(page, settle)
    return _pane(page)


def test_that_a_roster_is_imported_by_keyboard_and_undone_exactly(
    page: ContactsPage,
    store: Store,
    dialogs: FakeDialogs,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    before = store.ask(_people)
    dialogs.answers.append(_roster(tmp_path))
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    _go_on(page, settle)
    pane = _pane(page)
    assert "見出しは1行目です" in pane.ui.headerLabel.plain()
    assert pane.ui.previewTable.item(0, 1).text() == "渡辺　太郎"
    assert pane.columns.mapping().fields[1:3] == (Field.NAME, Field.KANA)
    _go_on(page, settle)
    assert store.ask(_people) == before
    assert _fates(pane) == [("要確認", "大野　幸")]  # what has to be decided is shown first
    assert QApplication.focusWidget() is pane.ui.planList
    pane.ui.fateTabs.setCurrentIndex(0)
    assert _fates(pane) == [
        ("対象外", ""),
        ("同じ", "渡辺　太郎"),
        ("更新", "髙橋　健"),
        ("要確認", "大野　幸"),
        ("追加", "新井　一"),
        ("追加", "新井　二"),
        ("取り込めない", ""),
        ("対象外", ""),
    ]
    pane.ui.planList.choose(4)
    assert "登録済みの記録：大野　幸" in pane.ui.detailLabel.plain()
    QTest.keyClick(pane.ui.planList, "u")
    _go_on(page, settle)
    names = [row.name for row in store.ask(queries.people, _keys(store), date(2026, 4, 1))]
    assert names == ["新井　二", "新井　一", "大野　幸", "髙橋　健", "渡邉　太郎", "名無　子"]
    assert "追加しました 2行、更新しました 2行、変更はありません 1行" in pane.ui.reportLabel.plain()
    assert list(store.backups.glob("*before-import*.kurashi"))
    pane.ui.undoButton.click()
    assert store.ask(_people) == before
    assert "元に戻しました" in pane.ui.reportTitle.text()
    assert not pane.ui.undoButton.isEnabled()
    pane.ui.doneButton.click()
    assert page.import_pane is None
    assert page.ui.peopleList.isVisible()


def test_that_columns_of_one_heading_become_two_fields(
    page: ContactsPage, dialogs: FakeDialogs, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "役員.xlsx"
    write_xlsx(
        path, ("氏名", "期", "期", "口数", "電話"), [("大野　幸", "前", "後", 3, "")], title="役員"
    )
    dialogs.answers.append(path)
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    _go_on(page, settle)
    meanings = _pane(page).columns.meanings
    meanings.keep_the_rest()
    own = meanings.mapping().own
    assert [column.value for column in own.values()] == ["own:期 B列", "own:期 C列", "own:口数"]
    kind = meanings.kind_combo(3)
    assert kind is not None
    assert kind.currentText() == "値から（数）"
    kind.setCurrentText("文字")
    assert meanings.mapping().own[3].value == "own:口数:text"
    meanings.combo(3).setCurrentIndex(0)
    assert meanings.kind_combo(3) is None


def test_that_somebody_in_the_bin_is_brought_back(
    page: ContactsPage,
    store: Store,
    dialogs: FakeDialogs,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    key = next(row.id for row in store.ask(queries.people, _keys(store), date(2026, 4, 1))
               if row.name == "渡邉　太郎")  # fmt: skip
    store.do("ごみ箱へ", commands.bin_person, key)
    dialogs.answers.append(_roster(tmp_path, ROWS[:1]))
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    for _ in range(2):
        _go_on(page, settle)
    pane = _pane(page)
    assert _fates(pane) == [("要確認", "渡辺　太郎")]
    assert pane.ui.updateRowButton.text() == "ごみ箱から戻して更新（U）"
    QTest.keyClick(pane.ui.planList, "u")
    _go_on(page, settle)
    assert "ごみ箱から戻しました 1行" in pane.ui.reportLabel.plain()
    assert key in _keys(store)


def _keys(store: Store) -> list[int]:
    return list(store.ask(queries.PersonListing(date(2026, 4, 1)).keys))


def test_that_the_plan_is_a_sound_model(planned: ImportPane, qtmodeltester: ModelTester) -> None:
    planned.ui.fateTabs.setCurrentIndex(0)
    qtmodeltester.check(planned.plan.model)


def test_that_a_change_shows_old_and_new(planned: ImportPane) -> None:
    planned.ui.fateTabs.setCurrentIndex(2)
    assert _fates(planned) == [("更新", "髙橋　健")]
    planned.ui.planList.choose(3)
    assert "昭和30年4月1日" in planned.ui.detailLabel.plain()
    assert "（空）→" in planned.ui.detailLabel.plain()


def test_that_doubtful_rows_are_decided_at_once_and_undecided_ones_are_said(
    planned: ImportPane, page: ContactsPage, dialogs: FakeDialogs, settle: Callable[[], None]
) -> None:
    assert "未決定" in planned.ui.planSummaryLabel.plain()
    dialogs.answers.append(False)
    _go_on(page, settle)
    assert "1行は決めていない" in dialogs.asked[-1][1]
    QTest.keyClick(planned.ui.planList, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    assert planned.plan.undecided == 0
    assert planned.plan.model.index(0, 4).data() == "新しく追加"
    QTest.keyClick(planned.ui.planList, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert planned.plan.model.index(0, 4).data() == "取り込まない"
    dialogs.answers.append(False)
    QTest.keyClick(planned, Qt.Key.Key_Escape)
    assert page.import_pane is planned  # what was decided is not dropped without asking
    dialogs.answers.append(True)
    QTest.keyClick(planned, Qt.Key.Key_Escape)
    assert page.import_pane is None


@pytest.mark.parametrize(
    ("name", "content"),
    [("壊れた.xlsx", b"PK\x03\x04 nothing"), ("空.csv", b""), ("紙.pdf", b"%PDF-1.4 x")],
)
def test_that_a_bad_file_is_refused_in_a_sentence(
    page: ContactsPage, settle: Callable[[], None], tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page.importing.begin()
    _pane(page).read(path)
    settle()
    assert name in _pane(page).ui.fileProblemLabel.plain()
    assert _pane(page).ui.fileStep.isVisible()
    assert _pane(page).ui.steps.isEnabled()


def test_that_columns_are_chosen_refused_and_remembered(
    page: ContactsPage, store: Store, settle: Callable[[], None], tmp_path: Path
) -> None:
    path = tmp_path / "名簿.csv"
    path.write_text("誰,どこ,いつ\n新井　三,若松町1,電話\n", "utf-8")
    page.importing.begin()
    pane = _pane(page)
    pane.read(path)
    settle()
    pane.make_plan()
    settle()
    assert "氏名" in pane.ui.columnProblemLabel.plain()
    who, where = (pane.ui.columnTable.cellWidget(row, 3) for row in range(2))
    who.setCurrentIndex(who.findText("氏名"))
    where.setCurrentIndex(where.findText("氏名"))
    pane.make_plan()
    assert "両方に選ばれています" in pane.ui.columnProblemLabel.plain()
    where.setCurrentIndex(where.findText("住所"))
    pane.make_plan()
    settle()
    pane.carry_out()
    settle()
    assert pane.ui.reportStep.isVisible()
    pane.begin(None)
    pane.read(path)
    settle()
    assert "前回と同じ" in pane.ui.headerLabel.plain()
    assert pane.columns.mapping().fields[:2] == (Field.NAME, Field.ADDRESS)


def test_that_applicants_of_a_course_are_applied_on_the_day(
    page: ContactsPage, store: Store, settle: Callable[[], None], tmp_path: Path
) -> None:
    kind = store.ask(courses.kinds)[0].id
    course = store.do("開設", training.open_course, CourseDraft(kind, 2026)).result
    page.open_target(Target("contacts", "import", course))
    pane = _pane(page)
    assert pane.columns.course() == course
    pane.read(_roster(tmp_path))
    settle()
    pane.ui.dayEdit.line.setText("あいう")
    pane.make_plan()
    assert pane.ui.columnProblemLabel.plain()
    pane.ui.dayEdit.line.setText("r8.3.20")
    _go_on(page, settle)
    pane.plan.decide(4, pane.ui.addRowButton.property("decision"))
    _go_on(page, settle)
    assert "申込を5件" in pane.ui.reportLabel.plain()
    listing = courses.ApplicationListing(course, date(2026, 4, 1))
    rows = store.ask(listing.rows, store.ask(listing.keys))
    assert {row.applied_on for row in rows.values()} == {date(2026, 3, 20)}


def test_that_a_cancelled_import_changes_nothing(
    planned: ImportPane, store: Store, dialogs: FakeDialogs, settle: Callable[[], None]
) -> None:
    before = store.ask(_people)
    planned.plan.decide_all(planned.ui.leaveAllButton.property("decision"))
    planned._jobs.started.connect(lambda job: job.cancel())
    planned.carry_out()
    settle()
    assert store.ask(_people) == before
    assert planned.ui.planStep.isVisible()
    assert planned.plan.decided  # and nothing that was decided is lost


def test_that_a_file_is_dropped_on_the_page(
    page: ContactsPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(_roster(tmp_path)))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)  # Qt sends drops only while something is dragged
    settle()
    assert "「申込者.xlsx」" in _pane(page).ui.headerLabel.plain()


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_that_the_report_is_kept(
    planned: ImportPane,
    page: ContactsPage,
    dialogs: FakeDialogs,
    settle: Callable[[], None],
    tmp_path: Path,
    kind: str,
) -> None:
    dialogs.answers.append(True)
    _go_on(page, settle)
    target = tmp_path / f"結果.{kind}"
    dialogs.answers += ["確認", target]
    planned.ui.saveReportButton.click()
    texts = [[cell.text for cell in row] for row in read_table(target).rows]
    assert len(texts) == 1 + 8
    assert texts[3][1] == "髙橋　健"
    assert texts[3][4] == "更新しました"


def test_that_a_person_chosen_before_is_still_known_after(
    planned: ImportPane, page: ContactsPage, people: list[PersonId]
) -> None:
    page.open_target(Target("contacts", "person", people[0]))
    assert page.import_pane is None
    assert page.card.key == people[0]


def test_that_a_list_of_facilities_is_taken_for_organisations(
    page: ContactsPage,
    store: Store,
    dialogs: FakeDialogs,
    settle: Callable[[], None],
    tmp_path: Path,
) -> None:
    path = tmp_path / "施設.xlsx"
    rows = [
        ("港会館", "函館市末広町4-19", "0138-00-1001"),
        ("美原支援センター", "函館市美原1-2-3", ""),
    ]
    write_xlsx(path, ("名称", "所在地", "電話番号"), rows, title="施設")
    dialogs.answers.append(path)
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    _go_on(page, settle)
    pane = _pane(page)
    assert pane.ui.subjectCombo.currentText() == "団体"
    assert pane.ui.headerSpin.value() == 1
    assert not pane.ui.courseCombo.isEnabled()
    _go_on(page, settle)
    assert [name for _, name in _fates(pane)] == ["", "港会館", "美原支援センター"]
    _go_on(page, settle)
    assert len(store.ask(queries.OrganisationListing().keys)) == 2
    pane.ui.undoButton.click()
    settle()
    assert store.ask(queries.OrganisationListing().keys) == []


def test_that_a_list_is_read_again_as_somebody_says(
    page: ContactsPage, dialogs: FakeDialogs, settle: Callable[[], None], tmp_path: Path
) -> None:
    dialogs.answers.append(_roster(tmp_path))
    QTest.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    _go_on(page, settle)
    ui = _pane(page).ui
    assert ui.subjectCombo.currentText() == "人"
    ui.headerSpin.setValue(3)
    settle()
    assert "見出しは3行目です" in ui.headerLabel.plain()
    QTest.keyClick(ui.subjectCombo, Qt.Key.Key_Down)
    settle()
    assert ui.subjectCombo.currentText() == "団体"
