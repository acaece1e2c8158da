from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.gui.activities.slips_page import SlipsPage
from app.gui.framework.search import Target
from app.matching import queries
from app.matching.match import ActivityDraft, MatchId
from app.matching.queries import Slip
from tests.gui.activities.conftest import MONTH
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.typing_japanese import convert, type_text

Press = Callable[..., None]
ENTER, SPACE, DELETE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete


def slip(page: SlipsPage, match: MatchId) -> Slip | None:
    found = page.store.ask(queries.slips_of, match)
    return next((one for one in found if one.month == MONTH), None)


def lines(page: SlipsPage, match: MatchId) -> list[tuple[int, int]]:
    kept = slip(page, match)
    assert kept is not None
    return [(line.on_day.day if line.on_day else 0, line.minutes) for line in kept.lines]


def where(page: SlipsPage) -> tuple[int, int]:
    return page.grid.row(), page.grid.column() + 1


def test_that_a_slip_is_typed_day_by_day_and_goes_on_to_the_next(
    page: SlipsPage, helping: list[MatchId], press: Press
) -> None:
    assert where(page) == (0, 3)  # the first Wednesday on which the place opens
    press("1.5", ENTER)
    press("90", ENTER)
    press("", ENTER)  # not there on the 17th
    press("9:30-11", ENTER)
    assert lines(page, helping[0]) == [(3, 90), (10, 90), (24, 90)]
    assert where(page) == (1, 3)
    assert page.ui.totalLabel.text() == (
        "延べ 3人　実人数 1人　活動時間 4:30　　報告書 1／3件　未着 2（7月7日締切）"
    )
    page.store.undo()
    assert lines(page, helping[0]) == [(3, 90), (10, 90)]


def test_that_a_whole_slip_is_one_line(
    page: SlipsPage, helping: list[MatchId], press: Press
) -> None:
    press("3,10、17 1.5", ENTER)
    assert lines(page, helping[0]) == [(3, 90), (10, 90), (17, 90)]
    press("0", ENTER)  # the next one did nothing
    assert slip(page, helping[1]) is not None
    assert lines(page, helping[1]) == []
    assert where(page)[0] == 2
    assert page.grid.grid.headerData(1, Qt.Orientation.Vertical).startswith("0回")
    page.store.undo()
    assert slip(page, helping[1]) is None


def test_that_all_expected_days_are_written_at_once(
    page: SlipsPage, helping: list[MatchId], press: Press, qtbot: QtBot
) -> None:
    press("45", ENTER)
    press("*1.5", ENTER)
    assert lines(page, helping[0]) == [(3, 45), (10, 90), (17, 90), (24, 90)]
    assert where(page)[0] == 1
    page.grid.go(2, 0)  # who helps when called is expected on no day
    with qtbot.waitSignal(page.store.refused):
        press("*2", ENTER)


def test_that_the_sum_of_a_month_stands_for_its_days(
    page: SlipsPage, helping: list[MatchId], press: Press
) -> None:
    page.grid.go(2, page.grid.grid.sum_column)
    press("4 6", ENTER)
    kept = slip(page, helping[2])
    assert kept is not None
    assert [(one.on_day, one.times, one.minutes) for one in kept.lines] == [(None, 4, 360)]
    page.grid.go(2, page.grid.grid.sum_column)
    press("", DELETE)
    assert lines(page, helping[2]) == []


def test_that_what_is_not_understood_stays_in_its_cell(
    page: SlipsPage, helping: list[MatchId], press: Press, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.store.refused) as told:
        press("31 1.5", ENTER)
    assert "6月に31日はありません" in told.args[0]
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "31 1.5"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert slip(page, helping[0]) is None


def test_that_an_input_method_types_into_a_cell(
    page: SlipsPage, helping: list[MatchId], press: Press
) -> None:
    convert(page.grid, "１じ", "１時間半")
    press("", ENTER)
    assert lines(page, helping[0]) == [(3, 90)]


def test_that_details_are_typed_below_and_stay_when_the_time_changes(
    page: SlipsPage, helping: list[MatchId], press: Press
) -> None:
    press("2", ENTER)
    page.grid.go(0, 2)
    press("", SPACE)
    assert QApplication.focusWidget() is page.strip.ui.workedEdit
    press("", ENTER, ENTER)
    press("12", ENTER)  # how many were helped
    press("440", ENTER, ENTER)
    type_text(page.strip.ui.noteEdit, "雨で室内")
    press("", ENTER)
    assert QApplication.focusWidget() is page.grid
    press("1", ENTER)
    kept = slip(page, helping[0])
    assert kept is not None
    assert kept.lines == (
        ActivityDraft(date(2026, 6, 3), 1, 60, people_helped=12, fare=440, note="雨で室内"),
    )
    page.grid.go(0, 2)
    press("", DELETE)
    assert lines(page, helping[0]) == []


def test_that_slips_are_received_taken_away_and_looked_for(
    page: SlipsPage, helping: list[MatchId], press: Press, dialogs: FakeDialogs
) -> None:
    page.ui.receivedEdit.line.setText("r8.7.2")
    press("1", ENTER)
    kept = slip(page, helping[0])
    assert kept is not None
    assert kept.received_on == date(2026, 7, 2)
    page.ui.receivedEdit.line.setText("7/1")
    page.receive()
    assert slip(page, helping[0]) != kept
    page.next_missing()
    assert page.grid.row() == 1
    page.grid.go(0, 2)
    dialogs.answers = [False, True]
    page.take_away()
    assert slip(page, helping[0]) is not None
    page.take_away()
    assert slip(page, helping[0]) is None


def test_that_a_day_that_cannot_be_understood_keeps_nothing(
    page: SlipsPage, helping: list[MatchId], press: Press
) -> None:
    page.ui.receivedEdit.line.setText("あした")
    press("1", ENTER)
    page.nothing_done()
    assert slip(page, helping[0]) is None


def test_that_months_are_gone_through_over_the_end_of_the_year(page: SlipsPage) -> None:
    for _ in range(3):
        page.ui.monthChoice.back()
    assert page.month == date(2026, 3, 1)
    assert page.year.value.start == 2025
    assert page.ui.gridStack.currentWidget() is page.empty
    page.ui.monthChoice.forward()
    assert page.month == date(2026, 4, 1)
    page.open_target(Target("matching", "slips", "2026-05-01"))
    assert page.month == date(2026, 5, 1)
    assert where(page) == (0, 13)
    assert page.grid.grid.is_expected(0, 12)
    assert not page.grid.grid.is_expected(0, 5)  # before it was agreed


@pytest.mark.parametrize("month", [date(2026, 6, 1), date(2026, 2, 1)])
def test_that_the_model_keeps_the_rules_of_models(
    page: SlipsPage, qtmodeltester: ModelTester, month: date
) -> None:
    page.ui.monthChoice.show_month(month)
    qtmodeltester.check(page.grid.grid, force_py=True)
