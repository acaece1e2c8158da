"""Which cell of a picture the arrow keys lead to: the next one that lies beside this one."""

from __future__ import annotations

from collections.abc import Iterable

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
    ahead = [box for box in boxes if _is_beside(here, box, across, down)]
    if across:
        return min(ahead, key=lambda box: (across * box.x, abs(box.y - here.y)), default=None)
    return min(ahead, key=lambda box: (down * box.y, abs(box.x - here.x)), default=None)


def _is_beside(here: CellBox, box: CellBox, across: int, down: int) -> bool:
    if across:
        level = _meet(here.y, here.height, box.y, box.height)
        return level and _is_past(here.x, here.width, box.x, box.width, across)
    level = _meet(here.x, here.width, box.x, box.width)
    return level and _is_past(here.y, here.height, box.y, box.height, down)


def _meet(first: float, length: float, second: float, other: float) -> bool:
    return first + length > second + _TOUCH and second + other > first + _TOUCH


def _is_past(first: float, length: float, second: float, other: float, sign: int) -> bool:
    if sign > 0:
        return second >= first + length - _TOUCH
    return second + other <= first + _TOUCH
