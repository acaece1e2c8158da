"""The cells of one sheet's tree: found by place, read as text, written typed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import date, datetime, time, timedelta

from lxml import etree

from app.documents.form.addresses import cell_name, column_letters, split_cell
from app.documents.form.markup import SPACE, Element, local, q, readable, section, writable

LONGEST_TEXT = 32_767
_ROW, _CELL, _VALUE, _FORMULA, _INLINE = q("row"), q("c"), q("v"), q("f"), q("is")
_RUN, _TEXT, _PHONETIC = q("r"), q("t"), q("rPh")


class Grid:
    """Rows and cells of a sheet by number.  Rows and cells without an address are given one."""

    def __init__(self, root: Element) -> None:
        self.data = section(root, "sheetData")
        self.rows: dict[int, Element] = {}
        number = 0
        for row in self.data.iterchildren(_ROW):
            number = _number(row.get("r"), number + 1)
            if row.get("r") != str(number):
                row.set("r", str(number))
            self.rows[number] = row

    def cells(self, number: int) -> Iterator[tuple[int, Element]]:
        """Yield (column, cell) of one row from the left."""
        row = self.rows.get(number)
        column = 0
        for cell in row.iterchildren(_CELL) if row is not None else ():
            place = split_cell(cell.get("r", ""))
            column = place[1] if place else column + 1
            if place is None:
                cell.set("r", cell_name(number, column))
            yield column, cell

    def find(self, number: int, column: int) -> Element | None:
        """Return the cell at a place, if the file has one there."""
        return next((cell for at, cell in self.cells(number) if at == column), None)

    def cell(self, number: int, column: int) -> Element:
        """Return the cell at a place, made if it is not there."""
        row = self._row(number)
        before = None
        for at, cell in self.cells(number):
            if at == column:
                return cell
            if at > column:
                break
            before = cell
        made = etree.Element(_CELL, r=f"{column_letters(column)}{number}")
        if before is not None:
            before.addnext(made)
        else:
            row.insert(0, made)
        return made

    def _row(self, number: int) -> Element:
        if number not in self.rows:
            made = etree.Element(_ROW, r=str(number))
            earlier = [at for at in self.rows if at < number]
            if earlier:
                self.rows[max(earlier)].addnext(made)
            else:
                self.data.insert(0, made)
            self.rows[number] = made
        return self.rows[number]


class Strings:
    """The shared strings, read for their text and their runs; the part is never written."""

    def __init__(self, root: Element | None) -> None:
        self._items = [] if root is None else root.findall(q("si"))

    def item(self, cell: Element) -> Element | None:
        """Return the element that holds a cell's text: a shared string or the cell's own."""
        kind = cell.get("t")
        if kind == "inlineStr":
            return cell.find(_INLINE)
        value = cell.findtext(_VALUE)
        if kind == "s" and value and value.strip().isdigit() and int(value) < len(self._items):
            return self._items[int(value)]
        return None

    def text(self, cell: Element) -> str:
        """Return a cell's text without furigana; empty for numbers and formulas."""
        item = self.item(cell)
        return "" if item is None else text_of(item)


def pieces(item: Element) -> list[Element]:
    """Return the ``t`` elements of a string: one, or one for each run."""
    found = []
    for child in item:
        if child.tag == _TEXT:
            found.append(child)
        elif child.tag == _RUN:
            found.extend(child.iterchildren(_TEXT))
    return found


def text_of(item: Element) -> str:
    """Return a string's text; furigana is left out."""
    return "".join(readable(piece.text or "") for piece in pieces(item))


def clear(cell: Element) -> None:
    """Empty a cell and keep its style."""
    for child in list(cell):
        if local(child) != "extLst":
            cell.remove(child)
    for name in ("t", "cm", "vm"):
        if name in cell.attrib:
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


def write_number(cell: Element, number: float | bool) -> None:
    """Write a number or a truth value; what is no finite number leaves the cell empty."""
    clear(cell)
    if isinstance(number, float) and not math.isfinite(number):
        return
    if isinstance(number, bool):
        cell.set("t", "b")
    value = etree.Element(_VALUE)
    value.text = repr(int(number)) if isinstance(number, bool) else repr(number)
    cell.insert(0, value)


def write_runs(cell: Element, item: Element, spans: Sequence[tuple[int, int, str]]) -> None:
    """Write a string with some spans of its text replaced; runs keep their looks.

    ``spans`` are (start, end, new text) in the string's text, in order.  A replacement takes the
    look of the run in which its span begins.  Furigana is dropped: it counts characters.
    """
    copy = etree.Element(_INLINE)
    for child in item:
        if child.tag in {_TEXT, _RUN}:
            copy.append(deepcopy(child))
    for start, end, text in reversed(spans):
        _replace(pieces(copy), start, end, text)
    clear(cell)
    if text_of(copy):
        cell.set("t", "inlineStr")
        cell.insert(0, copy)


def _replace(parts: list[Element], start: int, end: int, text: str) -> None:
    at = 0
    for part in parts:
        old = readable(part.text or "")
        first, last = max(start - at, 0), min(end - at, len(old))
        if first < last:
            _set(part, old[:first] + text + old[last:])
            text = ""
        at += len(old)


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


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise
