"""What of a line or an area lies in a frame."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.local_resources.geo_projection import Bounds, Point


def clipped(line: Sequence[Point], frame: Bounds) -> list[list[Point]]:
    """Return what of a line lies in a frame; of a ring, the area of it that does."""
    if len(line) > 2 and line[0] == line[-1]:
        ring = _clipped_ring(line[:-1], frame)
        return [[*ring, ring[0]]] if len(ring) > 2 else []
    return _clipped_line(line, frame)


def _clipped_ring(ring: Sequence[Point], frame: Bounds) -> list[Point]:
    """Cut a ring at one side after the other (Sutherland and Hodgman, 1974)."""
    kept = list(ring)
    for axis, limit, sign in (
        (0, frame.left, 1), (0, frame.right, -1), (1, frame.low, 1), (1, frame.high, -1),
    ):  # fmt: skip
        before, kept = kept, []
        for at, point in enumerate(before):
            last = before[at - 1]
            inside = sign * (point[axis] - limit) >= 0
            if inside != (sign * (last[axis] - limit) >= 0):
                kept.append(_crossing(last, point, axis, limit))
            if inside:
                kept.append(point)
    return kept


def _crossing(begin: Point, end: Point, axis: int, limit: float) -> Point:
    share = (limit - begin[axis]) / (end[axis] - begin[axis])
    other = begin[1 - axis] + share * (end[1 - axis] - begin[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)


def _clipped_line(line: Sequence[Point], frame: Bounds) -> list[list[Point]]:
    pieces: list[list[Point]] = []
    for begin, end in pairwise(line):
        cut = _clipped_stretch(begin, end, frame)
        if cut is None:
            continue
        if pieces and pieces[-1][-1] == cut[0]:
            pieces[-1].append(cut[1])
        else:
            pieces.append(list(cut))
    return pieces


def _clipped_stretch(begin: Point, end: Point, frame: Bounds) -> tuple[Point, Point] | None:
    """Return the part of a stretch in a frame (Liang and Barsky, 1984)."""
    across, up = end[0] - begin[0], end[1] - begin[1]
    first, last = 0.0, 1.0
    for step, room in (
        (-across, begin[0] - frame.left), (across, frame.right - begin[0]),
        (-up, begin[1] - frame.low), (up, frame.high - begin[1]),
    ):  # fmt: skip
        if not step:
            if room < 0:
                return None
        elif step < 0:
            first = max(first, room / step)
        else:
            last = min(last, room / step)
    if first > last:
        return None
    return (
        (begin[0] + first * across, begin[1] + first * up),
        (begin[0] + last * across, begin[1] + last * up),
    )
