"""The part 集計 of 日報: a year or a month in every classification; figures open their rows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Slot
from sqlalchemy.orm import Session

from app.daily_log import queries
from app.daily_log.span import Span
from app.duties import queries as duties
from app.gui.compiled.results.ui_tallies_page import Ui_TalliesPage
from app.gui.reporting.document_link import document_target
from app.gui.results.figures_page import FiguresPage, Reading
from app.gui.results.tally_tables import note_of, tables_of
from app.kernel.wareki import format_day
from app.office import queries as office

_MONTH = "令和8年4月"


class TalliesPage(FiguresPage):
    """Reads the figures when it is seen, and again when the period or the data changed."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"log_entry", "log_contact", "person", "duty", "duty_list", "crossing", "category"}
        | {"scheme", "activity_kind", "district"}
    )

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_TalliesPage()
        self.ui.setupUi(self)
        self._fill_months()
        self.year.changed.connect(self._fill_months)
        self.hold(self.ui, "log_tallies")
        add = self.keys.add
        add("月の日報を見る・印刷・Excel", "Ctrl+P", self._document, self.ui.documentButton)
        add("次の期間（年度・月）", "Alt+Right", self.next_period)
        add("前の期間（年度・月）", "Alt+Left", self.previous_period)
        self.ui.periodCombo.currentIndexChanged.connect(self.outdate)
        self.ui.cityCheck.toggled.connect(self.outdate)

    @Slot()
    def _fill_months(self) -> None:
        """Offer the whole year and its months; the same month of another year stays chosen."""
        combo = self.ui.periodCombo
        place = max(combo.currentIndex(), 0)
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItem("年度全体", None)
            for first, _last in self.year.value.months:
                combo.addItem(format_day(first, _MONTH), first)
            combo.setCurrentIndex(place)

    @Slot()
    def next_period(self) -> None:
        """Show the month after, after the last the whole year."""
        self._step_period(1)

    @Slot()
    def previous_period(self) -> None:
        """Show the month before, before the first the whole year."""
        self._step_period(-1)

    def _step_period(self, step: int) -> None:
        combo = self.ui.periodCombo
        combo.setCurrentIndex((combo.currentIndex() + step) % combo.count())

    def _span(self) -> tuple[date, date]:
        month: date | None = self.ui.periodCombo.currentData()
        year = self.year.value
        return (year.first_day, year.last_day) if month is None else Span.MONTH.around(month)

    def period(self) -> str:
        """Return the year or the month."""
        month = self.ui.periodCombo.currentData()
        return str(self.year.value) if month is None else format_day(month, _MONTH)

    def counting(self) -> Callable[[Session], Reading]:
        """Return what counts the period."""
        first, last = self._span()
        return partial(_count, first=first, last=last, city=self.ui.cityCheck.isChecked())

    @Slot()
    def _document(self) -> None:
        """Go to the calendar of the month that is shown, of a whole year that of its latest one."""
        first, last = self._span()
        day = min(last, max(first, self.today))
        self.wanted.emit(document_target("daily-log", day=day, span=Span.MONTH.value))


def _count(session: Session, *, first: date, last: date, city: bool) -> Reading:
    found = queries.tallies(session, first, last, to_city_only=city)
    kinds = {row.id: row.name for row in duties.activity_kinds(session)}
    districts = {row.id: row.name for row in office.districts(session)}
    return Reading(tables_of(found, kinds, districts), note_of(found))
