"""Looking up: a value found in a row or column, and what stands beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from app.documents.formula.coercion import sort_key
from app.documents.formula.functions.criteria import has_wildcard, pattern
from app.documents.formula.scalars import NOT_AVAILABLE, REFERENCE, VALUE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Array, Range, Table, Value, array_of, tables

Key = tuple[int, float | str]


class _Line(NamedTuple):
    """The values of a row or a column that are not empty, with their places from 0."""

    places: list[int]
    keys: list[Key]
    first: dict[Key, int]


def _line(table: Table) -> _Line:
    """Return a single row or column; kept with the sheet."""
    if not isinstance(table, Range):
        return _read(table)
    kept = table.grid.kept
    if table.area not in kept:
        kept[table.area] = _read(table)
    found: _Line = kept[table.area]
    return found


def _read(table: Table) -> _Line:
    places: list[int] = []
    keys: list[Key] = []
    first: dict[Key, int] = {}
    for row, column, value in table.cells():
        if not isinstance(value, CellError):
            place, key = row + column, sort_key(value)
            places.append(place)
            keys.append(key)
            first.setdefault(key, place)
    return _Line(places, keys, first)


def _exact(table: Table, wanted: Scalar) -> int | None:
    line = _line(table)
    if isinstance(wanted, str) and has_wildcard(wanted):
        meant = pattern(wanted)
        for place, key in zip(line.places, line.keys, strict=True):
            if isinstance(key[1], str) and meant.fullmatch(key[1]):
                return place
        return None
    return line.first.get(sort_key(wanted))


def _at_most(table: Table, wanted: Scalar) -> int | None:
    """Return the last place whose value is not above the wanted one, in a sorted line."""
    line, key = _line(table), sort_key(wanted)
    kind = [i for i, other in enumerate(line.keys) if other[0] == key[0]]
    keys = [line.keys[i] for i in kind]
    found = bisect_right(keys, key)
    return line.places[kind[found - 1]] if found else None


def _at_least(table: Table, wanted: Scalar) -> int | None:
    """Return the last place whose value is not below the wanted one, in a line sorted down."""
    line, key, found = _line(table), sort_key(wanted), None
    for place, other in zip(line.places, line.keys, strict=True):
        if other[0] != key[0]:
            continue
        if other < key:
            break
        found = place
    return found


def _one_table(value: Value) -> Table | CellError:
    if isinstance(value, CellError):
        return value
    found = tables(value)
    return found[0] if len(found) == 1 else VALUE


def _slice(table: Table, *, column: int | None = None, row: int | None = None) -> Table:
    if isinstance(table, Range):
        if column is not None:
            return table.part(0, column, table.height, 1)
        return table.part(row or 0, 0, 1, table.width)
    if column is not None:
        return Array([[line[column]] for line in table.rows])
    return Array([table.rows[row or 0]])


def _beside(*, upright: bool) -> Callable[..., Value]:
    def run(wanted: Scalar, area: Value, nth: int, nearest: bool | None = None) -> Value:
        table = _one_table(area)
        if isinstance(table, CellError):
            return table
        line = _slice(table, column=0) if upright else _slice(table, row=0)
        exact = nearest is not None and not nearest
        place = (_exact if exact else _at_most)(line, wanted)
        if place is None:
            return NOT_AVAILABLE
        if nth < 1:
            return VALUE
        if nth > (table.width if upright else table.height):
            return REFERENCE
        return table.at(place, nth - 1) if upright else table.at(nth - 1, place)

    return run


def _match(wanted: Scalar, area: Value, kind: float = 1.0) -> Scalar:
    table = _one_table(area)
    if isinstance(table, CellError):
        return table
    if table.height > 1 and table.width > 1:
        return NOT_AVAILABLE
    how = _exact if not kind else _at_most if kind > 0 else _at_least
    place = how(table, wanted)
    return NOT_AVAILABLE if place is None else float(place + 1)


def _lookup(wanted: Scalar, area: Value, results: Value = None) -> Value:
    table = _one_table(area)
    if isinstance(table, CellError):
        return table
    upright = table.height >= table.width
    line = _slice(table, column=0) if upright else _slice(table, row=0)
    place = _at_most(line, wanted)
    if place is None:
        return NOT_AVAILABLE
    if results is not None:
        other = _one_table(results)
        if isinstance(other, CellError):
            return other
        return other.at(place, 0) if other.height >= other.width else other.at(0, place)
    return table.at(place, table.width - 1) if upright else table.at(table.height - 1, place)


def _x_place(table: Table, wanted: Scalar, kind: int, way: int) -> int | None:
    line, key = _line(table), sort_key(wanted)
    pairs = list(zip(line.places, line.keys, strict=True))
    if way < 0:
        pairs.reverse()
    if kind == 2:
        meant = pattern(wanted) if isinstance(wanted, str) else None
        same = [
            place
            for place, other in pairs
            if (meant.fullmatch(str(other[1])) if meant and other[0] == 1 else other == key)
        ]
        return same[0] if same else None
    exact = next((place for place, other in pairs if other == key), None)
    if exact is not None or not kind:
        return exact
    near = [(o, p) for p, o in pairs if o[0] == key[0] and (o < key if kind < 0 else o > key)]
    if not near:
        return None
    best = max(o for o, _ in near) if kind < 0 else min(o for o, _ in near)
    return next(place for other, place in near if other == best)


def _x_lookup(
    wanted: Scalar, area: Value, results: Value, missing: Value = NOT_AVAILABLE,
    kind: int = 0, way: int = 1,
) -> Value:  # fmt: skip
    table, other = _one_table(area), _one_table(results)
    if isinstance(table, CellError) or isinstance(other, CellError):
        return table if isinstance(table, CellError) else other
    place = _x_place(table, wanted, kind, way)
    if place is None:
        return missing
    return _slice(other, row=place) if table.width == 1 else _slice(other, column=place)


def _x_match(wanted: Scalar, area: Value, kind: int = 0, way: int = 1) -> Scalar:
    table = _one_table(area)
    if isinstance(table, CellError):
        return table
    place = _x_place(table, wanted, kind, way)
    return NOT_AVAILABLE if place is None else float(place + 1)


def _index(area: Value, row: int, column: int | None = None, nth: int = 1) -> Value:
    if isinstance(area, CellError):
        return area
    found = tables(area)
    if not 1 <= nth <= len(found):
        return REFERENCE
    table = found[nth - 1]
    if column is None:
        row, column = (1, row) if table.height == 1 else (row, 1 if table.width == 1 else 0)
    if not (0 <= row <= table.height and 0 <= column <= table.width):
        return REFERENCE
    top, height = (row - 1, 1) if row else (0, table.height)
    left, width = (column - 1, 1) if column else (0, table.width)
    if isinstance(table, Range):
        return table.part(top, left, height, width)
    rows = array_of(table).rows[top : top + height]
    return Array([line[left : left + width] for line in rows])


def _turned(value: Value) -> Value:
    table = _one_table(value)
    if isinstance(table, CellError):
        return table
    return Array([list(column) for column in zip(*array_of(table).rows, strict=True)])


FUNCTIONS: dict[str, Function] = {
    "VLOOKUP": function("vrib?", _beside(upright=True)),
    "HLOOKUP": function("vrib?", _beside(upright=False)),
    "LOOKUP": function("var?", _lookup),
    "MATCH": function("vrn?", _match),
    "XLOOKUP": function("vrrr?i?i?", _x_lookup),
    "XMATCH": function("vri?i?", _x_match),
    "INDEX": function("aii?i?", _index),
    "TRANSPOSE": function("a", _turned),
}
