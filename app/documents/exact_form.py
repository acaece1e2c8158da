"""A form of which every cell stands where a ruler says: for labels, envelopes and postcards.

A workbook's columns and rows are whole pixels of 1/96 inch.  The edges of cells are rounded to
the nearest one counted from the first edge, not from the cell before, so that none is further
than 0.14 mm from its place however many there are.  The standard font is BIZ UDゴシック 12 pt,
whose digits are exactly 8 pixels wide: a column of so many pixels is as wide everywhere.
"""

from __future__ import annotations

import io
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

import xlsxwriter

from app.documents.form.addresses import column_letters

GOTHIC = "BIZ UDPゴシック"
MINCHO = "BIZ UDP明朝 Medium"

_STANDARD = {"font_name": "BIZ UDゴシック", "font_size": 12}
# XlsxWriter would note the time of writing; the same form shall be the same file.
_MADE = datetime(2026, 4, 1)
_PIXELS = 96 / 25.4
_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Sheet:
    """Paper by its number in workbooks; ``width`` and ``height`` in mm, as it is fed."""

    number: int
    width: float
    height: float
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its edges in mm from the top left corner of the paper, its text and its look.

    ``look`` is what XlsxWriter calls the properties of a format.
    """

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""
    look: Mapping[str, Any] = field(default_factory=dict)


def draw(name: str, sheet: Sheet, boxes: Sequence[Box]) -> bytes:
    """Return a workbook of one sheet with these boxes; what hangs over the paper is cut off.

    Boxes may not overlap.  A text too long for its box is made smaller, never cut.
    """
    kept = [box for box in (_within(box, sheet) for box in boxes) if box is not None]
    columns = _Edges([edge for box in kept for edge in (box.left, box.right)], sheet.width)
    rows = _Edges([edge for box in kept for edge in (box.top, box.bottom)], sheet.height)
    stream = io.BytesIO()
    with xlsxwriter.Workbook(
        stream,
        {
            "in_memory": True,
            "default_format_properties": _STANDARD,
            "default_column_width": 72,
            "default_row_height": 20,
        },
    ) as book:
        book.set_properties({"title": name, "created": _MADE})
        page = book.add_worksheet(name)
        _set_up(page, sheet, columns, rows)
        for box in kept:
            _put(book, page, box, columns, rows)
    return stream.getvalue()


class _Edges:
    """Where columns or rows begin and end, in pixels from the first edge."""

    def __init__(self, edges: Sequence[float], length: float) -> None:
        self.first = min(edges)
        room = int((length - self.first) * _PIXELS)
        self._places = sorted({self._pixel(edge, room) for edge in edges})
        self._room = room

    def _pixel(self, edge: float, room: int) -> int:
        return min(round((edge - self.first) * _PIXELS), room)

    @property
    def sizes(self) -> list[int]:
        places = self._places
        return [after - before for before, after in pairwise(places)]

    def index(self, edge: float) -> int:
        """Return how many columns or rows lie before an edge."""
        return bisect_left(self._places, self._pixel(edge, self._room))


def _within(box: Box, sheet: Sheet) -> Box | None:
    """Return the part of a box that lies on the paper; nothing where none does."""
    left, top = max(box.left, 0.0), max(box.top, 0.0)
    right, bottom = min(box.right, sheet.width), min(box.bottom, sheet.height)
    pixel = 1 / _PIXELS
    if right - left < pixel or bottom - top < pixel:
        return None
    return Box(left, top, right, bottom, box.text, box.look)


def _set_up(page: Any, sheet: Sheet, columns: _Edges, rows: _Edges) -> None:
    if sheet.landscape:
        page.set_landscape()
    page.set_paper(sheet.number)
    page.set_margins(left=columns.first / _INCH, right=0, top=rows.first / _INCH, bottom=0)
    page.set_header("", {"margin": 0})
    page.set_footer("", {"margin": 0})
    page.hide_gridlines(2)
    for number, size in enumerate(columns.sizes):
        page.set_column_pixels(number, number, size)
    for number, size in enumerate(rows.sizes):
        page.set_row_pixels(number, size)
    page.print_area(0, 0, len(rows.sizes) - 1, len(columns.sizes) - 1)


def _put(book: Any, page: Any, box: Box, columns: _Edges, rows: _Edges) -> None:
    top, bottom = rows.index(box.top), rows.index(box.bottom) - 1
    left, right = columns.index(box.left), columns.index(box.right) - 1
    if bottom < top or right < left:
        return
    look = {"font_name": GOTHIC, "valign": "vcenter", "shrink": True, **box.look}
    style = book.add_format(look)
    if bottom > top or right > left:
        page.merge_range(top, left, bottom, right, "", style)
    if box.text:
        page.write_string(f"{column_letters(left + 1)}{top + 1}", box.text, style)
    else:
        page.write_blank(top, left, None, style)
