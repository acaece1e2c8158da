"""Tables of reports: headings, a row of tags, and looks for numbers, words and long texts.

A table whose list is empty says 該当なし in its first column of words.
"""

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


def none_said(tag: str) -> str:
    """Return a tag of a list that says 該当なし when the list is empty."""
    name = tag.removeprefix("{{").partition(".")[0]
    return f"{{{{*{name} 該当なし}}}}{tag}"


def _says_none(columns: Sequence[Column]) -> int:
    words = [number for number, one in enumerate(columns) if one[3].get("align") == "left"]
    return words[0] if words and "." in columns[words[0]][2] else -1


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
    none = _says_none(columns)
    for number, (place, heading, tag, look) in enumerate(columns):
        first, _, last = place.partition(":")
        over = (f"{first}{{0}}:{last}{{0}}" if last else f"{first}{{0}}").format
        paper.put(over(row), heading, HEAD, font_name=GOTHIC)
        paper.put(over(row + 1), none_said(tag) if number == none else tag, look)
    return row + 2
