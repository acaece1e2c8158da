"""The part 日・週・月 of 日報: the sheet of a day or a week, or a month as a calendar."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from app.daily_log.queries import LogRow
from app.daily_log.span import Span, day_in
from app.gui.compiled.daily_log.ui_sheet_page import Ui_SheetPage
from app.gui.daily_log.day_form import DayForm
from app.gui.daily_log.sheet_rows import COLUMNS, SheetListing, occasion_of, sum_of
from app.gui.framework import icons, view
from app.gui.framework.fresh_page import FreshPage
from app.gui.framework.search import Target
from app.gui.framework.window_model import WindowModel
from app.gui.planner.month_model import weeks_of
from app.gui.planner.occasions import Occasion
from app.gui.reporting.document_link import document_target
from app.gui.widgets.empty_state import EmptyState
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day

_SIDE_EMS, _CARD_EMS = 17, 15


class SheetPage(FreshPage):
    """Shows the days around ``day``.  A step over the end of the year shows the next one."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"log_entry", "log_contact", "log_day", "duty", "person", "organisation"}
    )

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = ui = Ui_SheetPage()
        ui.setupUi(self)
        self.span = Span.DAY
        self.day = day_in(self.year.value, self.today)
        self.model = WindowModel(self.store, COLUMNS, SheetListing(self.day, self.day), self)
        ui.sheetList.show_model(self.model, "log_sheet")
        self._nothing = EmptyState(
            "記録はまだありません",
            "書いた記録が、紙の日報と同じ順に並びます。",
            "この日の記録を書く",
        )
        ui.tableStack.addWidget(self._nothing)
        self.day_form = DayForm(ui, self.store, lambda: self.today)
        ui.month.months.nothing = "記録はありません"
        buttons = (ui.dayButton, ui.weekButton, ui.monthButton)
        self.spans: dict[Span, QPushButton] = dict(zip(Span, buttons, strict=True))
        self._lay_out()
        self._add_keys()
        self._connect()

    def _lay_out(self) -> None:
        ui, em = self.ui, self.fontMetrics().horizontalAdvance("国")
        ui.periodLabel.prepare(ems=15, bold=True)
        ui.sumLabel.prepare(ems=20)
        ui.dayLabel.prepare(ems=10, bold=True)
        ui.monthSplitter.setSizes([50 * em, _SIDE_EMS * em])
        ui.monthSplitter.setStretchFactor(0, 1)
        self.setFocusProxy(ui.sheetList)

    def _add_keys(self) -> None:
        ui, add = self.ui, self.keys.add
        add("1日の日報を出す", "Alt+1", partial(self.show_span, Span.DAY), ui.dayButton)
        add("1週間の日報を出す", "Alt+2", partial(self.show_span, Span.WEEK), ui.weekButton)
        add("1か月の暦を出す", "Alt+3", partial(self.show_span, Span.MONTH), ui.monthButton)
        add("前の日・週・月", "Alt+Left", self.back, ui.backButton)
        add("次の日・週・月", "Alt+Right", self.forward, ui.forwardButton)
        add("今日を出す", "Ctrl+T", self.show_today, ui.todayButton)
        add("この日の記録を書く", "Ctrl+N", self._write, ui.newButton)
        add("出している日・週・月の日報を印刷・Excel", "Ctrl+P", self._print, ui.printButton)
        self.keys.tell("Enter", "記録を開く（月では、その日の記録へ）")
        self.keys.tell("Ctrl+Enter", "天候・出退勤などを保存")

    def _connect(self) -> None:
        ui = self.ui
        self._nothing.wanted.connect(self._write)
        ui.sheetList.opened.connect(self._open_entry)
        ui.month.day_chosen.connect(self._day_chosen)
        ui.month.opened.connect(self._open)
        ui.month.entered.connect(self._enter)
        ui.dayList.opened.connect(self._open)
        ui.dayList.left.connect(ui.month.setFocus)
        self.year.changed.connect(self._year_changed)
        view.current().changed.connect(self._draw)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.ui.backButton.setIcon(icons.icon("chevron-left"))
        self.ui.forwardButton.setIcon(icons.icon("chevron-right"))
        em = self.fontMetrics().horizontalAdvance("国")
        self.ui.dayScroll.setFixedWidth(_CARD_EMS * em)

    # Which days

    def show_day(self, day: date) -> None:
        """Show another day, and the year it lies in."""
        self.day = day
        self.year.choose(FiscalYear.of(day))
        self.outdate()

    @Slot()
    def show_span(self, span: Span) -> None:
        """Show a day, a week or a month."""
        self.span = span
        self.outdate()
        if span is Span.MONTH:
            self.ui.month.setFocus()
        else:
            self._go_into_sheet()

    def _go_into_sheet(self) -> None:
        sheet = self.ui.sheetList
        sheet.setFocus()
        if not sheet.currentIndex().isValid():
            sheet.setCurrentIndex(self.model.index(0, 0))

    @Slot()
    def back(self) -> None:
        """Show the day, week or month before."""
        self._step(-1)

    @Slot()
    def forward(self) -> None:
        """Show the one after."""
        self._step(1)

    def _step(self, step: int) -> None:
        self.show_day(self.span.step(self.day, step))

    @Slot()
    def show_today(self) -> None:
        """Show today."""
        self.show_day(self.today)

    @Slot()
    def _year_changed(self) -> None:
        self.day = day_in(self.year.value, self.day)
        self.outdate()

    # Showing

    def reload(self) -> None:
        """Read what was done on the days that are shown."""
        first, last = self.span.around(self.day)
        for span, button in self.spans.items():
            button.setChecked(span == self.span)
        self.ui.periodLabel.setText(self.span.words(self.day))
        self.ui.views.setCurrentIndex(int(self.span is Span.MONTH))
        if self.span is Span.MONTH:
            self._show_month(first, last)
        else:
            self._show_sheet(first, last)

    def _show_sheet(self, first: date, last: date) -> None:
        ui, one = self.ui, self.span is Span.DAY
        self.model.show(SheetListing(first, last))
        rows = self._rows(first, last)
        ui.sumLabel.setText(sum_of(rows))
        ui.tableStack.setCurrentWidget(ui.sheetList if rows else self._nothing)
        ui.sheetList.setColumnHidden(0, one)
        ui.dayScroll.setVisible(one)
        if one:
            self.day_form.show_day(self.day)

    def _show_month(self, first: date, last: date) -> None:
        from_day, after = weeks_of(first, last)
        rows = self._rows(from_day, after - timedelta(days=1))
        month = self.ui.month
        month.months.today = self.today
        month.show_month(first, last, [occasion_of(row) for row in rows], self.day)

    def _rows(self, first: date, last: date) -> list[LogRow]:
        listing = SheetListing(first, last)
        keys = self.store.ask(listing.keys)
        rows = self.store.ask(listing.rows, keys)
        return [rows[key] for key in keys]

    @Slot(object)
    def _day_chosen(self, day: date) -> None:
        """Remember a day of the month that is shown; one of a month beside shows that month."""
        found = self.ui.month.months.of(day)
        count = f"{len(found)}件" if found else "記録はありません"
        self.ui.dayLabel.setText(f"{format_day(day, '4月1日(水)')}　{count}")
        self.ui.dayList.show_day(found)
        if day.month == self.day.month:
            self.day = day

    # Going somewhere

    @Slot(int)
    def _open_entry(self, key: int) -> None:
        self.wanted.emit(Target("log", "log_entry", key))

    @Slot(object)
    def _open(self, one: Occasion) -> None:
        self.wanted.emit(one.target)

    @Slot(object)
    def _enter(self, day: date) -> None:
        self.span = Span.DAY
        self.show_day(day)
        self._go_into_sheet()

    @Slot()
    def _write(self) -> None:
        now = self.day == self.today
        self.wanted.emit(Target("log", "new", None if now else self.day.isoformat()))

    @Slot()
    def _print(self) -> None:
        self.wanted.emit(document_target("daily-log", day=self.day, span=self.span.value))

    def open_target(self, target: Target) -> None:
        """Show the sheet of a day (``log_day``, 2026-04-01)."""
        self.span = Span.DAY
        self.show_day(date.fromisoformat(str(target.key)))

    def may_leave(self) -> bool:
        """Save what was typed about the day; stay where that is refused."""
        return self.day_form.save()
