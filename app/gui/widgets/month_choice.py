"""The choice of a month in the fiscal year of the window, with a step back and one on.

A step over the end of the year takes the whole window to the next one, as the arrows beside the
year do.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from app.gui.framework import icons
from app.gui.framework.year_choice import YearChoice
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day

_MONTH = "令和8年4月"
_EMS = 8
_TWO_YEARS = (4, 5)
"""The months in which the year before is still worked on."""


class MonthChoice(QWidget):
    """``changed`` says that another month is shown."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = self._step("chevron-left", "前の月")
        self.combo = QComboBox()
        self.combo.setAccessibleName("月")
        self.forward_button = self._step("chevron-right", "次の月")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(2)
        for one in (self.back_button, self.combo, self.forward_button):
            across.addWidget(one)
        self._year: YearChoice | None = None
        self._today: Callable[[], date] = lambda: self.month
        self._months: list[date] = []
        self._fit()
        self.combo.currentIndexChanged.connect(self._chosen)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)

    def _step(self, icon: str, text: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setAccessibleName(text)
        button.setProperty("icon_name", icon)
        return button

    def follow(self, year: YearChoice, today: Callable[[], date]) -> None:
        """Show the months of the window's year; at first the month of today where it has it."""
        self._year, self._today = year, today
        day = today()
        self._fill(year.value, day if day in year.value else year.value.first_day)
        year.changed.connect(self._year_changed)

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._months[self.combo.currentIndex()]

    def show_month(self, day: date) -> None:
        """Show the month a day lies in, in its year."""
        if self._year is not None:
            self._year.choose(FiscalYear.of(day))
        self.combo.setCurrentIndex(self._months.index(day.replace(day=1)))

    @Slot()
    def back(self) -> None:
        """Show the month before, if need be of the year before."""
        place = self.combo.currentIndex()
        if place > 0:
            self.combo.setCurrentIndex(place - 1)
        elif self._year is not None:
            self.show_month(self._year.value.previous.last_day)

    @Slot()
    def forward(self) -> None:
        """Show the month after, if need be of the next year."""
        place = self.combo.currentIndex()
        if place + 1 < self.combo.count():
            self.combo.setCurrentIndex(place + 1)
        elif self._year is not None:
            self.show_month(self._year.value.next.first_day)

    def _fill(self, year: FiscalYear, day: date) -> None:
        self.combo.blockSignals(True)  # noqa: FBT003  told once, below
        self._months = [first for first, _last in year.months]
        self.combo.clear()
        self.combo.addItems([format_day(first, _MONTH) for first in self._months])
        self.combo.setCurrentIndex(self._months.index(day.replace(day=1)))
        self.combo.blockSignals(False)  # noqa: FBT003
        self.changed.emit()

    @Slot(object)
    def _year_changed(self, year: FiscalYear) -> None:
        """Keep to the same month of another year, but go to where its work is.

        That is never ahead of today; in April and May it is the end of the year before.
        """
        same, today = year.month(self.month.month)[0], self._today()
        if today in year and same > today:
            same = today
        elif today in year.next and today.month in _TWO_YEARS:
            same = year.last_day
        self._fill(year, same)

    @Slot()
    def _chosen(self) -> None:
        self.changed.emit()

    def _fit(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        self.combo.setMinimumWidth(em * _EMS + 2 * em)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if not hasattr(self, "combo"):
            return
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.StyleChange:
            for button in (self.back_button, self.forward_button):
                button.setIcon(icons.icon(str(button.property("icon_name"))))
