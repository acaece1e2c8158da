"""The filter of fiscal years over a list of matching."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.year_choice import YearChoice

_YEARS = 6


def fill_years(combo: QComboBox, year: YearChoice) -> None:
    """Offer the fiscal year of the window and those before it, whichever the window shows."""

    def fill() -> None:
        years = [year.value]
        while len(years) < _YEARS:
            years.append(years[-1].previous)
        fill_filter(combo, "年度", [(str(one), one) for one in years])

    fill()
    year.changed.connect(fill)
