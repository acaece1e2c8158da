"""The lines of a page's cells: the heavier of two neighbours wins, equal ones run on."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

from app.documents.print.ink import Ink
from app.documents.sheet.look import Borders, Edge

_RANKS = [
    "gridline", "hair", "dotted", "dashDotDot", "dashDot", "dashed", "thin", "mediumDashDotDot",
    "slantDashDot", "mediumDashDot", "mediumDashed", "medium", "thick", "double",
]  # fmt: skip
_RANK = {style: rank for rank, style in enumerate(_RANKS)}
_WIDTHS = {"gridline": 0.25, "hair": 0.25, "thick": 2.25, "double": 0.75}
_MEDIUM, _THIN = 1.5, 0.75
_DASHES = {
    "hair": (0.75, 0.75), "dotted": (1.0, 1.0), "dashed": (3.0, 1.5),
    "dashDot": (5.0, 2.0, 1.5, 2.0), "dashDotDot": (5.0, 2.0, 1.5, 2.0, 1.5, 2.0),
    "mediumDashed": (6.0, 3.0), "mediumDashDot": (7.0, 3.0, 3.0, 3.0),
    "mediumDashDotDot": (7.0, 3.0, 3.0, 3.0, 3.0, 3.0), "slantDashDot": (7.0, 2.0, 3.0, 2.0),
}  # fmt: skip
_DOUBLE_STEP = 0.75


class Grid:
    """The edges between the visible rows and columns of a page, collected before drawing."""

    def __init__(self, columns: list[float], rows: list[float]) -> None:
        """Keep where the columns and rows begin, with the end of the last one."""
        self._xs, self._ys = columns, rows
        self._level: list[list[Edge | None]] = [[None] * len(columns) for _ in rows]
        self._upright: list[list[Edge | None]] = [[None] * len(rows) for _ in columns]
        self._slanted: list[tuple[Edge, float, float, float, float]] = []

    def above(self, row: int, column: int, edge: Edge) -> None:
        """Put a line over the cell at these places of the page; one row further is below."""
        self._level[row][column] = _heavier(self._level[row][column], edge)

    def left_of(self, row: int, column: int, edge: Edge) -> None:
        """Put a line at the left of the cell at these places; one column further is right."""
        self._upright[column][row] = _heavier(self._upright[column][row], edge)

    def slanted(self, place: tuple[int, int], borders: Borders, slant: float) -> None:
        """Put lines round a cell that slants: its upper edge lies ``slant`` points aside."""
        row, column = place
        left, right = self._xs[column], self._xs[column + 1]
        top, bottom = self._ys[row], self._ys[row + 1]
        sides = (
            (borders.left, left, bottom, left + slant, top),
            (borders.right, right, bottom, right + slant, top),
            (borders.top, left + slant, top, right + slant, top),
            (borders.bottom, left, bottom, right, bottom),
        )
        self._slanted += [
            (edge, x0, y0, x1, y1) for edge, x0, y0, x1, y1 in sides if edge is not None
        ]

    def draw(self, ink: Ink) -> None:
        """Draw the lines, the light ones first."""
        lines = [
            (edge, x0, y, x1, y) for y, x0, x1, edge in _joined(self._level, self._ys, self._xs)
        ]
        lines += [
            (edge, x, y0, x, y1) for x, y0, y1, edge in _joined(self._upright, self._xs, self._ys)
        ]
        for edge, x0, y0, x1, y1 in sorted(lines + self._slanted, key=_weight):
            draw_edge(ink, edge, x0, y0, x1, y1)


def _weight(line: tuple[Edge, float, float, float, float]) -> int:
    return _RANK.get(line[0].style, _RANK["thin"])


def _heavier(old: Edge | None, new: Edge) -> Edge:
    if old is None:
        return new
    usual = _RANK["thin"]
    return new if _RANK.get(new.style, usual) >= _RANK.get(old.style, usual) else old


def _joined(
    edges: list[list[Edge | None]], across: list[float], along: list[float]
) -> Iterator[tuple[float, float, float, Edge]]:
    for place, row in zip(across, edges, strict=True):
        start = 0
        while start < len(row):
            edge, end = row[start], start + 1
            while edge and end < len(row) and row[end] == edge:
                end += 1
            if edge:
                yield place, along[start], along[end], edge
            start = end


def draw_edge(ink: Ink, edge: Edge, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw one line of a border, or a diagonal."""
    medium = edge.style.startswith(("medium", "slant"))
    width = _WIDTHS.get(edge.style, _MEDIUM if medium else _THIN)
    dash = _DASHES.get(edge.style, ())
    shifts = [(0.0, 0.0)]
    if edge.style == "double":
        length = hypot(x1 - x0, y1 - y0) or 1
        across, down = (y1 - y0) / length * _DOUBLE_STEP, (x0 - x1) / length * _DOUBLE_STEP
        shifts = [(across, down), (-across, -down)]
    for across, down in shifts:
        ink.line(
            x0 + across, y0 + down, x1 + across, y1 + down,
            width=width, colour=edge.colour, dash=dash, square=not dash,
        )  # fmt: skip
