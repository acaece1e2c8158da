"""Whether a cell meets a rule that looks at all cells of its areas: doubles, ranks, averages."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from collections.abc import Callable

from app.documents.formula.coercion import sort_key
from app.documents.formula.scalars import CellError, Scalar
from app.documents.sheet.condition_rules import Rule

Test = Callable[[Scalar], bool]


def test_of(rule: Rule, values: list[Scalar]) -> Test | None:
    """Return the test of such a rule for the values of its areas; nothing for other kinds."""
    numbers = [value for value in values if type(value) is float]
    match rule.kind:
        case "duplicateValues" | "uniqueValues":
            return _doubled(values, wanted=rule.kind == "duplicateValues")
        case "top10":
            return _ranked(rule, numbers)
        case "aboveAverage":
            return _beside_average(rule, numbers)
    return None


def _doubled(values: list[Scalar], *, wanted: bool) -> Test:
    counts = Counter(sort_key(value) for value in values if _counts(value))
    return lambda value: _counts(value) and (counts[sort_key(value)] > 1) is wanted


def _counts(value: Scalar) -> bool:
    return value is not None and value != "" and not isinstance(value, CellError)


def _ranked(rule: Rule, numbers: list[float]) -> Test:
    count = math.floor(len(numbers) * rule.rank / 100) if rule.percent else rule.rank
    if not numbers:
        return lambda _: False
    ordered = sorted(numbers, reverse=not rule.bottom)
    limit = ordered[min(max(count, 1), len(ordered)) - 1]
    if rule.bottom:
        return lambda value: type(value) is float and value <= limit
    return lambda value: type(value) is float and value >= limit


def _beside_average(rule: Rule, numbers: list[float]) -> Test:
    if not numbers:
        return lambda _: False
    limit = math.fsum(numbers) / len(numbers)
    if rule.deviations and len(numbers) > 1:
        spread = statistics.stdev(numbers) * rule.deviations
        limit += spread if rule.above else -spread
    if rule.above:
        return lambda value: (
            type(value) is float and (value > limit or (rule.or_equal and value == limit))
        )
    return lambda value: (
        type(value) is float and (value < limit or (rule.or_equal and value == limit))
    )
