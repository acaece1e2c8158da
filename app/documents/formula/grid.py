"""One sheet as formulas see it: values by place, and which of them have yet to be computed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app.documents.form.addresses import Area
from app.documents.formula.parser import parse
from app.documents.formula.scalars import Scalar, Uncomputable
from app.documents.formula.tree import Node

Place = tuple[int, int]
"""Row and column, from 1."""

_MOST_READ = 10_000_000
_WIDE = 8


class Waiting(Exception):
    """Cells have to be computed before this one can be."""

    def __init__(self, grid: Grid, places: list[Place]) -> None:
        """Name the cells."""
        super().__init__()
        self.grid, self.places = grid, places


@dataclass(slots=True)
class Budget:
    """How many cells one calculation may still read, so that no workbook holds up the program.

    ``bottom`` and ``right`` are the last row and column that any of its sheets uses.
    """

    left: int = _MOST_READ
    bottom: int = 1
    right: int = 1

    def spend(self, count: int) -> None:
        """Raise ``Uncomputable`` once too much was read."""
        self.left -= count
        if self.left < 0:
            raise Uncomputable("計算の量が多すぎる")


@dataclass(slots=True, eq=False)
class Written:
    """A formula as the file has it: ``home`` is the cell whose references its text names.

    ``spread`` is the area that an array formula fills.
    """

    text: str
    home: Place
    spread: Area | None = None
    _tree: Node | None = None

    @property
    def tree(self) -> Node:
        """Return the formula as a tree; raises ``Uncomputable`` for what is not understood."""
        if self._tree is None:
            self._tree = parse(self.text)
        return self._tree


@dataclass(slots=True, eq=False)
class Grid:
    """The cells of one sheet; ``values`` by row and column, without empty ones.

    ``failed`` says why a cell could not be computed.  ``kept`` is what functions keep of areas that
    they read whole: what was computed once does not change.
    """

    name: str
    values: dict[int, dict[int, Scalar]]
    formulas: dict[Place, Written]
    budget: Budget = field(default_factory=Budget)
    hidden_rows: frozenset[int] = frozenset()
    waiting: dict[int, set[int]] = field(default_factory=dict)
    failed: dict[Place, str] = field(default_factory=dict)
    kept: dict[object, Any] = field(default_factory=dict)
    _rows: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        for row, _ in self.formulas:
            self.values.setdefault(row, {})
        self._rows = sorted(self.values)
        self.budget.bottom = max(self.budget.bottom, self._rows[-1] if self._rows else 1)
        widest = max((max(row, default=1) for row in self.values.values()), default=1)
        placed = max((column for _, column in self.formulas), default=1)
        self.budget.right = max(self.budget.right, widest, placed)

    def spend(self, count: int) -> None:
        """Count work; raises ``Uncomputable`` once it is too much."""
        self.budget.spend(count)

    def value(self, row: int, column: int) -> Scalar:
        """Return one cell's value."""
        if self.waiting and column in self.waiting.get(row, ()):
            self._ask([(row, column)])
        return self.values.get(row, {}).get(column)

    def cells(self, area: Area) -> Iterator[tuple[int, int, Scalar]]:
        """Yield (row, column, value) of an area's cells that hold something, row by row."""
        rows = self._rows[bisect_left(self._rows, area.top) : bisect_right(self._rows, area.bottom)]
        if self.waiting:
            self._check(area, rows)
        width = area.right - area.left + 1
        self.spend(len(rows) * min(width, _WIDE))
        if width == 1:
            yield from self._column(area.left, rows)
            return
        for row in rows:
            line = self.values[row]
            if width < _WIDE:
                columns = [c for c in range(area.left, area.right + 1) if c in line]
            else:
                columns = sorted(c for c in line if area.left <= c <= area.right)
                self.spend(len(line))
            for column in columns:
                yield row, column, line[column]

    def _column(self, column: int, rows: list[int]) -> Iterator[tuple[int, int, Scalar]]:
        values = self.values
        for row in rows:
            value = values[row].get(column)
            if value is not None:
                yield row, column, value

    def _check(self, area: Area, rows: list[int]) -> None:
        missing = []
        for row in rows:
            for column in self.waiting.get(row, ()):
                if area.left <= column <= area.right:
                    missing.append((row, column))
                    if (row, column) in self.failed:
                        self._ask(missing[-1:])
        if missing:
            self.spend(len(missing))
            self._ask(missing)

    def _ask(self, places: list[Place]) -> None:
        for place in places:
            if place in self.failed:
                raise Uncomputable(self.failed[place])
        raise Waiting(self, places)

    def open(self, place: Place) -> None:
        """Say that a cell has to be computed before it can be read."""
        self.waiting.setdefault(place[0], set()).add(place[1])

    def is_open(self, place: Place) -> bool:
        """Return whether a cell has yet to be computed."""
        return place[1] in self.waiting.get(place[0], ())

    def put(self, place: Place, value: Scalar) -> None:
        """Enter a cell's result."""
        row, column = place
        line = self.values[row]
        if value is None:
            line.pop(column, None)
        else:
            line[column] = value
        columns = self.waiting.get(row)
        if columns:
            columns.discard(column)
            if not columns:
                del self.waiting[row]
