"""One row behind a figure, whatever that counts: day, what, who, and where it leads."""

from __future__ import annotations

from dataclasses import dataclass

from app.gui.framework.search import Target
from app.gui.framework.window_model import Column

DAY = "R8.4.1(水)"
"""How the day of a row is written."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row behind a figure; ``target`` is its card."""

    id: int
    when: str
    what: str
    who: str
    detail: str
    target: Target


COLUMNS = (
    Column[FigureRow]("日付", lambda row: row.when, width=7),
    Column[FigureRow]("内容", lambda row: row.what, width=19, tip=lambda row: row.what),
    Column[FigureRow]("氏名", lambda row: row.who, width=8, tip=lambda row: row.who),
    Column[FigureRow]("くわしく", lambda row: row.detail, width=20, tip=lambda row: row.detail),
)
