"""Which cell of a picture the arrow keys lead to: the next one that lies beside this one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from app.documents.print.sheet_picture import CellBox

LEFT, RIGHT, UP, DOWN = (-1, 0), (1, 0), (0, -1), (0, 1)
_TOUCH = 0.5
"""Edges as near as this, in points, are the same line of the grid."""


def first_box(boxes: Iterable[CellBox]) -> CellBox | None:
    """Return the cell at the top left."""
    return min(boxes, key=lambda box: (box.y, box.x), default=None)


def neighbour(
    boxes: Iterable[CellBox], here: CellBox, direction: tuple[int, int]
) -> CellBox | None:
    """Return the nearest cell in a direction, of several at the same distance the first.

    Only what shares a part of its height (or width) with this cell lies beside it.
    """
    across, down = direction
    ahead = [box for box in boxes if _is_beside(here, box, across)]
    if across:
        key = partial(_key, here.x, here.width, across, here.y)
        found = [(key(box.x, box.width, box.y), box) for box in ahead]
    else:
        key = partial(_key, here.y, here.height, down, here.x)
        found = [(key(box.y, box.height, box.x), box) for box in ahead]
    past = [(rank, box) for rank, box in found if rank[0] >= -_TOUCH]
    return min(past, key=lambda one: one[0], default=(None, None))[1]


def _is_beside(here: CellBox, box: CellBox, across: int) -> bool:
    if across:
        return _meet(here.y, here.height, box.y, box.height)
    return _meet(here.x, here.width, box.x, box.width)


def _key(
    start: float, length: float, sign: int, level: float, other: float, size: float, beside: float
) -> tuple[float, float]:
    """Return how far another edge is, to the nearest half point, and how far off the level."""
    gap = other - (start + length) if sign > 0 else start - (other + size)
    return round(gap / _TOUCH) * _TOUCH, abs(beside - level)


def _meet(first: float, length: float, second: float, other: float) -> bool:
    return first + length > second + _TOUCH and second + other > first + _TOUCH
