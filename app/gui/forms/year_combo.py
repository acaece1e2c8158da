"""Choosing the fiscal year since which a form is used."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from app.kernel.fiscal_year import FiscalYear

_BACK, _AHEAD = 10, 2


class YearCombo(QComboBox):
    """``currentData`` is the ``FiscalYear``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxVisibleItems(_BACK + _AHEAD + 1)

    def offer(self, now: FiscalYear, *more: FiscalYear) -> None:
        """Offer the years around one, and others that are in use; the choice is kept."""
        chosen = self.currentData()
        years = {FiscalYear(start) for start in range(now.start - _BACK, now.start + _AHEAD + 1)}
        self.clear()
        for year in sorted(years.union(more), reverse=True):
            self.addItem(f"{year}から", year)
        self.choose(chosen if isinstance(chosen, FiscalYear) else now)

    def choose(self, year: FiscalYear) -> None:
        """Choose a year that is offered."""
        found = [number for number in range(self.count()) if self.itemData(number) == year]
        self.setCurrentIndex(found[0] if found else -1)
