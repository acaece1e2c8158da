"""Structured references: the part of a table that ``Table1[[#This Row],[name]]`` means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.documents.form.addresses import Area

_PIECE = re.compile(r"\[((?:[^\[\]']|'.)*)\]|([^\[\],:]+)|([,:])")
_ROWS = {"#all", "#data", "#headers", "#totals", "#this row"}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a workbook: where it lies, its columns, and how many rows head and end it."""

    sheet: str
    area: Area
    columns: tuple[str, ...]
    heading_rows: int = 1
    total_rows: int = 0


def part_of(table: Table, part: str, row: int) -> Area | None:
    """Return the cells of a table that a part means in a row; nothing for what is not there."""
    names = [(found[1] or found[2] or "").strip() for found in _PIECE.finditer(part)]
    if part.startswith("@"):
        names = ["#This Row", *(name.removeprefix("@") for name in names)]
    wanted = [name for name in names if name]
    rows = {name.lower() for name in wanted if name.lower() in _ROWS}
    columns = [_column(table, name) for name in wanted if name.lower() not in _ROWS]
    if any(column is None for column in columns):
        return None
    placed = [column for column in columns if column is not None]
    left = min(placed, default=table.area.left)
    right = max(placed, default=table.area.right)
    span = _rows(table, rows, row)
    return None if span is None else Area(span[0], left, span[1], right)


def _column(table: Table, name: str) -> int | None:
    folded = [column.casefold() for column in table.columns]
    plain = re.sub(r"'(.)", r"\1", name).casefold()
    return table.area.left + folded.index(plain) if plain in folded else None


def _rows(table: Table, wanted: set[str], row: int) -> tuple[int, int] | None:
    area = table.area
    first, last = area.top + table.heading_rows, area.bottom - table.total_rows
    if "#this row" in wanted:
        return (row, row) if first <= row <= last else None
    spans = {
        "#all": (area.top, area.bottom),
        "#headers": (area.top, first - 1),
        "#totals": (last + 1, area.bottom),
        "#data": (first, last),
    }
    chosen = [spans[name] for name in wanted] or [(first, last)]
    top, bottom = min(span[0] for span in chosen), max(span[1] for span in chosen)
    return (top, bottom) if top <= bottom else None
