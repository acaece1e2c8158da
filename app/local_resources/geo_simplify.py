"""Fewer corners for the same line: Douglas and Peucker's method, 1973."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]

_FEWEST_OF_A_RING = 4


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line without the corners that lie within ``tolerance`` of the rest.

    Its ends stay.  Of a ring at least a triangle stays, so that no small island goes.
    """
    if len(line) < _FEWEST_OF_A_RING or line[0] != line[-1]:
        return _straightened(line, tolerance)
    # A ring begins and ends at one corner: it is cut in two at the one furthest from it.
    start = line[0]
    far = max(range(len(line)), key=lambda at: math.dist(start, line[at]))
    first, second = line[: far + 1], line[far:]
    kept = _straightened(first, tolerance)[:-1] + _straightened(second, tolerance)
    if len(kept) < _FEWEST_OF_A_RING:
        off = max(range(1, len(line) - 1), key=lambda at: _off(line[at], start, line[far]))
        kept = [line[at] for at in sorted({0, far, off, len(line) - 1})]
    return kept


def _straightened(line: Sequence[Point], tolerance: float) -> list[Point]:
    keep = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        begin, end = line[first], line[last]
        far = max(range(first + 1, last), key=lambda at: _off(line[at], begin, end))
        if _off(line[far], begin, end) > tolerance:
            keep.add(far)
            waiting += [(first, far), (far, last)]
    return [line[at] for at in sorted(keep)]


def _off(point: Point, begin: Point, end: Point) -> float:
    """Return how far a point lies from the stretch between two others."""
    across, along = end[0] - begin[0], end[1] - begin[1]
    length = across * across + along * along
    if not length:
        return math.dist(point, begin)
    share = ((point[0] - begin[0]) * across + (point[1] - begin[1]) * along) / length
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (begin[0] + share * across, begin[1] + share * along))
