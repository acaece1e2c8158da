"""How far the text of a cell may run over the empty cells beside it."""

from __future__ import annotations

from typing import NamedTuple

from app.documents.print.geometry import Geometry
from app.documents.print.setting import Window
from app.documents.sheet.worksheet import Worksheet

FURTHEST = 60
"""Columns that a text is followed at most."""


class Span(NamedTuple):
    """The room of a cell, in points, from left to right."""

    x: float
    right: float


def free_window(
    sheet: Worksheet, geometry: Geometry, cell: tuple[int, int], own: Span, wanted: Window
) -> Window:
    """Cut the reach of a text that is ``own`` wide and wants more at the next full cell."""
    row, column = cell
    left, right = own
    for after in range(column + 1, column + FURTHEST):
        if right >= wanted.right or not is_free(sheet, geometry, row, after):
            break
        right += geometry.width(after)
    for before in range(column - 1, 0, -1):
        if left <= wanted.left or not is_free(sheet, geometry, row, before):
            break
        left -= geometry.width(before)
    return Window(left, right)


def is_free(sheet: Worksheet, geometry: Geometry, row: int, column: int) -> bool:
    """Return whether a cell lets a neighbour's text run over it."""
    return sheet.cell(row, column).value is None and geometry.merged(row, column) is None
