"""A field for what each fiscal year of a contract is worth: a line for each year it runs in."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from app.gui.widgets.yen_edit import YenEdit
from app.kernel.fiscal_year import FiscalYear
from app.kernel.yen import yen_text

_MOST = 10
"""Years a line is shown for; a longer contract is a slip of a year."""

Amounts = tuple[tuple[int, int], ...]


class YearAmountsEdit(QWidget):
    """``value() -> Amounts``: years without an amount are left out."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._rows = QFormLayout()
        self._rows.setSpacing(4)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.sum = QLabel("始まりと終わりの日を入力すると、年度ごとの欄が出ます。")
        self.sum.setProperty("quiet", True)  # noqa: FBT003
        self.sum.setWordWrap(True)
        column.addLayout(self._rows)
        column.addWidget(self.sum)
        self.edits: dict[int, YenEdit] = {}
        self._kept: dict[int, str] = {}

    def show_years(self, first: FiscalYear, last: FiscalYear) -> None:
        """Ask for the amounts of these years; what was typed for one of them stays."""
        years = range(first.start, max(min(last.start, first.start + _MOST - 1), first.start) + 1)
        if list(years) == list(self.edits):
            return
        self._kept |= {year: edit.typed() for year, edit in self.edits.items()}
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self.edits = {}
        for year in years:
            self._add(year)
        self.setFocusProxy(self.edits[first.start])
        self._say_sum()

    def _add(self, year: int) -> None:
        edit = YenEdit()
        name = str(FiscalYear(year))
        edit.prepare(f"{name}の額")
        edit.line.setText(self._kept.get(year, ""))
        edit.edited.connect(self._say_sum)
        edit.edited.connect(self.edited)
        self._rows.addRow(name, edit)
        self.edits[year] = edit

    def value(self) -> Amounts:
        """Return the amounts by year.  Raises ``Refusal`` for what is no amount."""
        amounts = ((year, edit.value()) for year, edit in self.edits.items())
        return tuple((year, amount) for year, amount in amounts if amount is not None)

    def set_value(self, value: Any) -> None:
        """Show amounts; years beyond those of the contract are forgotten."""
        amounts: dict[int, int] = dict(value or ())
        self._kept = {year: yen_text(amount) for year, amount in amounts.items()}
        for year, edit in self.edits.items():
            edit.set_value(amounts.get(year))

    def typed(self) -> tuple[tuple[int, str], ...]:
        return tuple((year, edit.typed()) for year, edit in self.edits.items() if edit.typed())

    def _say_sum(self) -> None:
        """Say what the years make together, as far as they can be read."""
        total = 0
        for edit in self.edits.values():
            total += edit.understood_value() or 0
        self.sum.setText(f"計 {yen_text(total)}円")
