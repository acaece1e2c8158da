from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.gui.framework.jobs import Jobs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.year_choice import YearChoice
from app.gui.results.results_page import ResultsPage
from app.kernel.fiscal_year import FiscalYear
from app.matching import commands
from app.matching.match import ActivityDraft, IncidentDraft, MatchId
from app.storage.store import Store
from tests.conftest import Clock
from tests.gui.fake_dialogs import FakeDialogs
from tests.gui.resting import rest
from tests.matching.desk import RECEIVED, Desk

JUNE = date(2026, 6, 1)


@pytest.fixture
def match(store: Store, clock: Clock) -> MatchId:
    """A match with three times of help in June, and something that happened."""
    clock.now = datetime(2026, 7, 3, 9)
    desk = Desk(store)
    desk.masters()
    match = desk.agreed(desk.request(kinds=(1,)), desk.supporter())
    lines = [ActivityDraft(date(2026, 6, day), 1, 90) for day in (3, 10, 17)]
    store.do("報告", commands.keep_slip, match, JUNE, lines, received_on=date(2026, 7, 1))
    store.do("事故", commands.add_incident, match, IncidentDraft(date(2026, 6, 3), content="転倒"))
    return match


@pytest.fixture
def page(match: MatchId, store: Store, clock: Clock, qtbot: QtBot) -> Iterator[ResultsPage]:
    jobs = Jobs()
    year = YearChoice(FiscalYear(2026))
    page = ResultsPage(ObservableStore(store), year, FakeDialogs(), jobs, clock)
    qtbot.addWidget(page)
    page.resize(1100, 600)
    page.show()
    qtbot.waitExposed(page)
    rest(jobs)
    yield page
    page.close()
    jobs.close()


def figure(page: ResultsPage, row: str, column: str) -> tuple[int, int]:
    return page.table.rows.index(row), page.table.columns.index(column)


def rows(page: ResultsPage) -> list[str]:
    columns = range(page.model.columnCount())
    return [
        "|".join(str(page.model.index(row, column).data()) for column in columns)
        for row in range(page.model.rowCount())
    ]


def test_that_a_figure_opens_its_rows_and_a_row_its_card(
    page: ResultsPage, match: MatchId, qtbot: QtBot
) -> None:
    page.ui.figures.setFocus()
    place = figure(page, "活動延べ人数", "6月")
    assert page.table.text(*place) == "3"
    page.ui.figures.setCurrentIndex(page.ui.figures.figures.index(*place))
    qtbot.keyClick(page.ui.figures, Qt.Key.Key_Return)
    assert rows(page)[0] == "R8.6.3(水)|担当の人　行事の手伝い|見本1　試|1回　1時間30分"
    assert page.ui.headLabel.text() == "活動延べ人数　6月　3　（活動実績 3行）"
    with qtbot.waitSignal(page.wanted) as wanted:
        qtbot.keyClick(page.ui.rowList, Qt.Key.Key_Return)
    assert wanted.args == [Target("matching", "match", match)]
    qtbot.keyClick(page.ui.rowList, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.ui.figures


def test_that_every_figure_of_every_table_opens_as_many_rows_as_it_names(
    page: ResultsPage, qtbot: QtBot
) -> None:
    for _ in range(page.ui.tableCombo.count()):
        qtbot.keyClick(page.ui.figures, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        table = page.table
        for row in range(len(table.rows)):
            for column in range(len(table.columns)):
                page.open_figure(row, column)
                assert len(rows(page)) == len(set(table.cells[row][column].keys))
    assert page.table.title == "月別"


def test_that_the_figures_follow_the_data_and_the_year(page: ResultsPage, match: MatchId) -> None:
    place = figure(page, "活動時間", "合計")
    assert page.table.text(*place) == "4:30"
    page.store.do("足す", commands.keep_activity, match, date(2026, 7, 1), ActivityDraft(
        date(2026, 7, 1), 1, 45))  # fmt: skip
    assert page.table.text(*place) == "4:30", "the old figure stays until it is counted anew"
    assert "数えています" in page.ui.headLabel.text()
    rest(page.jobs)
    assert page.table.text(*place) == "5:15"
    page.year.forward()  # superseded before it is answered
    page.year.back()
    page.year.back()
    rest(page.jobs)
    assert page.table.text(*place) == "0:00"
    page.open_figure(*place)
    assert page.ui.rowStack.currentIndex() == 0


def test_that_incidents_are_counted_and_listed(page: ResultsPage, qtbot: QtBot) -> None:
    assert page.ui.incidentsButton.text() == "ヒヤリ・事故 1件"
    qtbot.mouseClick(page.ui.incidentsButton, Qt.MouseButton.LeftButton)
    assert rows(page) == ["R8.6.3(水)|ヒヤリハット　担当の人　行事の手伝い|見本1　試|対応中　転倒"]


def test_that_the_table_is_copied_and_its_document_opened(page: ResultsPage, qtbot: QtBot) -> None:
    page.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0][1:4] == ["4月", "5月", "6月"]
    assert lines[8][0] == "活動延べ人数"
    assert lines[8][3] == "3"
    assert {len(line) for line in lines} == {14}
    with qtbot.waitSignal(page.wanted) as wanted:
        page.ui.documentButton.click()
    assert wanted.args[0].key == "match-results"


def test_that_the_model_keeps_the_rules_of_models(
    page: ResultsPage, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(page.ui.figures.figures, force_py=True)
    assert RECEIVED in page.year.value
