"""The fiscal years of courses, from one to another: those there are courses of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.kernel.fiscal_year import FiscalYear
from app.searching.condition import Years


class YearsChoice(QWidget):
    """``changed`` says that other years are chosen; each end may be left open."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.firstCombo, self.lastCombo = QComboBox(), QComboBox()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for combo, name, between in (
            (self.firstCombo, "初めの年度", "から"),
            (self.lastCombo, "終わりの年度", "まで"),
        ):
            combo.setAccessibleName(name)
            combo.setToolTip(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(combo)
            row.addWidget(QLabel(between))
            combo.currentIndexChanged.connect(self.changed)

    def offer(self, years: Sequence[int]) -> None:
        """Offer these years, the latest first; nothing is narrowed yet."""
        for combo, words in ((self.firstCombo, "最初の年度"), (self.lastCombo, "最新の年度")):
            combo.blockSignals(True)  # noqa: FBT003  filling is no choosing
            combo.clear()
            combo.addItem(words, None)
            for year in years:
                combo.addItem(FiscalYear(year).name(), year)
            combo.blockSignals(False)  # noqa: FBT003

    def years(self) -> Years | None:
        """Return the years that are chosen, nothing for all of them."""
        chosen = self.firstCombo.currentData(), self.lastCombo.currentData()
        return None if chosen == (None, None) else chosen

    def show_years(self, years: Years | None) -> None:
        """Choose years; one of which there is no course any more is offered as well."""
        for combo, year in zip(
            (self.firstCombo, self.lastCombo), years or (None, None), strict=True
        ):
            if year is not None and combo.findData(year) < 0:
                combo.addItem(FiscalYear(year).name(), year)
            combo.setCurrentIndex(combo.findData(year) if year is not None else 0)
