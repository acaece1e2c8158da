"""Results of formulas that no longer hold: found by following references, and taken out.

A printed or mailed form must never show a number that was computed from other values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.documents.form.addresses import Area, split_cell
from app.documents.form.formulas import references, shifted
from app.documents.form.markup import Element, q
from app.documents.form.workbook import Sheet, Workbook

# Their results depend on more than the cells they name.
_OPEN_ENDED = re.compile(r"\b(INDIRECT|OFFSET|TODAY|NOW|RAND|RANDBETWEEN|CELL|INFO)\(|\[", re.I)
_WORD = re.compile(r"[^\W\d][\w.]*")
_TAG = re.compile(rb"<(?:\w+:)?f[ >/]")
_LARGE = 2_000

Cells = dict[str, set[tuple[int, int]]]


@dataclass(frozen=True, slots=True, eq=False)
class _Formula:
    sheet: Sheet
    place: tuple[int, int]
    cell: Element
    needs: tuple[tuple[str, Area], ...]
    open_ended: bool


def remove_stale(workbook: Workbook, written: Iterable[tuple[Sheet, Element]]) -> None:
    """Take out the stored results of every formula that depends on what was written.

    ``written`` are the cells that were written or moved, where they stand now.
    """
    changed: Cells = {}
    for sheet, cell in written:
        place = split_cell(cell.get("r", ""))
        if place:
            changed.setdefault(sheet.name.casefold(), set()).add(place)
    if not changed:
        return
    waiting = [formula for sheet in workbook.sheets for formula in _formulas(workbook, sheet)]
    while True:
        stale = [formula for formula in waiting if _depends(formula, changed)]
        if not stale:
            return
        for formula in stale:
            _forget(formula)
            changed.setdefault(formula.sheet.name.casefold(), set()).add(formula.place)
        gone = set(stale)
        waiting = [formula for formula in waiting if formula not in gone]


def _depends(formula: _Formula, changed: Cells) -> bool:
    if formula.open_ended or formula.place in changed.get(formula.sheet.name.casefold(), ()):
        return True
    return any(_meets(area, changed.get(sheet, set())) for sheet, area in formula.needs)


def _meets(area: Area, cells: set[tuple[int, int]]) -> bool:
    size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
    if size > len(cells) or size > _LARGE:
        return any(cell in area for cell in cells)
    return any(
        (row, column) in cells
        for row in range(area.top, area.bottom + 1)
        for column in range(area.left, area.right + 1)
    )


def _forget(formula: _Formula) -> None:
    value = formula.cell.find(q("v"))
    if value is not None:
        formula.cell.remove(value)
        if "t" in formula.cell.attrib:
            del formula.cell.attrib["t"]
        formula.sheet.touch()


def _formulas(workbook: Workbook, sheet: Sheet) -> Iterator[_Formula]:
    names = {(e.get("name") or "").casefold(): e.text or "" for e in workbook.defined_names}
    for place, cell, text in formula_cells(sheet):
        needs = tuple(_needs(text, sheet.name, names))
        yield _Formula(sheet, place, cell, needs, bool(_OPEN_ENDED.search(text)))


def formula_cells(sheet: Sheet) -> Iterator[tuple[tuple[int, int], Element, str]]:
    """Yield (place, cell, formula) for each formula; shared ones as they read in their cell."""
    if not sheet.package.parsed(sheet.part) and not _TAG.search(sheet.package.read(sheet.part)):
        return
    masters: dict[str, tuple[str, tuple[int, int]]] = {}
    for formula in sheet.root.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}/{q('f')}"):
        cell = formula.getparent()
        place = split_cell(cell.get("r", "")) if cell is not None else None
        if cell is None or place is None:
            continue
        text, key = formula.text or "", formula.get("si", "")
        if formula.get("t") == "shared":
            if text:
                masters[key] = (text, place)
            elif key in masters:
                master, home = masters[key]
                text = shifted(master, place[0] - home[0], place[1] - home[1])
        yield place, cell, text


def _needs(
    text: str, home: str, names: dict[str, str], depth: int = 3
) -> Iterator[tuple[str, Area]]:
    for reference in references(text):
        yield (reference.sheet or home).casefold(), reference.area()
    if names and depth:
        for word in set(_WORD.findall(text)):
            if word.casefold() in names:
                yield from _needs(names[word.casefold()], home, names, depth - 1)
