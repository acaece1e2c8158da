"""Widths and heights of a sheet's columns and rows in EMU (12,700 a point), hidden ones 0.

A column's width counts digits of the workbook's default font as named (design/printing.md, 1).
"""

from __future__ import annotations

from copy import copy

from app.documents.form.addresses import LAST_ROW, Area
from app.documents.form.insertion import Insertion
from app.documents.form.markup import Element, number, q, real

EMU = 12_700
_ROW_HEIGHT, _COLUMN_WIDTH = 15.0, 8.43
_TRUE = {"1", "true"}


class Sizes:
    """The sizes of one sheet as it is now."""

    def __init__(self, root: Element, digit: float) -> None:
        """Read a sheet; ``digit`` is the width of a digit in points."""
        defaults = root.find(q("sheetFormatPr"))
        self._digit = digit
        self._height = _real(defaults, "defaultRowHeight", _ROW_HEIGHT)
        self._width = _real(defaults, "defaultColWidth", _COLUMN_WIDTH)
        self._columns = [
            (number(entry.get("min")), number(entry.get("max")), _shown(entry, "width", None))
            for entry in root.iterfind(f"{q('cols')}/{q('col')}")
        ]
        self._rows = {
            number(row.get("r")): _shown(row, "ht", self._height)
            for row in root.iterfind(f"{q('sheetData')}/{q('row')}")
        }

    def grown(self, insertion: Insertion) -> Sizes:
        """Return the sizes after rows were put in, each as high as the drawn row it repeats."""
        after = copy(self)
        after._rows = {insertion.row(row): height for row, height in self._rows.items()}  # noqa: SLF001
        for row in range(insertion.top, insertion.bottom + 1):
            if row in self._rows:
                for down in range(insertion.height, insertion.count + 1, insertion.height):
                    after._rows[row + down] = self._rows[row]  # noqa: SLF001
        return after

    def width(self, column: int) -> int:
        """Return a column's width."""
        for first, last, width in self._columns:
            if first <= column <= last:
                return round((self._width if width is None else width) * self._digit * EMU)
        return round(self._width * self._digit * EMU)

    def height(self, row: int) -> int:
        """Return a row's height."""
        height = self._rows.get(row)
        return round((self._height if height is None else height) * EMU)

    def box(self, area: Area) -> tuple[int, int]:
        """Return the width and height of an area."""
        return (
            sum(self.width(column) for column in range(area.left, area.right + 1)),
            sum(self.height(row) for row in range(area.top, area.bottom + 1)),
        )

    def top(self, row: int) -> int:
        """Return how far below the sheet's upper edge a row begins."""
        own = [height for each, height in self._rows.items() if each < row and height is not None]
        return round((sum(own) + (row - 1 - len(own)) * self._height) * EMU)

    def row_at(self, down: int) -> tuple[int, int]:
        """Return the row at a distance from the upper edge, and how far into it that is."""
        row = 1
        while row < LAST_ROW and down >= (height := self.height(row)):
            down -= height
            row += 1
        return row, max(down, 0)

    def within(self, area: Area, across: int, down: int) -> tuple[int, int, int, int]:
        """Return (column, offset, row, offset) of a point inside an area."""
        column, row = area.left, area.top
        while column < area.right and across >= (width := self.width(column)):
            across, column = across - width, column + 1
        while row < area.bottom and down >= (height := self.height(row)):
            down, row = down - height, row + 1
        return column, across, row, down


def _real(entry: Element | None, name: str, otherwise: float) -> float:
    return max(real(entry.get(name), otherwise), 0.0) if entry is not None else otherwise


def _shown(entry: Element, name: str, otherwise: float | None) -> float | None:
    if entry.get("hidden") in _TRUE:
        return 0.0
    return _real(entry, name, -1) if entry.get(name) else otherwise
