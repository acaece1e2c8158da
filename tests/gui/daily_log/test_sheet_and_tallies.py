"""The sheet of a day, the month, and figures that open the entries they count."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.daily_log import queries
from app.daily_log.span import Span, day_in
from app.gui.daily_log.sheet_page import SheetPage
from app.gui.daily_log_place import DailyLogPlace
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.results.tallies_page import TalliesPage
from app.kernel.fiscal_year import FiscalYear
from tests.gui.daily_log.conftest import TODAY, Known
from tests.gui.resting import rest
from tests.gui.typing_japanese import type_text

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, held)


def test_that_spans_step_over_the_ends_of_months_and_years() -> None:
    assert Span.WEEK.around(TODAY) == (date(2026, 5, 18), date(2026, 5, 24))
    assert Span.MONTH.step(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert Span.MONTH.step(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert Span.MONTH.around(date(2028, 2, 29)) == (date(2028, 2, 1), date(2028, 2, 29))
    assert day_in(FiscalYear(2026), date(2028, 2, 29)) == date(2027, 2, 28)


def test_that_a_day_shows_its_entries_and_keeps_what_is_said_of_it(
    log_place: DailyLogPlace, observed: ObservableStore, known: Known
) -> None:
    log_place.open_target(Target("log", "log_day", "2026-05-18"))
    page = log_place.part
    assert isinstance(page, SheetPage)
    assert page.ui.sumLabel.text() == "1件　1時間30分　⑤1件　延べ1人"
    page.ui.weatherEdit.setFocus()
    type_text(page.ui.weatherEdit, "晴れ")
    page.ui.cameEdit.line.setText("845")
    press(Qt.Key.Key_Right, ALT)  # the next day: what was typed is saved first
    kept = observed.ask(queries.log_day, date(2026, 5, 18))
    assert (kept.weather, kept.came_at) == ("晴れ", time(8, 45))
    assert page.day == date(2026, 5, 19)
    assert page.ui.weatherEdit.text() == ""
    wanted: list[Target] = []
    page.wanted.connect(wanted.append)
    press(Qt.Key.Key_P, CONTROL)
    assert wanted[0].key == "daily-log day=2026-05-19 span=day"


def test_that_the_month_leads_to_days_and_the_year_follows(log_place: DailyLogPlace) -> None:
    log_place.show_part("sheet")
    page = log_place.part
    assert isinstance(page, SheetPage)
    press(Qt.Key.Key_3, ALT)
    assert [one.mark for one in page.ui.month.months.of(TODAY)] == ["①"]
    press(Qt.Key.Key_Left, ALT)
    press(Qt.Key.Key_Left, ALT)
    assert (page.day, page.year.value) == (date(2026, 3, 20), FiscalYear(2025))
    page.year.choose(FiscalYear(2026))
    assert page.day == date(2027, 3, 20)


def test_that_every_classification_counts_the_same_entries_and_opens_them(
    log_place: DailyLogPlace, known: Known
) -> None:
    log_place.show_part("tallies")
    page = log_place.part
    assert isinstance(page, TalliesPage)
    rest(page.jobs)
    sums = {table.cells[-1][table.columns.index("件数")].count for table in page.shown}
    assert sums == {len(known.entries)}
    assert len(page.shown) >= 5
    page.open_figure(4, page.table.columns.index("件数"))
    assert [*page.model.keys()] == [known.entries[0]]
    page.open_figure(4, page.table.columns.index("対象者 実"))
    assert [*page.model.keys()] == [known.person]
    page.ui.periodCombo.setCurrentIndex(1)  # April: nothing was written
    rest(page.jobs)
    assert page.table.cells[-1][-1].count == 0
