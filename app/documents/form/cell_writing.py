"""One cell's content written anew: a typed value, or its text with some spans replaced."""

from __future__ import annotations

import math
from collections.abc import Sequence
from copy import deepcopy
from datetime import date, datetime, time, timedelta

from lxml import etree

from app.documents.form.cells import pieces, text_of
from app.documents.form.markup import SPACE, Element, local, number, q, readable, writable

LONGEST_TEXT = 32_767
_VALUE, _INLINE = q("v"), q("is")
_RUN, _TEXT, _READING, _READING_LOOK = q("r"), q("t"), q("rPh"), q("phoneticPr")

Span = tuple[int, int, str]
"""Start and end in a text, and what takes the place of that stretch."""


def clear(cell: Element) -> None:
    """Empty a cell and keep its style."""
    for child in list(cell) if len(cell) else ():
        if local(child) != "extLst":
            cell.remove(child)
    for name in ("t", "cm", "vm"):
        if cell.get(name) is not None:
            del cell.attrib[name]


def write_text(cell: Element, text: str) -> None:
    """Write text; what looks like a formula or a number stays text."""
    clear(cell)
    if not text:
        return
    cell.set("t", "inlineStr")
    holder = etree.Element(_INLINE)
    cell.insert(0, holder)
    _set(etree.SubElement(holder, _TEXT), text)


def write_number(cell: Element, value: float | bool) -> None:
    """Write a number or a truth value; what is no finite number leaves the cell empty."""
    clear(cell)
    if isinstance(value, float) and not math.isfinite(value):
        return
    if isinstance(value, bool):
        cell.set("t", "b")
    holder = etree.Element(_VALUE)
    holder.text = repr(int(value)) if isinstance(value, bool) else repr(value)
    cell.insert(0, holder)


def write_runs(cell: Element, item: Element, spans: Sequence[Span]) -> None:
    """Write a string with some spans of its text replaced; runs keep their looks.

    ``spans`` are in order.  A replacement takes the look of the run in which its span begins.
    The reading (furigana) of text that was replaced is dropped, any other moves with its text.
    """
    copy = etree.Element(_INLINE)
    copy.extend(deepcopy(child) for child in item)
    _move_readings(copy, spans)
    for start, end, text in reversed(spans):
        replace_span(pieces(copy), start, end, text)
    clear(cell)
    if text_of(copy):
        cell.set("t", "inlineStr")
        cell.insert(0, copy)


def replace_span(parts: Sequence[Element], start: int, end: int, text: str) -> None:
    """Replace a stretch of the text that some elements hold together."""
    at = 0
    for part in parts:
        old = readable(part.text or "")
        first, last = max(start - at, 0), min(end - at, len(old))
        if first < last:
            _set(part, old[:first] + text + old[last:])
            text = ""
        at += len(old)


def _move_readings(item: Element, spans: Sequence[Span]) -> None:
    """Move or drop readings, which say in UTF-16 units what they are for."""
    text = text_of(item)
    units = [(_units(text[:start]), _units(text[:end]), _units(new)) for start, end, new in spans]
    for reading in item.findall(_READING):
        first, last = number(reading.get("sb")), number(reading.get("eb"))
        if any(start < last and first < end for start, end, _ in units):
            item.remove(reading)
            continue
        moved = sum(size - (end - start) for start, end, size in units if end <= first)
        reading.set("sb", str(first + moved))
        reading.set("eb", str(last + moved))
    look = item.find(_READING_LOOK)
    if look is not None and item.find(_READING) is None:
        item.remove(look)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fitting(text: str) -> str:
    """Return as much of a text as a cell may hold."""
    if len(text) <= LONGEST_TEXT // 2 or _units(text) <= LONGEST_TEXT:
        return text
    cut = text.encode("utf-16-le", "surrogatepass")[: 2 * LONGEST_TEXT]
    return cut.decode("utf-16-le", "ignore")


def _set(element: Element, text: str) -> None:
    element.text = writable(text)
    if text != text.strip() or "\n" in text:
        element.set(SPACE, "preserve")


def serial(value: date | datetime | time, *, from_1904: bool) -> float | int:
    """Return a day or a moment as Excel counts it."""
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86400
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    if not isinstance(value, datetime):
        return (value - start).days
    passed: timedelta = value.replace(tzinfo=None) - datetime(start.year, start.month, start.day)
    return passed.total_seconds() / 86400
