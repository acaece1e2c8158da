"""What a formula works with: single values, errors, arrays, and cells referred to.

An empty cell is ``None``; numbers and days are ``float``, never ``int``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area
from app.documents.formula.grid import Grid
from app.documents.formula.scalars import CellError, Scalar


@dataclass(frozen=True, slots=True)
class Array:
    """A rectangle of values; there is at least one, and all rows are of one length."""

    rows: list[list[Scalar]]

    @property
    def height(self) -> int:
        return len(self.rows)

    @property
    def width(self) -> int:
        return len(self.rows[0])

    @property
    def size(self) -> int:
        return self.height * self.width

    def at(self, row: int, column: int) -> Scalar:
        """Return a value, counted from 0."""
        return self.rows[row][column]

    def cells(self) -> Iterator[tuple[int, int, Scalar]]:
        """Yield (row, column, value) of all that is not empty, counted from 0."""
        for down, row in enumerate(self.rows):
            for across, value in enumerate(row):
                if value is not None:
                    yield down, across, value

    def stretched(self, row: int, column: int) -> Scalar:
        """Return a value of the array as it meets a larger one: single rows and columns repeat."""
        down = 0 if self.height == 1 else row
        across = 0 if self.width == 1 else column
        if down >= self.height or across >= self.width:
            return CellError("#N/A")
        return self.rows[down][across]


@dataclass(frozen=True, slots=True)
class Range:
    """Cells of a sheet.  Reading them raises ``Waiting`` while one has yet to be computed."""

    grid: Grid
    area: Area

    @property
    def height(self) -> int:
        return self.area.bottom - self.area.top + 1

    @property
    def width(self) -> int:
        return self.area.right - self.area.left + 1

    @property
    def size(self) -> int:
        return self.height * self.width

    def at(self, row: int, column: int) -> Scalar:
        """Return a value, counted from 0 at the top left."""
        return self.grid.value(self.area.top + row, self.area.left + column)

    def cells(self) -> Iterator[tuple[int, int, Scalar]]:
        """Yield (row, column, value) of all that is not empty, counted from 0, row by row."""
        top, left = self.area.top, self.area.left
        for row, column, value in self.grid.cells(self.area):
            yield row - top, column - left, value

    def part(self, top: int, left: int, height: int, width: int) -> Range:
        """Return a part, counted from 0."""
        first_row, first_column = self.area.top + top, self.area.left + left
        area = Area(first_row, first_column, first_row + height - 1, first_column + width - 1)
        return Range(self.grid, area)


@dataclass(frozen=True, slots=True)
class Union:
    """Several ranges at once: ``(A1:A3,C1)``, or one area of a run of sheets."""

    parts: tuple[Range, ...]


Value: TypeAlias = Scalar | Array | Range | Union
"""What an expression gives."""

Table: TypeAlias = Array | Range
"""What a function that takes many values at once is given."""


def tables(value: Value) -> tuple[Table, ...]:
    """Return a value as rectangles to walk over."""
    if isinstance(value, Union):
        return value.parts
    return (value,) if isinstance(value, (Array, Range)) else (Array([[value]]),)


def array_of(table: Table) -> Array:
    """Return all values of a rectangle, the empty ones too.

    Whole columns and rows end where the workbook does.  Raises ``Uncomputable`` if too large.
    """
    if isinstance(table, Array):
        return table
    budget = table.grid.budget
    area = table.area
    height = min(table.height, budget.bottom) if area.bottom == LAST_ROW else table.height
    width = min(table.width, budget.right) if area.right == LAST_COLUMN else table.width
    table = table.part(0, 0, max(height, 1), max(width, 1))
    budget.spend(table.size)
    rows: list[list[Scalar]] = [[None] * table.width for _ in range(table.height)]
    for row, column, value in table.cells():
        rows[row][column] = value
    return Array(rows)
