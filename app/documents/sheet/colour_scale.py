"""Colour scales: the fill of a cell by where its number lies between the points of the scale."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from app.documents.formula.functions.statistics import percentile
from app.documents.formula.scalars import Scalar
from app.documents.sheet.colours import mixed
from app.documents.sheet.condition_rules import Stop

Number = Callable[[str], float | None]
"""Returns the number that a point's formula gives."""


def scale_of(
    stops: tuple[Stop, ...], values: list[Scalar], number: Number
) -> Callable[[Scalar], str | None]:
    """Return what gives a value its colour; nothing for what is no number."""
    numbers = [value for value in values if type(value) is float]
    places = [_place(stop, numbers, number) for stop in stops]
    points = [
        (place, stop.colour) for place, stop in zip(places, stops, strict=True) if place is not None
    ]
    if len(points) < 2:
        return lambda _: None
    points.sort(key=lambda point: point[0])
    return lambda value: _colour(points, value) if type(value) is float else None


def _place(stop: Stop, numbers: list[float], number: Number) -> float | None:
    if not numbers:
        return None
    low, high = min(numbers), max(numbers)
    if stop.kind in {"min", "autoMin"}:
        return low
    if stop.kind in {"max", "autoMax"}:
        return high
    given = number(stop.value)
    if given is None:
        return None
    if stop.kind == "percent":
        return low + (high - low) * given / 100
    if stop.kind == "percentile":
        found = percentile(numbers, given / 100)
        return found if isinstance(found, float) else None
    return given


def _colour(points: list[tuple[float, str]], value: float) -> str:
    if value <= points[0][0]:
        return points[0][1]
    for (low, first), (high, second) in pairwise(points):
        if value <= high:
            share = (value - low) / (high - low) if high > low else 1.0
            return mixed(second, first, share)
    return points[-1][1]
