"""What kind of value something is."""

from __future__ import annotations

from app.documents.formula.context import Context
from app.documents.formula.scalars import NOT_AVAILABLE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Array, Range, Union, Value, tables

_ERROR_NUMBERS = {
    "#NULL!": 1.0, "#DIV/0!": 2.0, "#VALUE!": 3.0, "#REF!": 4.0, "#NAME?": 5.0, "#NUM!": 6.0,
    "#N/A": 7.0,
}  # fmt: skip


def _as_number(value: Scalar) -> Scalar:
    if isinstance(value, (bool, float, CellError)):
        return value if isinstance(value, CellError) else float(value)
    return 0.0


def _first(value: Value) -> Scalar:
    return tables(value)[0].at(0, 0)


def _kind(value: Value) -> float:
    if isinstance(value, Array) or (isinstance(value, Range) and value.size > 1):
        return 64.0
    found = _first(value)
    if isinstance(found, bool):
        return 4.0
    if isinstance(found, CellError):
        return 16.0
    return 2.0 if isinstance(found, str) else 1.0


def _has_formula(value: Value) -> Scalar:
    if not isinstance(value, Range):
        return NOT_AVAILABLE
    return (value.area.top, value.area.left) in value.grid.formulas


def _sheet_number(context: Context, value: Value = None) -> Scalar:
    grid = value.grid if isinstance(value, Range) else context.grid
    return float(context.sheet_number(grid.name))


FUNCTIONS: dict[str, Function] = {
    "ISBLANK": function("e", lambda value: value is None),
    "ISERROR": function("e", lambda value: isinstance(value, CellError)),
    "ISERR": function("e", lambda value: isinstance(value, CellError) and value != NOT_AVAILABLE),
    "ISNA": function("e", lambda value: value == NOT_AVAILABLE),
    "ISNUMBER": function("e", lambda value: type(value) is float),
    "ISTEXT": function("e", lambda value: isinstance(value, str)),
    "ISNONTEXT": function("e", lambda value: not isinstance(value, str)),
    "ISLOGICAL": function("e", lambda value: isinstance(value, bool)),
    "ISREF": function("r", lambda value: isinstance(value, (Range, Union))),
    "ISFORMULA": function("r", _has_formula),
    "ISEVEN": function("n", lambda value: int(value) % 2 == 0),
    "ISODD": function("n", lambda value: int(value) % 2 == 1),
    "N": function("e", _as_number),
    "NA": function("", lambda: NOT_AVAILABLE),
    "TYPE": function("r", _kind),
    "ERROR.TYPE": function(
        "e",
        lambda value: (
            _ERROR_NUMBERS.get(value.text, NOT_AVAILABLE)
            if isinstance(value, CellError)
            else NOT_AVAILABLE
        ),
    ),
    "SHEET": function("@r?", _sheet_number),
}
