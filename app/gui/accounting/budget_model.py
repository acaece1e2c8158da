"""The budget of a year as a grid: items of both sides, their sums, last year beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from app.accounting.account import AccountItemId, BudgetLineDraft, Side
from app.accounting.queries import BudgetRow, BudgetSheet
from app.gui.framework import theme
from app.kernel.errors import Refusal
from app.kernel.yen import read_yen, yen_text

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT, _TOOL_TIP, _FONT, _ALIGNMENT, _GROUND, _FOREGROUND = 0, 2, 3, 6, 7, 8, 9
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_INDENT = "　　"
Refused = Callable[[Refusal], None]


class BudgetColumn(IntEnum):
    """The columns, by their place."""

    ITEM = 0
    AMOUNT = 1
    BASIS = 2
    CHANGE = 3
    LAST_BUDGET = 4
    LAST_ACTUAL = 5


HEADINGS = ("費目", "予算額", "積算内訳", "増減", "前年度予算", "前年度決算")
_EDITED = (BudgetColumn.AMOUNT, BudgetColumn.BASIS)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One line: an item, or a sum that nobody types (``item`` is nothing for 計)."""

    name: str
    item: AccountItemId | None
    is_sum: bool
    amount: int
    basis: str
    last_budget: int
    last_actual: int

    def text(self, column: int) -> str:
        """Return what stands in a cell."""
        return (
            self.name,
            yen_text(self.amount),
            self.basis,
            yen_text(self.amount - self.last_budget),
            yen_text(self.last_budget),
            yen_text(self.last_actual),
        )[column]


def grid_rows(sheet: BudgetSheet) -> tuple[GridRow, ...]:
    """Return the lines of a budget: each side with its sum, then what is left."""
    rows: list[GridRow] = []
    for side in Side:
        rows += [_row(row) for row in sheet.of_side(side)]
        now, last = sheet.now.total(side), sheet.last.total(side)
        rows.append(_sum(f"{side.label}計", now.budget, last.budget, last.actual.count))
    left, before = sheet.now.planned_surplus, sheet.last.planned_surplus
    rows.append(_sum("収入－支出", left, before, sheet.last.surplus))
    return tuple(rows)


def _sum(name: str, amount: int, last_budget: int, last_actual: int) -> GridRow:
    return GridRow(
        name,
        None,
        is_sum=True,
        amount=amount,
        basis="",
        last_budget=last_budget,
        last_actual=last_actual,
    )


def _row(row: BudgetRow) -> GridRow:
    item = row.item
    return GridRow(
        f"{_INDENT}{item.name}" if item.parent else f"{item.side.label}　{item.name}",
        item.id,
        item.is_sum,
        row.amount,
        row.basis,
        row.last_budget,
        row.last_actual,
    )


class BudgetModel(QAbstractTableModel):
    """``write`` stores a line and returns whether that was done; ``wrong`` is told what is not.

    What cannot be read or is refused stays in its cell, marked, until it is put right or Esc is
    pressed.
    """

    def __init__(
        self,
        write: Callable[[BudgetLineDraft, str, Refused], bool],
        wrong: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._write, self._wrong = write, wrong
        self.grid: tuple[GridRow, ...] = ()
        self.misread: dict[tuple[int, int], tuple[str, str]] = {}

    def show(self, rows: tuple[GridRow, ...]) -> None:
        """Show a budget; the cursor stays while the items are the same."""
        same = [one.item for one in rows] == [one.item for one in self.grid]
        if not same:
            self.beginResetModel()
        self.grid = rows
        if same:
            last = self.index(len(rows) - 1, len(HEADINGS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.misread.clear()
            self.endResetModel()

    def forget_misread(self) -> None:
        """Show again what is stored."""
        self.misread.clear()
        self._wrong("")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.grid)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(HEADINGS)

    def is_edited(self, row: int, column: int) -> bool:
        """Return whether a cell is one that is typed into."""
        return column in _EDITED and not self.grid[row].is_sum

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_edited(index.row(), index.column()):
            found |= Qt.ItemFlag.ItemIsEditable
        return found

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        place = index.row(), index.column()
        row = self.grid[place[0]]
        if role in (_DISPLAY, _EDIT):
            return self._text(place, row, role)
        if role == _TOOL_TIP:
            return self.misread[place][1] if place in self.misread else row.text(place[1]).strip()
        if role == _ALIGNMENT and place[1] not in (BudgetColumn.ITEM, BudgetColumn.BASIS):
            return _RIGHT
        if role == _FONT and row.is_sum:
            font = QFont()
            font.setBold(True)
            return font
        return self._colour(place, row, role)

    def _text(self, place: tuple[int, int], row: GridRow, role: int) -> str:
        if place in self.misread:
            return self.misread[place][0]
        text = row.text(place[1])
        return "" if role == _EDIT and text == "0" else text

    def _colour(self, place: tuple[int, int], row: GridRow, role: int) -> QBrush | None:
        colours = theme.current()
        if role == _FOREGROUND:
            if place in self.misread:
                return QBrush(QColor(colours.problem))
            nought = row.text(place[1]) == "0"
            aside = place[1] in (BudgetColumn.LAST_BUDGET, BudgetColumn.LAST_ACTUAL)
            return QBrush(QColor(colours.quiet)) if nought or aside else None
        if role == _GROUND and row.item is None:
            return QBrush(QColor(colours.stripe))
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return HEADINGS[section]
        return None

    def setData(self, index: Index, value: Any, role: int = _EDIT) -> bool:  # noqa: N802
        place = index.row(), index.column()
        text = str(value).strip()
        row = self.grid[place[0]]
        if role != _EDIT or row.item is None:
            return False
        try:
            line = _line(row, place[1], text)
        except Refusal as refusal:
            self._mark(place, text, refusal)
            return False
        self.misread.pop(place, None)
        self._wrong("")
        if (line.amount, line.basis) == (row.amount, row.basis):
            self.dataChanged.emit(index, index)
            return False
        return self._write(line, row.name.strip(), partial(self._mark, place, text))

    def _mark(self, place: tuple[int, int], text: str, refusal: Refusal) -> None:
        self.misread[place] = (text, refusal.text)
        self._wrong(refusal.text)
        index = self.index(*place)
        self.dataChanged.emit(index, index)


def _line(row: GridRow, column: int, text: str) -> BudgetLineDraft:
    assert row.item is not None
    if column == BudgetColumn.AMOUNT:
        return BudgetLineDraft(row.item, read_yen(text) if text else 0, row.basis)
    return BudgetLineDraft(row.item, row.amount, text)
