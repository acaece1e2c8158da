"""Where the tags of a sheet stand: in the cells' own text, or mapped to them from outside."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from app.documents.form.cells import Grid, Strings, may_open
from app.documents.form.mapping import Overlay
from app.documents.form.markup import Element, q
from app.documents.form.package import Package
from app.documents.form.tags import Marks, may_hold_tags, read_tags
from app.documents.form.workbook import Sheet


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell whose text holds tags or controls.

    ``item`` is that text with its runs.  ``mapped``: it came from outside, and what is drawn in
    the cell stays when there is no value for it.
    """

    row: int
    column: int
    cell: Element
    marks: Marks
    item: Element
    text: str
    mapped: bool = False
    alone: bool = False
    """There is one tag and nothing else in the cell."""

    @property
    def address(self) -> str:
        """Return the cell's address."""
        return self.cell.get("r", "")


def marked_cells(
    grid: Grid, strings: Strings, overlay: Overlay | None = None, *, own: bool = True
) -> list[Marked]:
    """Return the cells with tags, from the top and the left; missing mapped cells are made.

    Without ``own`` the cells' own texts are known to hold none, and only mapped ones are looked at.
    """
    mapped = overlay or Overlay()
    for place in mapped.texts:
        if grid.find(*place) is None:
            grid.cell(*place)
            mapped.made.add(place)
    if not own:
        return [
            each
            for place, text in sorted(mapped.texts.items())
            if (each := _mapped(*place, grid.cell(*place), text)).marks
        ]
    found = []
    for row in sorted(grid.rows):
        for column, cell in grid.cells(row):
            text = mapped.texts.get((row, column))
            if text is not None:
                found.append(_mapped(row, column, cell, text))
            elif may_hold_tags(text := strings.text(cell)) and (marks := read_tags(text)):
                item = strings.item(cell)
                assert item is not None
                alone = _only_tag(text, marks)
                found.append(Marked(row, column, cell, marks, item, text, alone=alone))
    return [each for each in found if each.marks]


def may_be_marked(package: Package, sheet: Sheet, strings: Strings) -> bool:
    """Return whether cells of a sheet may hold tags; quick, and right when it says no."""
    data = package.read(sheet.part)
    if may_open(data):
        return True
    numbers = "|".join(map(str, sorted(strings.tagged)))
    shared = rf"<(?:\w+:)?v>\s*0*(?:{numbers})\s*</".encode()
    return bool(numbers and re.search(shared, data))


def same_cells(cells: Iterable[Marked], grid: Grid) -> list[Marked]:
    """Return the marked cells of a sheet as they stand in a copy of it."""
    return [replace(each, cell=grid.cell(each.row, each.column)) for each in cells]


def drop_unused(cells: Iterable[Marked], overlay: Overlay) -> None:
    """Take out the cells that were made for a mapping and got no value after all."""
    for marked in cells:
        row = marked.cell.getparent()
        if (marked.row, marked.column) in overlay.made and not len(marked.cell) and row is not None:
            row.remove(marked.cell)
            rows = row.getparent()
            if not len(row) and row.keys() == ["r"] and rows is not None:
                rows.remove(row)


def _mapped(row: int, column: int, cell: Element, text: str) -> Marked:
    item = etree.Element(q("is"))
    etree.SubElement(item, q("t")).text = text
    marks = read_tags(text)
    alone = _only_tag(text, marks)
    return Marked(row, column, cell, marks, item, text, mapped=True, alone=alone)


def _only_tag(text: str, marks: Marks) -> bool:
    if len(marks.tags) != 1:
        return False
    spans = [(one.start, one.end) for one in marks.tags]
    spans += [(one.start, one.end) for one in marks.controls]
    rest = text
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + rest[end:]
    return not rest.strip()
