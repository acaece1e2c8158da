"""Counts, sums and averages of what meets conditions."""

from __future__ import annotations

import math
from collections.abc import Callable

from app.documents.formula.coercion import finite
from app.documents.formula.functions.criteria import Meets, criterion
from app.documents.formula.scalars import DIVISION, VALUE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Array, Range, Table, Union, Value, array_of, tables

Place = tuple[int, int]


def _table(value: Value) -> Table | CellError:
    if isinstance(value, CellError):
        return value
    found = tables(value)
    return found[0] if len(found) == 1 else VALUE


def _test(value: Value) -> Meets:
    """Return the test of a condition; of an array or area its first value counts."""
    found = tables(value)
    return criterion(found[0].at(0, 0) if found else None)


def _groups(table: Table) -> dict[tuple[type, Scalar], list[Place]]:
    """Return the places of each value that is not empty; kept with the sheet."""
    if isinstance(table, Range):
        kept, key = table.grid.kept, ("groups", table.area)
        if key not in kept:
            kept[key] = _grouped(table)
        found: dict[tuple[type, Scalar], list[Place]] = kept[key]
        return found
    return _grouped(table)


def _grouped(table: Table) -> dict[tuple[type, Scalar], list[Place]]:
    groups: dict[tuple[type, Scalar], list[Place]] = {}
    for row, column, value in table.cells():
        groups.setdefault((type(value), value), []).append((row, column))
    return groups


def _held(table: Table, wanted: Value) -> list[Place]:
    """Return the places that hold something and meet a condition, in the order of values."""
    groups, meets = _groups(table), _test(wanted)
    if not isinstance(table, Range) or isinstance(wanted, (Array, Range, Union)):
        return [place for (_, value), at in groups.items() if meets(value) for place in at]
    kept, key = table.grid.kept, ("met", table.area, type(wanted), wanted)
    if key not in kept:
        table.grid.spend(len(groups))
        kept[key] = [place for (_, value), at in groups.items() if meets(value) for place in at]
    found: list[Place] = kept[key]
    return found


def _meeting(table: Table, wanted: Value) -> list[Place]:
    """Return the places that meet a condition, empty ones too if those meet it."""
    held, meets = _held(table, wanted), _test(wanted)
    if not meets(None):
        return held
    rows = array_of(table).rows
    blank = [(r, c) for r, line in enumerate(rows) for c, value in enumerate(line) if value is None]
    return held + blank


def _count_if(area: Value, wanted: Value) -> Scalar:
    if isinstance(area, CellError):
        return area
    meets_empty, count = _test(wanted)(None), 0
    for table in tables(area):
        count += len(_held(table, wanted))
        if meets_empty:
            count += table.size - sum(len(places) for places in _groups(table).values())
    return float(count)


def _places(pairs: tuple[Value, ...]) -> list[Place] | CellError:
    found: set[Place] | None = None
    size: tuple[int, int] | None = None
    for area, wanted in zip(pairs[::2], pairs[1::2], strict=True):
        table = _table(area)
        if isinstance(table, CellError):
            return table
        if size is not None and size != (table.height, table.width):
            return VALUE
        size = (table.height, table.width)
        if found is None:
            found = set(_meeting(table, wanted))
        else:
            meets = _test(wanted)
            found = {place for place in found if meets(table.at(*place))}
    return sorted(found or ())


def _count_ifs(*pairs: Value) -> Scalar:
    found = _places(pairs)
    return found if isinstance(found, CellError) else float(len(found))


def _numbers_at(table: Table, places: list[Place]) -> list[float] | CellError:
    numbers = []
    for place in places:
        value = table.at(*place)
        if isinstance(value, CellError):
            return value
        if type(value) is float:
            numbers.append(value)
    return numbers


def _like_shape(table: Table, shape: Table) -> Table:
    """Return the summed area in the size of the tested one, as Excel takes it."""
    if isinstance(table, Range) and isinstance(shape, Range):
        return table.part(0, 0, shape.height, shape.width)
    return table


def _if(total: Callable[[list[float]], Scalar]) -> Callable[..., Scalar]:
    def run(area: Value, wanted: Value, summed: Value = None) -> Scalar:
        tested = _table(area)
        if isinstance(tested, CellError):
            return tested
        table = tested if summed is None else _table(summed)
        if isinstance(table, CellError):
            return table
        table = _like_shape(table, tested)
        places = _meeting(tested, wanted)
        if isinstance(table, Array):
            places = [(r, c) for r, c in places if r < table.height and c < table.width]
        found = _numbers_at(table, places)
        return found if isinstance(found, CellError) else total(found)

    return run


def _ifs(total: Callable[[list[float]], Scalar]) -> Callable[..., Scalar]:
    def run(summed: Value, *pairs: Value) -> Scalar:
        table, places = _table(summed), _places(pairs)
        if isinstance(table, CellError):
            return table
        if isinstance(places, CellError):
            return places
        shape = tables(pairs[0])[0]
        if (shape.height, shape.width) != (table.height, table.width):
            return VALUE
        found = _numbers_at(table, places)
        return found if isinstance(found, CellError) else total(found)

    return run


def _sum(found: list[float]) -> Scalar:
    return finite(math.fsum(found))


def _average(found: list[float]) -> Scalar:
    return finite(math.fsum(found) / len(found)) if found else DIVISION


FUNCTIONS: dict[str, Function] = {
    "COUNTIF": function("re", _count_if),
    "COUNTIFS": function("(re)*", _count_ifs),
    "SUMIF": function("rer?", _if(_sum)),
    "SUMIFS": function("r(re)*", _ifs(_sum)),
    "AVERAGEIF": function("rer?", _if(_average)),
    "AVERAGEIFS": function("r(re)*", _ifs(_average)),
    "MAXIFS": function("r(re)*", _ifs(lambda found: max(found, default=0.0))),
    "MINIFS": function("r(re)*", _ifs(lambda found: min(found, default=0.0))),
}
