"""The lines between cells, and the letters and numbers of columns and rows, where asked for."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.form.addresses import column_letters
from app.documents.print.borders import Grid, draw_edge
from app.documents.print.cell_text import Box, Typist, draw_cell
from app.documents.print.content import Content
from app.documents.print.geometry import Geometry
from app.documents.print.setting import Window
from app.documents.sheet.look import Edge, Look
from app.documents.sheet.worksheet import Worksheet

_LINE = Edge("hair", "808080")
_FRAME = Edge("thin", "000000")

Stretch = tuple[int, float, float]
"""A row or column with its start and end on the page."""


def add_gridlines(
    grid: Grid, sheet: Worksheet, geometry: Geometry, rows: Sequence[int], columns: Sequence[int]
) -> None:
    """Put a light line round every cell; fills hide it, and the inside of merged areas."""
    for down, row in enumerate(rows):
        for across, column in enumerate(columns):
            area = geometry.merged(row, column)
            top, left = (area.top, area.left) if area else (row, column)
            bottom, right = (area.bottom, area.right) if area else (row, column)
            if sheet.look(top, left).fill:
                continue
            if row in {top, rows[0]}:
                grid.above(down, across, _LINE)
            if row in {bottom, rows[-1]}:
                grid.above(down + 1, across, _LINE)
            if column in {left, columns[0]}:
                grid.left_of(down, across, _LINE)
            if column in {right, columns[-1]}:
                grid.left_of(down, across + 1, _LINE)


def draw_headings(
    typist: Typist,
    size: tuple[float, float],
    rows: Sequence[Stretch],
    columns: Sequence[Stretch],
) -> None:
    """Draw rows' numbers and columns' letters; they lie outside the cells' own corner."""
    wide, high = size
    for row, top, bottom in rows:
        _draw(typist, str(row), Box(-wide, top, wide, bottom - top))
    for column, left, right in columns:
        _draw(typist, column_letters(column), Box(left, -high, right - left, high))


def _draw(typist: Typist, text: str, box: Box) -> None:
    look = Look(font=typist.default_font, horizontal="center", vertical="center")
    ends = (box.x, box.y, box.right, box.y + box.height)
    for x0, y0, x1, y1 in (
        (ends[0], ends[1], ends[2], ends[1]), (ends[0], ends[3], ends[2], ends[3]),
        (ends[0], ends[1], ends[0], ends[3]), (ends[2], ends[1], ends[2], ends[3]),
    ):  # fmt: skip
        draw_edge(typist.ink, _FRAME, x0, y0, x1, y1)
    content = Content([(text, typist.default_font)], "center")
    draw_cell(typist._replace(page_height=box.y + box.height + 1), content, look, box,
              Window(box.x, box.right))  # fmt: skip
