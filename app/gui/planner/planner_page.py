"""The part 予定表 of マッチング: a month of all that falls on a day, and one day beside it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton

from app.gui.compiled.planner.ui_planner_page import Ui_PlannerPage
from app.gui.framework.fresh_page import FreshPage
from app.gui.planner.month_model import weeks_of
from app.gui.planner.occasions import PLANNED, Occasion, OccasionKind, occasions
from app.kernel.wareki import format_day
from app.matching.slip_checks import last_of

_TABLES = frozenset(
    {"match", "match_step", "activity_slip", "activity", "help_request", "supporter", "person"}
    | {"local_resource", "opening_day", "organisation", "course", "course_session"}
)
_DAY = "4月1日(水)"
_SIDE_EMS = 17


class PlannerPage(FreshPage):
    """Reads the month when it is seen, and again when anything in it may have changed."""

    tables: ClassVar[frozenset[str]] = _TABLES

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)
        self.ui = Ui_PlannerPage()
        self.ui.setupUi(self)
        self._found: tuple[Occasion, ...] = ()
        self.kinds: dict[OccasionKind, QPushButton] = {}
        for number, kind in enumerate(PLANNED, start=1):
            self._add_kind(number, kind)
        self.ui.dayLabel.prepare(ems=10, bold=True)
        em = self.fontMetrics().horizontalAdvance("国")
        self.ui.splitter.setSizes([50 * em, _SIDE_EMS * em])
        self.ui.splitter.setStretchFactor(0, 1)
        self.setFocusProxy(self.ui.month)
        self._connect()
        self.ui.monthChoice.follow(self.year, lambda: self.today)

    def _add_kind(self, number: int, kind: OccasionKind) -> None:
        """Add the button that shows and hides a kind of entry."""
        button = QPushButton(kind.label, self.ui.toolRow)
        button.setAccessibleName(f"{kind.label}を出す")
        button.setCheckable(True)
        button.setChecked(True)
        button.setProperty("apart", number == 1)
        button.setToolTip(f"{kind.label}を出す・隠す")
        button.toggled.connect(self._show)
        self.kinds[kind] = button

    def _connect(self) -> None:
        ui, add = self.ui, self.keys.add
        add("前の月", "Alt+Left", ui.monthChoice.back)
        add("次の月", "Alt+Right", ui.monthChoice.forward)
        add("今日のある月を出す", "Ctrl+T", self.show_today, ui.todayButton)
        self.keys.tell("↑ ↓ ← →", "日を選ぶ")
        self.keys.tell("Enter", "その日の予定を開く（いくつかあるときは右の一覧へ移る）")
        self.keys.tell("Esc", "一覧から月の表へ戻る")
        ui.monthChoice.changed.connect(self.outdate)
        ui.month.day_chosen.connect(self._show_day)
        ui.month.opened.connect(self._open)
        ui.month.entered.connect(self._enter)
        ui.dayList.opened.connect(self._open)
        ui.dayList.left.connect(ui.month.setFocus)

    def reload(self) -> None:
        """Read all that falls on the days that are shown."""
        month = self.ui.monthChoice.month
        first, after = weeks_of(month, last_of(month))
        self._found = self.store.ask(occasions, first, after)
        self._show()

    @Slot()
    def _show(self) -> None:
        """Show the kinds that are wanted; the current day stays in the same month."""
        month, view = self.ui.monthChoice.month, self.ui.month
        last = last_of(month)
        known = view.months.month == month and view.currentIndex().isValid()
        day = view.day if known else self.today
        wanted = [one for one in self._found if self.kinds[one.kind].isChecked()]
        view.months.today = self.today
        view.show_month(month, last, wanted, day if known or month <= day <= last else month)

    @Slot(object)
    def _show_day(self, day: date) -> None:
        found = self.ui.month.months.of(day)
        count = f"{len(found)}件" if found else "予定はありません"
        self.ui.dayLabel.setText(f"{format_day(day, _DAY)}　{count}")
        self.ui.dayList.show_day(found)

    @Slot()
    def show_today(self) -> None:
        """Show the month of today, with today current."""
        self.ui.monthChoice.show_month(self.today)
        self.ui.month.setCurrentIndex(self.ui.month.months.cell(self.today))
        self.ui.month.setFocus()

    @Slot(object)
    def _enter(self, day: date) -> None:
        found = self.ui.month.months.of(day)
        if len(found) == 1:
            self._open(found[0])
        elif found:
            self.ui.dayList.setFocus()

    @Slot(object)
    def _open(self, one: Occasion) -> None:
        self.wanted.emit(one.target)
