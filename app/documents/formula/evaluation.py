"""One formula evaluated in its cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area
from app.documents.formula.coercion import number_of, text_of, truth_of
from app.documents.formula.functions import CHOOSING, FUNCTIONS
from app.documents.formula.grid import Grid, Place
from app.documents.formula.lifting import lifted
from app.documents.formula.operators import operated
from app.documents.formula.parser import parse
from app.documents.formula.scalars import (
    REFERENCE,
    VALUE,
    CellError,
    Scalar,
    Uncomputable,
)
from app.documents.formula.signature import Function
from app.documents.formula.tokens import NOT_UNDERSTOOD
from app.documents.formula.tree import (
    ArrayConstant,
    Call,
    Cells,
    Constant,
    Corner,
    Name,
    Negative,
    Node,
    Operation,
    Percent,
    Several,
    TablePart,
)
from app.documents.formula.values import Array, Range, Union, Value, array_of, tables
from app.documents.formula.workbook import Sheets

_DEEPEST_NAMES = 20
_COST_OF_NAME = 100


class Evaluation:
    """Evaluates trees where one cell stands.

    ``home`` is the cell that the references were written for; they move with the way from there
    to ``place``.  ``arrays``: operators take whole areas instead of the cell in the same row.
    """

    def __init__(
        self, sheets: Sheets, grid: Grid, place: Place, home: Place, *, arrays: bool = False,
        depth: int = 0,
    ) -> None:  # fmt: skip
        """Stand in a cell."""
        self.sheets, self.grid, self.place = sheets, grid, place
        self._down, self._across = place[0] - home[0], place[1] - home[1]
        self._arrays, self._depth = arrays, depth

    @property
    def from_1904(self) -> bool:
        """Return whether days count from 1904."""
        return self.sheets.from_1904

    @property
    def moment(self) -> datetime | None:
        """Return the time that NOW gives, where it is known."""
        return self.sheets.moment

    def result(self, tree: Node) -> Scalar:
        """Return what a cell with this formula holds.

        Raises ``Waiting`` while another cell has to be computed first, ``Uncomputable`` for
        what is not understood.
        """
        value = self.single(tree)
        found = value.at(0, 0) if isinstance(value, Array) else value
        return 0.0 if found is None else found

    def value(self, node: Node) -> Value:
        """Evaluate a node; references stay references."""
        return _BY_KIND[type(node)](self, node)

    def single(self, node: Node) -> Scalar | Array:
        """Evaluate a node to one value, or to an array where that is meant."""
        if type(node) is Cells and node.first is node.last and node.sheets is None:
            return self.grid.value(*self._corner(node.first))
        value = _BY_KIND[type(node)](self, node)
        if isinstance(value, Range):
            return self._of_range(value)
        return VALUE if isinstance(value, Union) else value

    def _of_range(self, found: Range) -> Scalar | Array:
        if found.size == 1:
            return found.at(0, 0)
        return array_of(found) if self._arrays else self._met(found)

    def _met(self, found: Range) -> Scalar:
        """Return the cell of a row or column that lies level with this one."""
        area, (row, column) = found.area, self.place
        if area.left == area.right and area.top <= row <= area.bottom:
            return found.grid.value(row, area.left)
        if area.top == area.bottom and area.left <= column <= area.right:
            return found.grid.value(area.top, column)
        return VALUE

    def _corner(self, corner: Corner) -> Place:
        row, column = corner.row or 1, corner.column or 1
        if not corner.fixed_row:
            row = (row + self._down - 1) % LAST_ROW + 1
        if not corner.fixed_column:
            column = (column + self._across - 1) % LAST_COLUMN + 1
        return row, column

    def area(self, node: Cells) -> Area:
        """Return the cells that a reference means here."""
        (top, left), (bottom, right) = self._corner(node.first), self._corner(node.last)
        if node.first.row is None:
            top, bottom = 1, LAST_ROW
        if node.first.column is None:
            left, right = 1, LAST_COLUMN
        return Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    def cells(self, node: Cells) -> Value:
        area = self.area(node)
        if node.sheets is None:
            return Range(self.grid, area)
        grids = self.sheets.between(*node.sheets)
        if not grids:
            return REFERENCE
        ranges = tuple(Range(grid, area) for grid in grids)
        return ranges[0] if len(ranges) == 1 else Union(ranges)

    def name(self, node: Name) -> Value:
        text = self.sheets.name(node.text, node.sheet or self.grid.name)
        if text is None:
            return self.sheets.table_part(node.text, "#Data", self.place)
        self.grid.spend(_COST_OF_NAME)
        if self._depth > _DEEPEST_NAMES:
            raise Uncomputable("名前の定義がぐるぐる回っている")
        inner = Evaluation(
            self.sheets, self.grid, self.place, (1, 1), arrays=True, depth=self._depth + 1
        )
        return inner.value(parse(text))

    def resolved(self, text: str) -> Value:
        """Return what a text names, as ``INDIRECT`` reads it."""
        try:
            node = parse(text)
        except Uncomputable:
            return REFERENCE
        if not isinstance(node, (Cells, Name, TablePart)):
            return REFERENCE
        here = Evaluation(self.sheets, self.grid, self.place, self.place, depth=self._depth + 1)
        value = here.value(node)
        return value if isinstance(value, (Range, Union)) else REFERENCE

    def reading(self, text: str) -> str:
        """Return how a text is read aloud, where that is stored."""
        return self.sheets.reading(text)

    def sheet_number(self, name: str) -> int:
        """Return a sheet's place in the workbook, from 1."""
        return list(self.sheets.names).index(name) + 1

    def table_part(self, node: TablePart) -> Value:
        return self.sheets.table_part(node.table, node.part, self.place)

    def operation(self, node: Operation) -> Value:
        found = self.single(node.first)
        for sign, other in node.rest:
            found = self._operated(sign, found, self.single(other))
        return found

    def _operated(
        self, sign: str, one: Scalar | Array, other: Scalar | Array
    ) -> Scalar | Array:  # fmt: skip
        if isinstance(one, Array) or isinstance(other, Array):
            how = partial(operated, sign, from_1904=self.from_1904)
            return lifted(how, [one, other], self.grid.budget)
        return operated(sign, one, other, from_1904=self.from_1904)

    def negative(self, node: Negative) -> Value:
        return self._operated("*", self.single(node.value), -1.0)

    def percent(self, node: Percent) -> Value:
        return self._operated("/", self.single(node.value), 100.0**node.times)

    def several(self, node: Several) -> Value:
        found: list[Range] = []
        for part in node.parts:
            value = self.value(part)
            if not isinstance(value, (Range, Union)):
                return VALUE
            found += value.parts if isinstance(value, Union) else (value,)
        return Union(tuple(found))

    def call(self, node: Call) -> Value:
        choosing = CHOOSING.get(node.name)
        if choosing:
            return choosing(self, node.arguments)
        function = FUNCTIONS.get(node.name)
        if function is None:
            raise Uncomputable(f"関数 {node.name[:40]} は計算できない")
        kinds = function.kinds_of(len(node.arguments))
        if kinds is None:
            raise Uncomputable(NOT_UNDERSTOOD)
        values = [
            self._argument(kind, part) for kind, part in zip(kinds, node.arguments, strict=True)
        ]
        pairs = zip(kinds, values, strict=True)
        single = [kind not in "ra" and isinstance(value, Array) for kind, value in pairs]
        if any(single):
            return self._each(function, kinds, values, single)
        return self._applied(function, kinds, values)

    def _argument(self, kind: str, node: Node) -> Value:
        if kind == "r":
            return self.value(node)
        if kind == "a" and not self._arrays:
            return self._as_arrays().value(node)
        return self.value(node) if kind == "a" else self.single(node)

    def _as_arrays(self) -> Evaluation:
        home = (self.place[0] - self._down, self.place[1] - self._across)
        return Evaluation(
            self.sheets, self.grid, self.place, home, arrays=True, depth=self._depth
        )  # fmt: skip

    def _each(
        self, function: Function, kinds: str, values: list[Value], single: list[bool]
    ) -> Value:
        def one(*chosen: Scalar) -> Scalar:
            rest = iter(chosen)
            pairs = zip(single, values, strict=True)
            filled = [next(rest) if is_single else value for is_single, value in pairs]
            found = self._applied(function, kinds, filled)
            return found if not isinstance(found, (Array, Range, Union)) else first_of(found)

        arrays = [v for v, is_single in zip(values, single, strict=True) if is_single]
        return lifted(one, arrays, self.grid.budget)  # type: ignore[arg-type]

    def _applied(self, function: Function, kinds: str, values: list[Value]) -> Value:
        given: list[Any] = [self] if function.with_context else []
        for kind, value in zip(kinds, values, strict=True):
            coerced = value if kind in "ra" else _COERCE[kind](value, self.from_1904)
            if isinstance(coerced, CellError) and kind not in "era":
                return coerced
            given.append(coerced)
        try:
            found = function.run(*given)
        except OverflowError:
            return CellError("#NUM!")
        return float(found) if type(found) is int else found


def first_of(value: Value) -> Scalar:
    """Return the top left value of whatever an expression gave."""
    for table in tables(value):
        return table.at(0, 0)
    return VALUE


def _whole(value: Any, from_1904: bool) -> int | CellError:
    number = number_of(value, from_1904=from_1904)
    return number if isinstance(number, CellError) else int(number)


_COERCE: dict[str, Callable[[Any, bool], Any]] = {
    "n": lambda value, from_1904: number_of(value, from_1904=from_1904),
    "i": _whole,
    "t": lambda value, _: text_of(value),
    "b": lambda value, _: truth_of(value),
    "v": lambda value, _: value,
    "e": lambda value, _: value,
}
_BY_KIND: dict[type, Callable[[Evaluation, Any], Value]] = {
    Constant: lambda _, node: node.value,
    ArrayConstant: lambda _, node: Array([list(row) for row in node.rows]),
    Cells: Evaluation.cells,
    Name: Evaluation.name,
    TablePart: Evaluation.table_part,
    Call: Evaluation.call,
    Operation: Evaluation.operation,
    Negative: Evaluation.negative,
    Percent: Evaluation.percent,
    Several: Evaluation.several,
}
