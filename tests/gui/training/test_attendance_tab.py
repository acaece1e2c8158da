"""Marking attendance with real keys and clicks."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.training.attendance_tab import AttendanceTab
from app.gui.training.marks_menu import MarksMenu
from app.gui.training.training_page import TrainingPage
from app.storage.store import Store
from app.training import commands, queries
from app.training.completion import Mark
from app.training.course import CourseId, SessionStatus, SheetOrder
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import type_text
from tests.training.office import Office


@pytest.fixture
def tab(page: TrainingPage, qtbot: QtBot) -> AttendanceTab:
    tab = page.card.show_tab(AttendanceTab)
    assert isinstance(tab, AttendanceTab)
    tab.grid.setFocus()
    return tab


class Keys(QObject):
    """Presses keys where the focus is, as a keyboard does, and counts them."""

    def __init__(self, start: AttendanceTab) -> None:
        super().__init__()
        self._start = start
        self.count = 0

    def press(self, *keys: str | Qt.Key) -> None:
        for key in keys:
            target = QApplication.focusWidget() or self._start.window().focusWidget()
            assert target is not None
            QTest.keyClick(target, key)
            self.count += 1


@pytest.fixture
def keys(tab: AttendanceTab) -> Keys:
    return Keys(tab)


def marks(store: Store | ObservableStore, course: CourseId, column: int) -> dict[int, Mark | None]:
    return {row.row: row.cells[column].mark for row in store.ask(queries.sheet, course).rows}


def test_that_forty_people_with_three_exceptions_take_less_than_fifteen_keys(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    keys.press(Qt.Key.Key_F2)
    for number in ("12", "25", "38"):
        keys.press(*number, "x", Qt.Key.Key_Return)
    assert keys.count < 15
    expected: dict[int, Mark | None] = dict.fromkeys(range(1, 41), Mark.PRESENT)
    assert marks(store, course, 2) == expected | dict.fromkeys((12, 25, 38), Mark.ABSENT)
    assert marks(store, course, 1) == dict.fromkeys(range(1, 41))
    side = tab.side.ui
    counts = [side.presentCount.text(), side.absentCount.text(), side.blankCount.text()]
    assert counts == ["37", "3", "0"]
    keys.press(Qt.Key.Key_F2)
    assert marks(store, course, 2)[12] is Mark.ABSENT


def test_that_the_grid_opens_at_todays_session_in_the_order_of_the_printed_sheet(
    tab: AttendanceTab, store: Store, course: CourseId
) -> None:
    assert tab.session() is not None
    assert tab.grid.session_column() == 2
    for order in SheetOrder:
        tab.ui.orderCombo.setCurrentIndex(list(SheetOrder).index(order))
        sheet = store.ask(queries.sheet, course, order)
        assert [row.row for row in tab.grid.grid.rows] == list(range(1, 41))
        assert tab.grid.grid.rows == sheet.rows


def test_that_absent_asks_for_the_reason_and_enter_goes_on(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    keys.press("7", "x")
    assert tab.line.ui.reasonEdit.hasFocus()
    type_text(tab.line.ui.reasonEdit, "通院のため")
    keys.press(Qt.Key.Key_Return)
    assert tab.grid.hasFocus()
    assert tab.grid.row() == 7
    cell = store.ask(queries.sheet, course).rows[6].cells[2]
    assert (cell.mark, cell.reason) == (Mark.ABSENT, "通院のため")
    keys.press(Qt.Key.Key_Up, "r")
    assert tab.line.ui.reasonEdit.text() == "通院のため"
    type_text(tab.line.ui.reasonEdit, "書きかけ")
    keys.press(Qt.Key.Key_Escape)
    assert tab.grid.hasFocus()
    assert store.ask(queries.sheet, course).rows[6].cells[2].reason == "通院のため"


def test_that_every_mark_has_its_key(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    wanted = {
        "o": Mark.PRESENT,
        "x": Mark.ABSENT,
        "l": Mark.LATE,
        "e": Mark.LEFT_EARLY,
        "k": Mark.EXCUSED,
        "+": Mark.PRESENT,
        "*": Mark.ABSENT,
        "/": Mark.LATE,
        "-": Mark.LEFT_EARLY,
    }
    for number, key in enumerate(wanted, start=1):
        keys.press(str(number), key)
        if tab.line.ui.reasonEdit.hasFocus():
            keys.press(Qt.Key.Key_Return)
    found = marks(store, course, 2)
    assert [found[number] for number in range(1, 10)] == list(wanted.values())
    keys.press("1", Qt.Key.Key_Delete)
    assert marks(store, course, 2)[1] is None


def test_that_a_number_and_enter_fill_a_blank_and_overwrite_nothing(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    keys.press("3", "x", Qt.Key.Key_Return)
    keys.press("3", Qt.Key.Key_Return, "4", Qt.Key.Key_Return)
    found = marks(store, course, 2)
    assert (found[3], found[4]) == (Mark.ABSENT, Mark.PRESENT)
    assert tab.grid.row() == 3


def test_that_a_number_no_row_has_marks_nobody(
    tab: AttendanceTab, keys: Keys, page: TrainingPage, store: Store, course: CourseId
) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    keys.press("4", "1", "x")
    assert said == ["41番の行はありません（1番から40番までです）。"]
    assert set(marks(store, course, 2).values()) == {None}
    keys.press("9", Qt.Key.Key_Backspace, "1", "2", Qt.Key.Key_Escape, "l")
    assert {number for number, mark in marks(store, course, 2).items() if mark} == {1}


def test_that_half_a_number_is_forgotten_when_another_cell_is_chosen(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    keys.press("1", Qt.Key.Key_Down, "2", "o")
    assert [number for number, mark in marks(store, course, 2).items() if mark] == [2]


def test_that_a_click_only_offers_the_marks(
    tab: AttendanceTab, qtbot: QtBot, store: Store, course: CourseId
) -> None:
    place = tab.grid.visualRect(tab.grid.grid.index(4, 2)).center()
    for wanted in (Mark.LATE, Mark.PRESENT):
        QTest.mouseClick(tab.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
        before = marks(store, course, 2)[5]
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, MarksMenu)
        (action,) = [one for one in menu.actions() if one.data() is wanted]
        rect = menu.actionGeometry(action).center()
        assert marks(store, course, 2)[5] is before
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=rect)
        assert marks(store, course, 2)[5] is wanted
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_that_an_absence_told_ahead_is_there_already_and_stays(
    tab: AttendanceTab, keys: Keys, office: Office, store: Store, course: CourseId
) -> None:
    keys.press(Qt.Key.Key_Right, "8", "x", Qt.Key.Key_Return)
    cell = store.ask(queries.sheet, course).rows[7].cells[3]
    assert (cell.mark, cell.planned) == (Mark.ABSENT, True)
    model = tab.grid.grid
    assert "事前連絡あり" in model.data(model.index(7, 3), 11)


def test_that_presence_on_a_day_to_come_is_asked_about(
    tab: AttendanceTab, keys: Keys, dialogs: FakeDialogs, store: Store, course: CourseId
) -> None:
    dialogs.answers = [False, True]
    keys.press(Qt.Key.Key_Right, Qt.Key.Key_F2)
    assert set(marks(store, course, 3).values()) == {None}
    keys.press("o")
    assert [mark for mark in marks(store, course, 3).values() if mark] == [Mark.PRESENT]
    assert "まだ来ていません" in dialogs.asked[0][1]


def test_that_undo_and_redo_are_shown_without_reading_the_table_anew(
    tab: AttendanceTab, keys: Keys, observed: ObservableStore, qtbot: QtBot
) -> None:
    model = tab.grid.grid
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, _last: changed.append((first.row(), first.column())))
    keys.press("9", "o")
    assert (8, 2) in changed
    assert {row for row, _ in changed} == {8}
    observed.undo()
    assert model.data(model.index(8, 2)) == ""
    observed.redo()
    assert model.data(model.index(8, 2)) == "○"
    assert resets == []


def test_that_a_session_with_blanks_is_closed_only_when_that_is_meant(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    def status() -> SessionStatus:
        return store.ask(queries.sheet, course).sessions[2].status

    keys.press(Qt.Key.Key_F2, "1", "7", Qt.Key.Key_Delete)
    QTest.keyClick(tab.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert status() is SessionStatus.PLANNED
    assert tab.grid.row() == 16
    assert "1名の出欠" in tab.side.ui.problemLabel.plain()
    tab.side.ui.blanksButton.click()
    assert status() is SessionStatus.HELD


def test_that_who_is_about_to_fail_is_named_while_there_is_time(
    tab: AttendanceTab, keys: Keys, office: Office, course: CourseId, qtbot: QtBot
) -> None:
    first = office.sessions(course)[0]
    row = office.ask(queries.sheet, course).rows[5]
    tab.store.do("欠席", commands.mark_attendance, first, {row.enrollment: Mark.ABSENT})
    listing = tab.side.ui.riskList
    qtbot.waitUntil(lambda: listing.count() == 1 and row.name in listing.item(0).text())
    assert "もう休めません" in listing.item(0).text()
    model = tab.grid.grid
    assert "休めない" in model.data(model.index(5, len(model.sessions) + 1))


def test_that_a_walk_in_is_added_beside_the_grid_and_present_at_once(
    tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    keys.press(Qt.Key.Key_F6)
    form = tab.walk_in.ui
    assert form.who.ui.picker.line.hasFocus()
    for edit, text in (
        (form.who.ui.familyEdit, "飛入"),
        (form.who.ui.givenEdit, "試子"),
        (form.who.ui.familyKanaEdit, "とびいり"),
        (form.who.ui.givenKanaEdit, "ためしこ"),
    ):
        edit.setFocus()
        edit.clear()
        type_text(edit, text)
    form.addButton.click()
    assert "定員を超えて" in form.problemLabel.plain()
    assert form.who.ui.familyEdit.text() == "飛入"
    form.overCheck.click()
    form.addButton.click()
    rows = store.ask(queries.sheet, course).rows
    (walk_in,) = [row for row in rows if row.walk_in]
    assert (walk_in.name, walk_in.cells[2].mark) == ("飛入　試子", Mark.PRESENT)
    assert tab.grid.row() == walk_in.row - 1
    assert tab.grid.hasFocus()
    assert tab.ui.side.currentWidget() is tab.side


def test_that_a_make_up_says_when_and_who_confirmed_it(
    tab: AttendanceTab, keys: Keys, dialogs: FakeDialogs, store: Store, course: CourseId
) -> None:
    keys.press("6", "x", Qt.Key.Key_Return, "6", "m")
    form = tab.make_up.ui
    form.saveButton.click()
    assert store.ask(queries.sheet, course).rows[5].cells[2].mark is Mark.ABSENT
    form.onEdit.line.setText("6/16")
    type_text(form.byEdit, "担当者")
    form.saveButton.click()
    cell = store.ask(queries.sheet, course).rows[5].cells[2]
    assert (cell.mark, cell.made_up_on) == (Mark.MADE_UP, date(2026, 6, 16))
    assert cell.confirmed_by == "担当者"
    dialogs.answers = [False]
    keys.press("6", "o")
    assert store.ask(queries.sheet, course).rows[5].cells[2].mark is Mark.MADE_UP
    assert "補講" in dialogs.asked[0][1]


def test_that_who_left_is_struck_out_and_cannot_be_marked(
    tab: AttendanceTab,
    keys: Keys,
    observed: ObservableStore,
    office: Office,
    course: CourseId,
) -> None:
    refused: list[str] = []
    observed.refused.connect(refused.append)
    row = office.ask(queries.sheet, course).rows[2]
    observed.do("途中辞退", commands.withdraw, row.enrollment, date(2026, 6, 11), "転居")
    assert tab.grid.grid.rows[2].cells[2].struck
    keys.press("3", "o")
    assert "途中辞退" in refused[0]
    keys.press(Qt.Key.Key_F2)
    assert "3" not in tab.side.ui.blankCount.text()


def test_that_a_link_to_a_session_opens_its_column(
    page: TrainingPage, office: Office, course: CourseId, qtbot: QtBot
) -> None:
    page.open_target(Target("training", "session", office.sessions(course)[4]))
    tab = page.card.show_tab(AttendanceTab)
    assert isinstance(tab, AttendanceTab)
    assert tab.grid.session_column() == 4
    said: list[str] = []
    page.said.connect(said.append)
    page.open_target(Target("training", "session", 9999))
    assert said == ["この回は見つかりません。講座を開き直してください。"]


def test_that_documents_stand_beside_the_grid(tab: AttendanceTab, page: TrainingPage) -> None:
    wanted: list[Target] = []
    page.wanted.connect(wanted.append)
    tab.side.ui.sheetButton.click()
    tab.side.ui.receptionButton.click()
    assert [str(target.key).split()[0] for target in wanted] == [
        "attendance-sheet",
        "reception-sheet",
    ]
    assert "session=" in str(wanted[1].key)


def test_that_keys_do_nothing_while_another_place_has_the_focus(
    page: TrainingPage, tab: AttendanceTab, keys: Keys, store: Store, course: CourseId
) -> None:
    tab.hide()
    QTest.keyClick(page, Qt.Key.Key_F2)
    assert set(marks(store, course, 2).values()) == {None}
