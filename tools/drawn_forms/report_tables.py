"""Tables of reports: headings, a row of tags, and looks for numbers, words and long texts."""

from __future__ import annotations

from collections.abc import Sequence

from tools.drawn_forms.cover import line
from tools.drawn_forms.paper import BOX, GOTHIC, HEAD, SHRINK, Look, Paper

NUMBER: Look = {**BOX, **SHRINK, "num_format": '#,##0;-#,##0;"－"', "font_size": 9.5}
CELL: Look = {**BOX, "font_size": 9}
TEXT: Look = {**BOX, "font_size": 9, "align": "left", "valign": "top"}
LEFT: Look = {**BOX, **SHRINK, "font_size": 9, "align": "left"}
Column = tuple[str, str, str, Look]
"""Over which columns, heading, tag, look."""


def head(paper: Paper, row: int, last: str, text: str, points: float = 24) -> int:
    """Write the heading of a part over the columns from A; return the row after it."""
    look = {"font_name": GOTHIC, "font_size": 11, "valign": "bottom"}
    line(paper, row, points, f"A:{last}", text, **look)
    return row + 1


def small_head(paper: Paper, row: int, last: str, text: str) -> int:
    """Write the heading of a table; return the row after it."""
    line(paper, row, 18, f"A:{last}", text, font_size=9, valign="bottom")
    return row + 1


def table(
    paper: Paper,
    row: int,
    columns: Sequence[Column],
    *,
    height: float = 18,
    body: float | None = 16.5,
) -> int:
    """Draw headings and one row of tags; without a height for it, it is as high as its text."""
    paper.row(row, height)
    if body is not None:
        paper.row(row + 1, body)
    for place, heading, tag, look in columns:
        first, _, last = place.partition(":")
        over = (f"{first}{{0}}:{last}{{0}}" if last else f"{first}{{0}}").format
        paper.put(over(row), heading, HEAD, font_name=GOTHIC)
        paper.put(over(row + 1), tag, look)
    return row + 2
