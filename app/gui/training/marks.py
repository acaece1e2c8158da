"""The keys of the marks, and what a cell says in words.

Digits always belong to a row number, so no mark has one.  The signs at the right edge of the
keyboard do the same as the letters: a numeric keypad is enough for a whole session.
"""

from __future__ import annotations

from app.kernel.wareki import format_day
from app.training.completion import Mark, Standing
from app.training.sheet import Cell, SheetRow

KEYS = {
    "o": Mark.PRESENT,
    "+": Mark.PRESENT,
    "x": Mark.ABSENT,
    "*": Mark.ABSENT,
    "l": Mark.LATE,
    "/": Mark.LATE,
    "e": Mark.LEFT_EARLY,
    "-": Mark.LEFT_EARLY,
    "k": Mark.EXCUSED,
    "m": Mark.MADE_UP,
}
"""What each key marks; M asks for the make-up first."""

LETTERS = {mark: key.upper() for key, mark in KEYS.items() if key.isalpha()}
TOLD_AHEAD = "p"
REASON = "r"
WITH_REASON = frozenset({Mark.ABSENT, Mark.EXCUSED, Mark.LATE, Mark.LEFT_EARLY})
"""Marks that can say why."""
ASKS_REASON = frozenset({Mark.ABSENT, Mark.EXCUSED})
"""Marks after which the reason is asked at once."""

_SMALL = {Mark.LATE: "遅刻", Mark.LEFT_EARLY: "早退"}


def small_words(cell: Cell) -> str:
    """Return what stands beside the sign: told ahead, late or early, and the reason."""
    parts = (
        "事前" if cell.planned else "",
        _SMALL.get(cell.mark, "") if cell.mark else "",
        format_day(cell.made_up_on, "4/1") if cell.made_up_on else "",
        cell.reason,
    )
    return " ".join(part for part in parts if part)


def in_words(cell: Cell) -> str:
    """Say a whole cell, for tool tips and for those who listen to the screen."""
    if cell.struck:
        return "途中辞退のあと"
    if cell.mark is None:
        return "未記入"
    told = [f"{cell.sign} {cell.mark.label}"]
    if cell.planned:
        told.append("事前連絡あり")
    if cell.reason:
        told.append(f"理由：{cell.reason}")
    if cell.made_up_on:
        told.append(f"補講日：{format_day(cell.made_up_on)}")
    if cell.confirmed_by:
        told.append(f"確認：{cell.confirmed_by}")
    if cell.note:
        told.append(cell.note)
    return "、".join(told)


def reading(row: SheetRow) -> str:
    """Return what stands beside the name: its reading, and whether somebody walked in."""
    return f"{row.kana} 飛び入り".strip() if row.walk_in else row.kana


def outlook(row: SheetRow) -> str:
    """Say in a few words how a trainee stands (修了の見込み)."""
    if row.left_on is not None:
        return f"途中辞退 {format_day(row.left_on, '4/1')}"
    return _standing(row.standing)


def _standing(standing: Standing) -> str:
    if standing.completed:
        return "満たした"
    if standing.missed_required:
        return "▲ 必修を欠席"
    if not standing.possible:
        return "▲ 届かない"
    if standing.spare <= 0:
        return "△ もう休めない"
    return f"あと{standing.needed - standing.attended}回"
