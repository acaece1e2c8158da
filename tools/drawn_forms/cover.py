"""The covering letter (鑑文, domain 3.0): number, day, addressee, sender, subject, outline, end.

Every report begins with one; its columns are those of the report below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tools.drawn_forms.paper import GOTHIC, Paper


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns the parts of the letter lie over: ``A:G`` for the whole width."""

    whole: str
    right: str
    left: str
    label: str
    text: str
    clerk: str


def line(paper: Paper, row: int, points: float, place: str, text: str, **look: object) -> None:
    """Write one line over some columns."""
    paper.row(row, points)
    first, _, last = place.partition(":")
    area = f"{first}{row}:{last}{row}" if last else f"{first}{row}"
    paper.put(area, text, {"font_size": 10.5, **look})


def covering_letter(
    paper: Paper, columns: Columns, title: str, outline: Sequence[tuple[str, str]], space: float
) -> int:
    """Draw the letter from the first row on; return the row after it.

    ``space`` are the points between 以上 and who is to be asked.
    """
    whole, right = columns.whole, columns.right
    line(paper, 1, 18, right, "{{文書番号}}", align="right")
    line(paper, 2, 18, right, "{{作成日|令和8年4月1日}}", align="right")
    line(paper, 3, 18, whole, "")
    line(paper, 4, 21, columns.left, "{{宛先}}", font_size=12)
    line(paper, 5, 18, whole, "")
    line(paper, 6, 18, right, "{{受託者名}}")
    line(paper, 7, 18, right, "{{代表者職}}　{{代表者氏名}}　　印")
    line(paper, 8, 36, whole, "")
    line(paper, 9, 27, whole, title, font_name=GOTHIC, font_size=14, align="center", shrink=True)
    line(paper, 10, 27, whole, "")
    line(paper, 11, 21, whole, "　このことについて　下記のとおり報告します。")
    line(paper, 12, 30, whole, "記", align="center")
    row = 13
    for name, text in outline:
        line(paper, row, 24, columns.label, name)
        line(paper, row, 24, columns.text, text, shrink=True)
        row += 1
    line(paper, row, 30, right, "以上", align="right")
    line(paper, row + 1, space, whole, "")
    clerk = "担当：{{事務所名}}　{{担当者}}"
    line(paper, row + 2, 18, columns.clerk, clerk, align="right", shrink=True)
    line(paper, row + 3, 18, columns.clerk, "電話：{{事務所電話}}", align="right")
    return row + 4
