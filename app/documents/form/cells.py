"""The cells of one sheet's tree: found by place, read as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from lxml import etree

from app.documents.form.addresses import cell_name, split_cell
from app.documents.form.markup import Element, number, q, readable, section
from app.documents.form.tags import may_hold_tags
from app.documents.form.workbook import Workbook

_ROW, _CELL, _VALUE, _INLINE = q("row"), q("c"), q("v"), q("is")
# Two braces in a row, also with the end of a run between them, or one written as a number.
_OPENINGS = (b"{{", b"{<", "｛｛".encode(), "｛<".encode())
_NUMBERED = re.compile(rb"&#(?:65371|123|[xX](?:[fF]{2}5|7)[bB]);")
_RUN, _TEXT = q("r"), q("t")


def may_open(data: bytes) -> bool:
    """Return whether a part's bytes may hold a tag; quick, and right when it says no."""
    if b"\0" in data[:4] or any(opening in data for opening in _OPENINGS):
        return True
    return b"&#" in data and bool(_NUMBERED.search(data))


class Grid:
    """Rows and cells of a sheet by number.  Rows and cells without an address are given one."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.data = section(root, "sheetData")
        self.rows: dict[int, Element] = {}
        at = 0
        for row in self.data.iterchildren(_ROW):
            at = number(row.get("r"), at + 1)
            if row.get("r") != str(at):
                row.set("r", str(at))
            self.rows[at] = row

    def cells(self, row_number: int) -> Iterator[tuple[int, Element]]:
        """Yield (column, cell) of one row from the left."""
        row = self.rows.get(row_number)
        column = 0
        for cell in row.iterchildren(_CELL) if row is not None else ():
            place = split_cell(cell.get("r", ""))
            column = place[1] if place else column + 1
            if place is None:
                cell.set("r", cell_name(row_number, column))
            yield column, cell

    def find(self, row: int, column: int) -> Element | None:
        """Return the cell at a place, if the file has one there."""
        return next((cell for at, cell in self.cells(row) if at == column), None)

    def cell(self, row_number: int, column: int) -> Element:
        """Return the cell at a place, made if it is not there."""
        row = self._row(row_number)
        before = None
        for at, cell in self.cells(row_number):
            if at == column:
                return cell
            if at > column:
                break
            before = cell
        made = etree.Element(_CELL, r=cell_name(row_number, column))
        if style := self._style(row, column):
            made.set("s", style)
        if before is not None:
            before.addnext(made)
        else:
            row.insert(0, made)
        return made

    def _style(self, row: Element, column: int) -> str | None:
        """Return the style of a cell that is not in the file: its row's, else its column's."""
        if row.get("s") and row.get("customFormat") in {"1", "true"}:
            return row.get("s")
        for entry in self.root.iterfind(f"{q('cols')}/{q('col')}"):
            if number(entry.get("min"), 0) <= column <= number(entry.get("max"), 0):
                return entry.get("style")
        return None

    def _row(self, row: int) -> Element:
        if row not in self.rows:
            made = etree.Element(_ROW, r=str(row))
            earlier = [at for at in self.rows if at < row]
            if earlier:
                self.rows[max(earlier)].addnext(made)
            else:
                self.data.insert(0, made)
            self.rows[row] = made
        return self.rows[row]


class Strings:
    """The shared strings, read for their text and their runs; the part is never written."""

    def __init__(self, root: Element | None, workbook: Workbook | None = None) -> None:
        self._read = None if root is None else root.findall(q("si"))
        self._workbook = workbook

    @classmethod
    def of(cls, workbook: Workbook) -> Strings:
        """Return the strings of a workbook; the part is read when the first one is asked for."""
        return cls(None, workbook)

    @cached_property
    def tagged(self) -> frozenset[int]:
        """Return which shared strings may hold tags; the part is parsed only if there are any."""
        book = self._workbook
        parts = book.package.related(book.part, "sharedStrings") if book else []
        if book and not any(may_open(book.package.read(part)) for part in parts):
            return frozenset()
        return frozenset(
            number for number, item in enumerate(self._items) if may_hold_tags(text_of(item))
        )

    @property
    def _items(self) -> list[Element]:
        if self._read is None:
            book = self._workbook
            parts = book.package.related(book.part, "sharedStrings") if book else []
            self._read = book.package.tree(parts[0]).findall(q("si")) if book and parts else []
        return self._read

    def item(self, cell: Element) -> Element | None:
        """Return the element that holds a cell's text: a shared string or the cell's own."""
        kind = cell.get("t")
        if kind == "inlineStr":
            return cell.find(_INLINE)
        place = number(cell.findtext(_VALUE), -1) if kind == "s" else -1
        return self._items[place] if 0 <= place < len(self._items) else None

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
