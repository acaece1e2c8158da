"""Results of formulas that no longer hold: found by following references, and taken out.

A printed or mailed form must never show a number that was computed from other values.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.documents.form.addresses import Area, split_cell
from app.documents.form.changed import Changed
from app.documents.form.dependence import Dependence, dependences
from app.documents.form.markup import Element, q
from app.documents.form.workbook import Sheet, Workbook


def remove_stale(
    workbook: Workbook, written: Iterable[tuple[Sheet, Element]], *, rows_moved: bool
) -> bool:
    """Take out the stored results of every formula that depends on what was written.

    Returns whether there is any formula.

    ``written`` are the cells that were written or put in, where they stand now.  ``rows_moved``:
    what asks where something stands (``ROW``, ``ROWS``) may have another answer too.
    """
    changed = Changed()
    for sheet, cell in written:
        place = split_cell(cell.get("r", ""))
        if place:
            changed.add(sheet.name, place)
    waiting = formulas = list(dependences(workbook))
    while changed:
        still = []
        for formula in waiting:
            if _depends(formula, changed, rows_moved=rows_moved):
                _forget(formula, changed)
            else:
                still.append(formula)
        if len(still) == len(waiting):
            break
        waiting = still
    return bool(formulas)


def _depends(formula: Dependence, changed: Changed, *, rows_moved: bool) -> bool:
    if formula.on_anything or (rows_moved and formula.on_places):
        return True
    if changed.holds(formula.sheet.name, formula.place):
        return True
    return any(changed.meets(sheet, area) for sheet, area in formula.needs)


def _forget(formula: Dependence, changed: Changed) -> None:
    """Take out a result; that of an array formula stands in many cells."""
    changed.add(formula.sheet.name, formula.place)
    _take_out(formula.sheet, formula.cell)
    area = Area.parse(formula.array) if formula.array else None
    if area is None:
        return
    for cell in formula.sheet.root.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}"):
        place = split_cell(cell.get("r", ""))
        if place and place in area and place != formula.place:
            changed.add(formula.sheet.name, place)
            _take_out(formula.sheet, cell)


def _take_out(sheet: Sheet, cell: Element) -> None:
    value = cell.find(q("v"))
    if value is not None:
        cell.remove(value)
        if "t" in cell.attrib:
            del cell.attrib["t"]
        sheet.touch()
