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
from itertools import chain, count, pairwise
from typing import Any

import xlsxwriter

GOTHIC = "BIZ UDPゴシック"
MINCHO = "BIZ UDP明朝 Medium"

_STANDARD = {"font_name": "BIZ UDゴシック", "font_size": 12}
# XlsxWriter would note the time of writing; the same form shall be the same file.
_MADE = datetime(2026, 4, 1)
_PIXELS = 96 / 25.4
_INCH = 25.4
_HIGHEST = 540
"""Pixels; a row of a workbook is at most 409 points high."""


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


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet of a workbook: its name, its paper, and the boxes of its pages."""

    name: str
    sheet: Sheet
    pages: Sequence[Sequence[Box]]
    one_page: bool = False
    """Whether it is made smaller where another program sets the columns wider."""


def draw(name: str, sheet: Sheet, pages: Sequence[Sequence[Box]]) -> bytes:
    """Return a workbook of one sheet with these pages; what hangs over the paper is cut off.

    The boxes of every page stand in the same places, whatever their texts.  They may not
    overlap.  A text too long for its box is made smaller, never cut.
    """
    return draw_leaves(name, [Leaf(name, sheet, pages)])


def draw_leaves(title: str, leaves: Sequence[Leaf]) -> bytes:
    """Return a workbook of several sheets, each as ``draw`` makes it.

    Their names are shortened and told apart where workbooks ask for it.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(
        stream,
        {
            "in_memory": True,
            "default_format_properties": dict(_STANDARD),  # XlsxWriter changes what it is given
            "default_column_width": 72,
            "default_row_height": 20,
        },
    ) as book:
        book.set_properties({"title": title, "created": _MADE})
        for name, leaf in zip(_sheet_names(leaves), leaves, strict=True):
            _draw_leaf(book, book.add_worksheet(name), leaf)
    return stream.getvalue()


class Corners:
    """Which cell of a sheet begins at a place of the paper."""

    def __init__(self, leaf: Leaf) -> None:
        self._columns, self._rows = _edges(leaf)

    def cell(self, left: float, top: float) -> tuple[int, int]:
        """Return column and row, counted from 0, of the cell with this corner (mm)."""
        return self._columns.index(left), self._rows.index(top)


def _edges(leaf: Leaf) -> tuple[_Edges, _Edges]:
    """Return where the columns of a sheet begin and end, and the rows of a page."""
    sheet = leaf.sheet
    first = [box for box in (_within(box, sheet) for box in leaf.pages[0]) if box is not None]
    return (
        _Edges([edge for box in first for edge in (box.left, box.right)], sheet.width),
        _Edges([edge for box in first for edge in (box.top, box.bottom)], sheet.height),
    )


def _draw_leaf(book: Any, page: Any, leaf: Leaf) -> None:
    sheet, pages = leaf.sheet, leaf.pages
    columns, rows = _edges(leaf)
    _set_up(page, sheet, columns, rows)
    _set_rows(page, rows, len(columns.sizes), len(pages))
    if leaf.one_page:
        page.fit_to_pages(1, 1)
    drawing = _Drawing(book, page, columns, rows)
    for number, boxes in enumerate(pages):
        for box in boxes:
            kept = _within(box, sheet)
            if kept is not None:
                drawing.put(kept, number)


def _sheet_names(leaves: Sequence[Leaf]) -> list[str]:
    found: list[str] = []
    for leaf in leaves:
        name = "".join(char for char in leaf.name if char not in "[]:*?/\\'")[:27] or "地図"
        taken = {one.lower() for one in found}
        numbered = (f"{name} {number}" for number in count(2))
        found.append(next(one for one in chain((name,), numbered) if one.lower() not in taken))
    return found


class _Edges:
    """Where columns or rows begin and end, in pixels from the first edge."""

    def __init__(self, edges: Sequence[float], length: float) -> None:
        self.first = min(edges)
        room = int((length - self.first) * _PIXELS)
        self._places = _divided(sorted({self._pixel(edge, room) for edge in edges}))
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


def _divided(places: list[int]) -> list[int]:
    """Return edges of which none is further from the next than a row may be high."""
    found = places[:1]
    for before, after in pairwise(places):
        parts = -(-(after - before) // _HIGHEST)
        found += [before + (after - before) * part // parts for part in range(1, parts + 1)]
    return found


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


def _set_rows(page: Any, rows: _Edges, columns: int, pages: int) -> None:
    high = len(rows.sizes)
    for number in range(pages):
        for row, size in enumerate(rows.sizes):
            page.set_row_pixels(number * high + row, size)
    page.print_area(0, 0, pages * high - 1, columns - 1)
    if pages > 1:
        page.set_h_pagebreaks([number * high for number in range(1, pages)])


class _Drawing:
    """Puts boxes into cells; looks that are alike are made once."""

    def __init__(self, book: Any, page: Any, columns: _Edges, rows: _Edges) -> None:
        self._book, self._page, self._columns, self._rows = book, page, columns, rows
        self._styles: dict[tuple[tuple[str, Any], ...], Any] = {}

    def put(self, box: Box, number: int) -> None:
        """Put a box on a page, counted from 0."""
        columns, rows, first = self._columns, self._rows, number * len(self._rows.sizes)
        top, bottom = first + rows.index(box.top), first + rows.index(box.bottom) - 1
        left, right = columns.index(box.left), columns.index(box.right) - 1
        if bottom < top or right < left:
            return
        style = self._style(box.look)
        if bottom > top or right > left:
            self._page.merge_range(top, left, bottom, right, "", style)
        if box.text:
            self._page.write_string(top, left, box.text, style)
        else:
            self._page.write_blank(top, left, None, style)

    def _style(self, look: Mapping[str, Any]) -> Any:
        whole = {"font_name": GOTHIC, "valign": "vcenter", "shrink": True, **look}
        key = tuple(sorted(whole.items()))
        if key not in self._styles:
            self._styles[key] = self._book.add_format(whole)
        return self._styles[key]
