"""The fiscal year the whole window shows."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.kernel.fiscal_year import FiscalYear


class YearChoice(QObject):
    """Holds the chosen year; ``changed`` carries the new ``FiscalYear``."""

    changed = Signal(object)

    def __init__(self, value: FiscalYear, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value

    @property
    def value(self) -> FiscalYear:
        return self._value

    def day(self, today: date) -> date:
        """Return the day of the shown year that is nearest to today: in another one, its end."""
        return min(max(today, self._value.first_day), self._value.last_day)

    def choose(self, year: FiscalYear) -> None:
        """Show another year; nothing happens if it is shown already."""
        if year != self._value:
            self._value = year
            self.changed.emit(year)

    def back(self) -> None:
        self.choose(self._value.previous)

    def forward(self) -> None:
        self.choose(self._value.next)
