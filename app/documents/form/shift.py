"""Rows put into a sheet: everything below moves, and everything that points there follows."""

from __future__ import annotations

from app.documents.form.addresses import LAST_ROW, Area, cell_name, split_cell
from app.documents.form.anchors import move_anchors
from app.documents.form.insertion import Insertion
from app.documents.form.markup import Element, local, number, q
from app.documents.form.shift_formulas import change_formulas
from app.documents.form.shift_parts import move_parts
from app.documents.form.sizes import Sizes
from app.documents.form.workbook import Sheet, Workbook
from app.kernel.errors import Refusal

_OF_AN_ITEM = {"mergeCell", "hyperlink", "f", "comment", "threadedComment", "sparkline"}
"""Elements for one place: those of further items are elements of their own."""


def insert_rows(workbook: Workbook, sheet: Sheet, insertion: Insertion) -> None:
    """Move everything in the workbook as an insertion asks; the new rows themselves stay empty.

    Raises ``Refusal`` when the sheet would grow past its last row.
    """
    sizes = Sizes(sheet.root, 0)
    _move_rows(sheet.root, insertion)
    _move_cells_named(sheet.root, insertion)
    move_areas(sheet.root, insertion)
    _move_breaks(sheet.root, insertion)
    move_anchors(sheet.root, insertion, sizes)
    change_formulas(workbook, insertion)
    for part, kind in move_parts(workbook, sheet, insertion):
        root = workbook.package.tree(part)
        if kind == "drawing":
            move_anchors(root, insertion, sizes)
        else:
            move_areas(root, insertion)
        workbook.package.touch(part)
    sheet.touch()


def _move_rows(root: Element, insertion: Insertion) -> None:
    data = root.find(q("sheetData"))
    for row in data.iterchildren(q("row")) if data is not None else ():
        at = number(row.get("r"))
        if at > insertion.bottom:
            moved = at + insertion.count
            if moved > LAST_ROW:
                raise Refusal(
                    "一覧が長すぎて、シートの最後の行を越えます。件数を減らしてください。"
                )
            row.set("r", str(moved))
            for cell in row.iterchildren(q("c")):
                place = split_cell(cell.get("r", ""))
                if place:
                    cell.set("r", cell_name(moved, place[1]))


def _move_cells_named(root: Element, insertion: Insertion) -> None:
    """Move what names a single cell: watched cells, inputs of scenarios."""
    for element in root.iter(q("cellWatch"), q("inputCells")):
        area = Area.parse(element.get("r", ""))
        if area:
            element.set(
                "r",
                str(Area(insertion.row(area.top), area.left, insertion.row(area.top), area.right)),
            )


def move_areas(root: Element, insertion: Insertion) -> None:
    """Move every area that the elements of a part name (``ref``, ``sqref``)."""
    for element in root.iter():
        name = local(element)
        if name in {"c", "row", "sheetData", "v", "selection", "pane", ""}:
            continue
        if text := element.get("ref"):
            element.set("ref", insertion.one(text, of_an_item=name in _OF_AN_ITEM))
        if text := element.get("sqref"):
            element.set("sqref", insertion.several(text))
        if name == "sqref" and element.text:
            parent = element.getparent()
            if parent is not None and local(parent) in _OF_AN_ITEM:
                element.text = insertion.one(element.text, of_an_item=True)
            else:
                element.text = insertion.several(element.text)


def _move_breaks(root: Element, insertion: Insertion) -> None:
    for entry in root.iterfind(f".//{q('rowBreaks')}/{q('brk')}"):
        if (entry.get("id") or "").isdigit():
            row = number(entry.get("id"))
            # A break stands below its row; one right below the drawn rows goes below the list.
            entry.set("id", str(row + insertion.count if row >= insertion.bottom else row))
