"""The cells and rows of one sheet, as its XML lists them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from app.documents.form.addresses import LAST_COLUMN, LAST_ROW, column_number
from app.documents.form.markup import Element, q
from app.documents.formula.scalars import CellError
from app.documents.sheet.attributes import flag, number, whole
from app.documents.sheet.furigana import with_furigana
from app.documents.sheet.look import Value
from app.documents.sheet.styles import Styles
from app.documents.sheet.texts import Texts, read_text, tidied

_ROW, _CELL = q("row"), q("c")
_V, _F, _IS = q("v"), q("f"), q("is")
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_TALLEST = 409.5
_LONGEST_PLACE = 12
_FIRST_DAY = date(1899, 12, 30)
_TRUE = {"1", "true"}

SHARED = "?"
"""Stands for a formula that is written at another cell of its group."""


class Cell(NamedTuple):
    """A cell's value, the number of its style, and its formula without the equals sign."""

    value: Value
    style: int
    formula: str = ""


@dataclass(slots=True)
class Row:
    """A row's own height in points (``None``: the sheet's), its style and its cells."""

    height: float | None
    hidden: bool
    style: int | None
    cells: dict[int, Cell] = field(default_factory=dict)


def read_rows(data: Element | None, texts: Texts, styles: Styles) -> dict[int, Row]:
    """Return the rows by number; rows and cells without an address follow the one before."""
    rows: dict[int, Row] = {}
    place = 0
    for entry in () if data is None else data.iterchildren(_ROW):
        place = whole(entry, "r", place + 1)
        if not 1 <= place <= LAST_ROW:
            break
        row = rows[place] = _row(entry)
        column, read = 0, entry.get("ph")
        for item in entry.iterchildren(_CELL):
            column = _column(item, column)
            if column <= LAST_COLUMN:
                cell = _cell(item, texts, styles)
                if item.get("ph", read) in _TRUE:
                    cell = cell._replace(value=_with_furigana(item, cell.value, texts, styles))
                row.cells[column] = cell
    return rows


def _row(entry: Element) -> Row:
    height = number(entry, "ht", -1)
    return Row(
        height=min(height, _TALLEST) if height >= 0 else None,
        hidden=flag(entry, "hidden"),
        style=whole(entry, "s") if flag(entry, "customFormat") else None,
    )


def _column(item: Element, before: int) -> int:
    found = _LETTERS.match(item.get("r", ""))
    return column_number(found[0]) if found else before + 1


def _with_furigana(item: Element, value: Value, texts: Texts, styles: Styles) -> Value:
    """Return the text of a cell that shows its furigana; any other value as it is."""
    if not isinstance(value, (str, tuple)):
        return value
    inline, place = item.find(_IS), item.findtext(_V) or ""
    if inline is not None:
        return with_furigana(inline, value, styles)
    shared = item.get("t") == "s" and place.isdecimal()
    return texts.with_furigana(int(place)) if shared else value


def _cell(item: Element, texts: Texts, styles: Styles) -> Cell:
    written = item.get("s") or "0"
    style = int(written) if len(written) < _LONGEST_PLACE and written.isdecimal() else 0
    parts = len(item)
    if not parts:
        return Cell(None, style)
    kind = item.get("t", "n")
    only = item[0]
    if parts == 1 and only.tag == _V:  # as nearly all are
        return Cell(_value(only.text or "", kind, texts), style)
    found = item.find(_F)
    formula = "" if found is None else found.text or SHARED
    if kind == "inlineStr":
        inline = item.find(_IS)
        return Cell(None if inline is None else read_text(inline, styles) or None, style, formula)
    value = item.findtext(_V)
    if value is None:
        return Cell(None, style, formula)
    found_value = _value(value, kind, texts)
    # A result that is an empty text is a result: the formula need not be computed.
    return Cell("" if found_value is None and kind == "str" else found_value, style, formula)


def _value(value: str, kind: str, texts: Texts) -> Value:
    match kind:
        case "s":
            at = value.strip()
            place = int(at) if len(at) < _LONGEST_PLACE and at.isdecimal() else len(texts)
            return (texts[place] or None) if place < len(texts) else None
        case "str":
            return tidied(value) or None
        case "b":
            return value.strip() in {"1", "true"}
        case "e":
            return CellError(value)
        case "d":
            return _day(value.strip())
        case _:
            return _number(value)


def _day(value: str) -> Value:
    """Return a day or time that is written in words (ISO 8601) as the number that Excel shows."""
    try:
        if len(value) < len("2026-01-01"):
            moment = datetime.combine(_FIRST_DAY, time.fromisoformat(value).replace(tzinfo=None))
        else:
            moment = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return value or None
    return (moment - datetime.combine(_FIRST_DAY, time())) / timedelta(days=1)


def _number(value: str) -> Value:
    try:
        found = float(value)
    except ValueError:
        return value or None
    return found if math.isfinite(found) else None
