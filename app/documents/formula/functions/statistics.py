"""Counts, averages, ranks."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable

from app.documents.formula.coercion import finite, number_of, tidy
from app.documents.formula.context import Context
from app.documents.formula.functions.multiples import Failed, is_number, numbers, scalars
from app.documents.formula.scalars import (
    DIVISION,
    NOT_AVAILABLE,
    NUMBER,
    VALUE,
    CellError,
    Scalar,
)
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Array, Range, Union, Value, tables


def _of_numbers(run: Callable[[list[float]], Scalar]) -> Callable[..., Scalar]:
    def guarded(*values: Value) -> Scalar:
        try:
            return run(list(numbers(values)))
        except Failed as failed:
            return failed.error

    return guarded


def _average(found: list[float]) -> Scalar:
    return finite(math.fsum(found) / len(found)) if found else DIVISION


def _spread(run: Callable[[list[float]], float], least: int) -> Callable[[list[float]], Scalar]:
    return lambda found: finite(run(found)) if len(found) >= least else DIVISION


def _mode(found: list[float]) -> Scalar:
    counts = Counter(found)
    most = max(counts.values(), default=0)
    return next((n for n in found if counts[n] == most), NUMBER) if most > 1 else NOT_AVAILABLE


def _count(*values: Value) -> float:
    total = 0
    for value in values:
        if isinstance(value, (Range, Array, Union)):
            total += sum(1 for cell in scalars((value,)) if is_number(cell))
        else:
            typed = value is None or not isinstance(number_of(value), CellError)
            total += typed and not isinstance(value, CellError)
    return float(total)


def _count_all(*values: Value) -> float:
    single = sum(1 for value in values if value is None)
    return float(single + sum(1 for _ in scalars(values)))


def _count_blank(area: Value) -> float:
    held = sum(1 for cell in scalars((area,)) if cell != "")
    return float(sum(table.size for table in tables(area)) - held)


def _nth(*, largest: bool) -> Callable[[Value, float], Scalar]:
    def run(area: Value, place: float) -> Scalar:
        try:
            found = sorted(numbers((area,)), reverse=largest)
        except Failed as failed:
            return failed.error
        nth = math.ceil(place)
        return found[nth - 1] if 1 <= nth <= len(found) else NUMBER

    return run


def _rank(value: float, area: Value, ascending: float = 0.0, *, average: bool = False) -> Scalar:
    try:
        found = [tidy(number) for number in numbers((area,))]
    except Failed as failed:
        return failed.error
    value = tidy(value)
    if value not in found:
        return NOT_AVAILABLE
    before = sum(1 for n in found if (n < value if ascending else n > value))
    return before + 1 + ((found.count(value) - 1) / 2 if average else 0)


def _rank_average(value: float, area: Value, ascending: float = 0.0) -> Scalar:
    return _rank(value, area, ascending, average=True)


def percentile(found: list[float], share: float) -> Scalar:
    """Return the value below which a share of numbers lies, both ends included."""
    if not found or not 0 <= share <= 1:
        return NUMBER
    ordered = sorted(found)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _percentile(area: Value, share: float) -> Scalar:
    return _of_numbers(lambda found: percentile(found, share))(area)


def _quartile(area: Value, quarter: int) -> Scalar:
    return _percentile(area, quarter / 4) if 0 <= quarter <= 4 else NUMBER


def _with_truths(run: Callable[[list[float]], Scalar]) -> Callable[..., Scalar]:
    """Return a function that counts texts in cells as 0 and TRUE as 1 (AVERAGEA, MAXA)."""

    def guarded(*values: Value) -> Scalar:
        found = []
        for cell in scalars(values):
            if isinstance(cell, CellError):
                return cell
            found.append(0.0 if isinstance(cell, str) or cell is None else float(cell))
        return run(found)

    return guarded


_SUBTOTALS: dict[int, Callable[..., Scalar]] = {
    1: _of_numbers(_average),
    2: _count,
    3: _count_all,
    4: _of_numbers(lambda found: max(found, default=0.0)),
    5: _of_numbers(lambda found: min(found, default=0.0)),
    6: _of_numbers(lambda found: finite(math.prod(found)) if found else 0.0),
    7: _of_numbers(_spread(statistics.stdev, 2)),
    8: _of_numbers(_spread(statistics.pstdev, 1)),
    9: _of_numbers(lambda found: finite(math.fsum(found))),
    10: _of_numbers(_spread(statistics.variance, 2)),
    11: _of_numbers(_spread(statistics.pvariance, 1)),
}
_VISIBLE_ONLY = 100


def _subtotal(_: Context, which: int, *areas: Value) -> Scalar:
    """Total areas without the subtotals in them; from 101 on without hidden rows too."""
    run = _SUBTOTALS.get(which % _VISIBLE_ONLY if which > _VISIBLE_ONLY else which)
    if run is None:
        return VALUE
    kept = [[_own_cells(area, visible_only=which > _VISIBLE_ONLY)] for area in areas]
    return run(*(Array(rows) for rows in kept if rows[0]))


def _own_cells(value: Value, *, visible_only: bool) -> list[Scalar]:
    found: list[Scalar] = []
    for table in tables(value):
        for row, column, cell in table.cells():
            if isinstance(table, Range):
                place = (table.area.top + row, table.area.left + column)
                written = table.grid.formulas.get(place)
                nested = written is not None and written.text.upper().startswith(_NESTED)
                if nested or (visible_only and place[0] in table.grid.hidden_rows):
                    continue
            found.append(cell)
    return found


_NESTED = ("SUBTOTAL(", "_XLFN.AGGREGATE(", "AGGREGATE(")

FUNCTIONS: dict[str, Function] = {
    "COUNT": function("r*", _count),
    "COUNTA": function("r*", _count_all),
    "COUNTBLANK": function("r", _count_blank),
    "AVERAGE": function("r*", _of_numbers(_average)),
    "AVERAGEA": function("r*", _with_truths(_average)),
    "MAX": function("r*", _SUBTOTALS[4]),
    "MIN": function("r*", _SUBTOTALS[5]),
    "MAXA": function("r*", _with_truths(lambda found: max(found, default=0.0))),
    "MINA": function("r*", _with_truths(lambda found: min(found, default=0.0))),
    "MEDIAN": function(
        "r*", _of_numbers(lambda found: statistics.median(found) if found else NUMBER)
    ),
    "MODE": function("r*", _of_numbers(_mode)),
    "MODE.SNGL": function("r*", _of_numbers(_mode)),
    "STDEV": function("r*", _SUBTOTALS[7]),
    "STDEV.S": function("r*", _SUBTOTALS[7]),
    "STDEVP": function("r*", _SUBTOTALS[8]),
    "STDEV.P": function("r*", _SUBTOTALS[8]),
    "VAR": function("r*", _SUBTOTALS[10]),
    "VAR.S": function("r*", _SUBTOTALS[10]),
    "VARP": function("r*", _SUBTOTALS[11]),
    "VAR.P": function("r*", _SUBTOTALS[11]),
    "LARGE": function("an", _nth(largest=True)),
    "SMALL": function("an", _nth(largest=False)),
    "RANK": function("nrn?", _rank),
    "RANK.EQ": function("nrn?", _rank),
    "RANK.AVG": function("nrn?", _rank_average),
    "PERCENTILE": function("an", _percentile),
    "PERCENTILE.INC": function("an", _percentile),
    "QUARTILE": function("ai", _quartile),
    "QUARTILE.INC": function("ai", _quartile),
    "SUBTOTAL": function("@ir*", _subtotal),
}
