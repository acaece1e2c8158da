"""The lines between cells, and the letters and numbers of columns and rows, where asked for."""

from __future__ import annotations

from collections.abc import Sequence

from app.documents.form.addresses import column_letters
from app.documents.print.borders import Grid, draw_edge
from app.documents.print.cell_text import Box
from app.documents.print.fitting import baseline
from app.documents.print.geometry import Geometry
from app.documents.print.ink import Ink
from app.documents.print.lines import Line, atoms_of
from app.documents.print.setting import set_line
from app.documents.sheet.look import Edge, Font
from app.documents.sheet.worksheet import Worksheet

_LINE = Edge("gridline", "808080")
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
    ink: Ink,
    font: Font,
    size: tuple[float, float],
    rows: Sequence[Stretch],
    columns: Sequence[Stretch],
) -> None:
    """Draw rows' numbers and columns' letters; they lie outside the cells' own corner."""
    wide, high = size
    for row, top, bottom in rows:
        _draw(ink, font, str(row), Box(-wide, top, wide, bottom - top))
    for column, left, right in columns:
        _draw(ink, font, column_letters(column), Box(left, -high, right - left, high))


def _draw(ink: Ink, font: Font, text: str, box: Box) -> None:
    right, bottom = box.right, box.y + box.height
    for x0, y0, x1, y1 in (
        (box.x, box.y, right, box.y), (box.x, bottom, right, bottom),
        (box.x, box.y, box.x, bottom), (right, box.y, right, bottom),
    ):  # fmt: skip
        draw_edge(ink, _FRAME, x0, y0, x1, y1)
    line = Line(atoms_of(text, font), last=True)
    x = box.x + (box.width - line.width) / 2
    set_line(ink, line, x, box.y + baseline(line, box.height, font, 1))
