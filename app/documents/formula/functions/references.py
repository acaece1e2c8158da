"""References worked out: where something stands, and cells named by numbers or by text."""

from __future__ import annotations

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, Area, column_letters
from app.documents.form.workbook import quoted
from app.documents.formula.context import Context
from app.documents.formula.scalars import NULL, REFERENCE, VALUE, CellError, Scalar, Uncomputable
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Array, Range, Union, Value


def _row(context: Context, value: Value = None) -> Value:
    if value is None:
        return float(context.place[0])
    if not isinstance(value, Range):
        return value if isinstance(value, CellError) else VALUE
    last = min(value.area.bottom, value.grid.budget.bottom)
    return _one_or_many([[float(row)] for row in range(value.area.top, last + 1)], value.area.top)


def _column(context: Context, value: Value = None) -> Value:
    if value is None:
        return float(context.place[1])
    if not isinstance(value, Range):
        return value if isinstance(value, CellError) else VALUE
    columns = [float(column) for column in range(value.area.left, value.area.right + 1)]
    return _one_or_many([columns], value.area.left)


def _one_or_many(rows: list[list[float]], first: int) -> Value:
    if not rows or (len(rows) == 1 and len(rows[0]) == 1):
        return float(first)
    return Array([list(row) for row in rows])


def _size(which: str) -> Function:
    def run(value: Value) -> Scalar:
        if isinstance(value, CellError):
            return value
        if not isinstance(value, (Range, Array)):
            return REFERENCE if isinstance(value, Union) else 1.0
        return float(value.height if which == "height" else value.width)

    return function("r", run)


def _address(
    row: int, column: int, kind: int = 1, letters: bool | None = None, sheet: str | None = None
) -> Scalar:
    if not (1 <= row <= LAST_ROW and 1 <= column <= LAST_COLUMN and 1 <= kind <= 4):
        return VALUE
    before = f"{quoted(sheet)}!" if sheet else ""
    fixed_row, fixed_column = kind in {1, 2}, kind in {1, 3}
    if letters is not None and not letters:
        down = f"R{row}" if fixed_row else f"R[{row}]"
        return f"{before}{down}" + (f"C{column}" if fixed_column else f"C[{column}]")
    across = "$" * fixed_column + column_letters(column)
    return before + across + "$" * fixed_row + str(row)


def _offset(
    value: Value, rows: int, columns: int, height: int | None = None, width: int | None = None
) -> Value:
    if not isinstance(value, Range):
        return value if isinstance(value, CellError) else VALUE
    tall = value.height if height is None else height
    wide = value.width if width is None else width
    if not tall or not wide:
        return REFERENCE
    top, left = value.area.top + rows, value.area.left + columns
    bottom, right = top + tall - (1 if tall > 0 else -1), left + wide - (1 if wide > 0 else -1)
    area = Area(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
    if area.top < 1 or area.left < 1 or area.bottom > LAST_ROW or area.right > LAST_COLUMN:
        return REFERENCE
    return Range(value.grid, area)


def _indirect(context: Context, text: str, letters: bool | None = None) -> Value:
    if letters is not None and not letters:
        raise Uncomputable("INDIRECTのR1C1形式は計算できない")
    return context.resolved(text)


def _joined(one: Value, other: Value) -> Value:
    """Return the area that reaches from one reference to another (the colon)."""
    if not isinstance(one, Range) or not isinstance(other, Range) or one.grid is not other.grid:
        return REFERENCE
    a, b = one.area, other.area
    return Range(
        one.grid,
        Area(
            min(a.top, b.top), min(a.left, b.left), max(a.bottom, b.bottom), max(a.right, b.right)
        ),
    )


def _common(one: Value, other: Value) -> Value:
    """Return the cells that two references share (the space)."""
    if not isinstance(one, Range) or not isinstance(other, Range) or one.grid is not other.grid:
        return VALUE
    a, b = one.area, other.area
    area = Area(
        max(a.top, b.top), max(a.left, b.left), min(a.bottom, b.bottom), min(a.right, b.right)
    )
    return Range(one.grid, area) if a.meets(b) else NULL


def _number_of_areas(value: Value) -> float:
    return float(len(value.parts)) if isinstance(value, Union) else 1.0


FUNCTIONS: dict[str, Function] = {
    "ROW": function("@r?", _row),
    "COLUMN": function("@r?", _column),
    "ROWS": _size("height"),
    "COLUMNS": _size("width"),
    "ADDRESS": function("iii?b?t?", _address),
    "OFFSET": function("riii?i?", _offset),
    "INDIRECT": function("@tb?", _indirect),
    "AREAS": function("r", _number_of_areas),
    "HYPERLINK": function("vv?", lambda address, shown=None: address if shown is None else shown),
    "SINGLE": function("v", lambda value: value),
    ":": function("rr", _joined),
    " ": function("rr", _common),
}
