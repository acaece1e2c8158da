"""Drawn rows repeated for every item of a list, with page breaks where the form asks for them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from app.documents.form.addresses import Area, cell_name, split_cell
from app.documents.form.anchors import repeat_anchors
from app.documents.form.archive import SAVE_AGAIN
from app.documents.form.cell_writing import clear
from app.documents.form.cells import Grid
from app.documents.form.formulas import shifted
from app.documents.form.insertion import Insertion
from app.documents.form.layout import Block
from app.documents.form.markup import Element, number, q, section
from app.documents.form.shift import insert_rows
from app.documents.form.workbook import Sheet, Workbook
from app.kernel.errors import Refusal

_EXCEL = "{http://schemas.microsoft.com/office/excel/2006/main}"
_SPARKLINE = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}sparkline"


def unshare(root: Element) -> None:
    """Write out formulas that cells share: once rows move, each needs its own."""
    masters: dict[str, tuple[str, tuple[int, int]]] = {}
    for formula in root.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}/{q('f')}"):
        if formula.get("t") != "shared":
            continue
        key = formula.get("si", "")
        parent = formula.getparent()
        place = split_cell(parent.get("r", "")) if parent is not None else None
        if place is None:
            continue
        if formula.text:
            masters[key] = (formula.text, place)
        elif key in masters:
            text, home = masters[key]
            formula.text = shifted(text, place[0] - home[0], place[1] - home[1])
        for name in ("t", "si", "ref"):
            if name in formula.attrib:
                del formula.attrib[name]


def grow(
    workbook: Workbook, sheet: Sheet, block: Block, items: int
) -> list[dict[Element, Element]]:
    """Make room for so many items and draw their rows.

    Returns, for every item, which of its cells stands for which drawn cell.
    """
    root = sheet.root
    unshare(root)
    count = (items - 1) * block.height
    insertion = Insertion(sheet.name, block.top, block.bottom, count)
    if count:
        insert_rows(workbook, sheet, insertion)
    grid = Grid(root)
    for marked in block.cells:
        if not marked.mapped:
            clear(marked.cell)  # Its text is with the mark: no need to copy it for every item.
    drawn = [grid.rows[row] for row in range(block.top, block.bottom + 1) if row in grid.rows]
    copies = [{cell: cell for row in drawn for cell in row}]
    if any(marked.cell not in copies[0] for marked in block.cells):
        raise Refusal(f"シート「{sheet.name}」の行の並びが壊れています。{SAVE_AGAIN}")
    last = drawn[-1]
    for item in range(1, items):
        offset = item * block.height
        made: dict[Element, Element] = {}
        for row in drawn:
            copy = _copy_row(row, insertion, offset)
            last.addnext(copy)
            last = copy
            made.update(zip(row, copy, strict=True))
        copies.append(made)
    if count:
        _repeat_merges(root, insertion, items)
        _repeat_sparklines(root, insertion)
        _repeat_drawings(sheet, insertion)
    sheet.touch()
    return copies


def _copy_row(row: Element, insertion: Insertion, offset: int) -> Element:
    copy = deepcopy(row)
    target = number(row.get("r")) + offset
    copy.set("r", str(target))
    for cell in copy.iterchildren(q("c")):
        place = split_cell(cell.get("r", ""))
        if place:
            cell.set("r", cell_name(target, place[1]))
        formula = cell.find(q("f"))
        if formula is None:
            continue
        formula.text = insertion.copied(formula.text or "", insertion.sheet, offset)
        area = Area.parse(formula.get("ref", ""))
        if area:
            formula.set("ref", str(area.moved(offset)))
    return copy


def _repeat_merges(root: Element, insertion: Insertion, items: int) -> None:
    merges = root.find(q("mergeCells"))
    if merges is None:
        return
    drawn = [
        area
        for entry in merges
        if (area := Area.parse(entry.get("ref", ""))) and insertion.holds(area)
    ]
    for item in range(1, items):
        for area in drawn:
            moved = area.moved(item * insertion.height)
            etree.SubElement(merges, q("mergeCell"), ref=str(moved))
    merges.set("count", str(len(merges)))


def _repeat_drawings(sheet: Sheet, insertion: Insertion) -> None:
    package = sheet.package
    for part in package.related(sheet.part, "drawing"):
        if repeat_anchors(package.tree(part), insertion):
            package.touch(part)


def _repeat_sparklines(root: Element, insertion: Insertion) -> None:
    for drawn in root.findall(f".//{_SPARKLINE}"):
        place = drawn.find(f"{_EXCEL}sqref")
        area = Area.parse(place.text or "") if place is not None else None
        if area is None or not insertion.holds(area):
            continue
        for rows in range(insertion.count, 0, -insertion.height):
            made = deepcopy(drawn)
            for entry in made:
                if entry.tag == f"{_EXCEL}sqref":
                    entry.text = str(area.moved(rows))
                elif entry.text:
                    entry.text = insertion.copied(entry.text, insertion.sheet, rows)
            drawn.addnext(made)


def break_pages(sheet: Sheet, block: Block, items: int) -> None:
    """Put a page break after every full page of items, except after the last item."""
    for item in range(block.page, items, block.page):
        add_break(sheet, block.top + item * block.height - 1)


def add_break(sheet: Sheet, row: int) -> None:
    """Put a manual page break below a row."""
    breaks = section(sheet.root, "rowBreaks")
    rows = {entry.get("id"): entry for entry in breaks}
    if str(row) not in rows:
        made = etree.Element(q("brk"), id=str(row), max="16383", man="1")
        later = [entry for entry in breaks if number(entry.get("id")) > row]
        if later:
            later[0].addprevious(made)
        else:
            breaks.append(made)
    breaks.set("count", str(len(breaks)))
    breaks.set("manualBreakCount", str(sum(entry.get("man") == "1" for entry in breaks)))
    sheet.touch()


def frames(sheet: Sheet, block: Block, items: int) -> list[dict[Element, Element]]:
    """Return, for every drawn frame, which cell stands for which cell of the first frame."""
    grid = Grid(sheet.root)
    return [
        {
            marked.cell: grid.cell(marked.row + item * block.height, marked.column)
            for marked in block.cells
        }
        for item in range(items)
    ]
