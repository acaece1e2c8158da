from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.planner.day_painting import entry_places
from app.gui.planner.occasions import OccasionKind
from app.gui.planner.planner_page import PlannerPage
from app.kernel.fiscal_year import FiscalYear
from app.matching import commands
from app.matching.match import ActivityDraft, MatchId
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.matching.desk import Desk

DAY = date(2026, 7, 15)
DONE = date(2026, 7, 1)


@pytest.fixture
def requests(store: Store, clock: Clock) -> list[int]:
    """Two requests for one day of July, and two who helped together on the first."""
    clock.now = datetime(2026, 7, 3, 9)
    desk = Desk(store)
    desk.masters()
    found = [
        desk.request(title=title, on_day=DAY, starts_at=time(hour))
        for title, hour in (("庭の手入れ", 13), ("買い物", 9))
    ]
    other = desk.request(title="夏まつり")
    for number in (1, 2):
        match = MatchId(desk.agreed(other, desk.supporter(number)))
        store.do("活動", commands.keep_activity, match, DONE, ActivityDraft(DONE, 1, 60))
    return found


@pytest.fixture
def page(requests: list[int], store: Store, clock: Clock, qtbot: QtBot) -> Iterator[PlannerPage]:
    jobs = Jobs()
    year = YearChoice(FiscalYear(2026))
    page = PlannerPage(ObservableStore(store), year, FakeDialogs(), jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    page.ui.month.setFocus()
    yield page
    page.close()
    jobs.close()


def listed(page: PlannerPage) -> list[str]:
    return [page.ui.dayList.item(row).text() for row in range(page.ui.dayList.count())]


def entry(page: PlannerPage, day: date, number: int, count: int) -> QPoint:
    place = page.ui.month.visualRect(page.ui.month.months.cell(day))
    return entry_places(place, count)[number].center()


def test_that_a_day_is_gone_to_and_its_entries_are_opened_by_keyboard(
    page: PlannerPage, requests: list[int], qtbot: QtBot
) -> None:
    assert page.ui.month.day == date(2026, 7, 3)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(page.ui.month, key)
    assert page.ui.month.day == DAY
    assert [text.split("\n")[:2] for text in listed(page)] == [
        ["希望日　09:00～", "担当の人　買い物"],
        ["希望日　13:00～", "担当の人　庭の手入れ"],
    ]
    qtbot.keyClick(page.ui.month, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.ui.dayList
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.ui.dayList, Qt.Key.Key_Return)
    assert wanted.args == [Target("matching", "request", requests[1])]
    qtbot.keyClick(page.ui.dayList, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.ui.month


def test_that_a_click_on_an_entry_opens_it_and_beside_it_chooses_the_day(
    page: PlannerPage, requests: list[int], qtbot: QtBot
) -> None:
    view = page.ui.month.viewport()
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=entry(page, DAY, 1, 2))
    assert wanted.args == [Target("matching", "request", requests[0])]
    with qtbot.assertNotEmitted(page.wanted):
        # two who helped together: which of them is chosen in the list
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=entry(page, DONE, 0, 1))
    assert page.ui.month.day == DONE
    assert len(listed(page)) == 2
    assert QApplication.focusWidget() is page.ui.dayList


def test_that_kinds_are_hidden_and_months_gone_through(page: PlannerPage) -> None:
    page.kinds[OccasionKind.ACTIVITY].click()
    assert page.ui.month.months.of(DONE) == []
    assert len(page.ui.month.months.of(DAY)) == 2
    page.ui.monthChoice.forward()
    assert page.ui.month.day == date(2026, 8, 1)
    assert "8/1" not in page.ui.dayLabel.text()
    page.show_today()
    assert page.ui.month.day == date(2026, 7, 3)
    assert "海の日" in page.ui.month.months.in_words(date(2026, 7, 20))


def test_that_the_calendar_follows_the_data(page: PlannerPage, requests: list[int]) -> None:
    page.store.do("取下げ", commands.bin_request, requests[0])
    assert len(page.ui.month.months.of(DAY)) == 1
    page.store.undo()
    assert len(page.ui.month.months.of(DAY)) == 2


def test_that_the_model_keeps_the_rules_of_models(
    page: PlannerPage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.ui.month.months, force_py=True)
    assert page.ui.month.months.rowCount() == 5
