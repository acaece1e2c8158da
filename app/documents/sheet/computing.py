"""Results that a workbook does not hold, computed before it is printed.

A stored result is trusted unless something it depends on has none, or shows the day.  What cannot
be computed is left empty and named (``Worksheet.uncomputed``), so no stale number is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.documents.form.addresses import cell_name
from app.documents.formula.calculation import Calculation
from app.documents.formula.dependants import Dependants
from app.documents.formula.grid import Grid
from app.documents.sheet.cells import Cell, Row
from app.documents.sheet.formula_source import FormulaSource, is_open
from app.documents.sheet.worksheet import Worksheet

_MOMENT = re.compile(r"\b(?:TODAY|NOW)\(", re.IGNORECASE)
_ELSEWHERE = re.compile(r"!|\[|\bINDIRECT\(", re.IGNORECASE)


def compute(source: FormulaSource, sheets: Sequence[Worksheet], calculation: Calculation) -> None:
    """Give a value to every cell of these sheets whose stored result is none or no longer holds.

    Without a moment TODAY and NOW keep their stored results.  A workbook without open formulas is
    left alone.
    """
    if _is_settled(source, sheets):
        return
    shared = source.shared()
    grids = [grid for sheet in sheets if (grid := shared.grid(sheet.name))]
    dependants = Dependants(shared, grids)
    seeds = [
        (grid, (row, column))
        for grid in dependants.grids
        for row, columns in grid.waiting.items()
        for column in columns
    ]
    dirty = dependants.of(seeds + (dependants.of_moment if source.moment else []))
    for grid, place in dirty:
        grid.open(place)
    wanted = sorted((spot for spot in dirty if spot[0] in grids), key=lambda spot: spot[1])
    calculation.compute(wanted)
    by_name = {sheet.name: sheet for sheet in sheets}
    for grid, place in wanted:
        _enter(by_name[grid.name], grid, place)


def _is_settled(source: FormulaSource, sheets: Sequence[Worksheet]) -> bool:
    """Return whether every stored result of these sheets can be trusted."""
    moment, elsewhere = source.moment, source.has_names
    for cell in (cell for sheet in sheets for cell in _formula_cells(sheet)):
        shows_day = moment and _MOMENT.search(cell.formula)
        if shows_day or is_open(cell, recalculates=source.recalculates):
            return False
        elsewhere = elsewhere or _ELSEWHERE.search(cell.formula) is not None
    if not elsewhere:
        return True
    read = {sheet.name for sheet in sheets}
    others = [name for name in source.names if name not in read]
    open_there = any(source.may_be_open(name, moment=moment is not None) for name in others)
    return not (open_there or (moment and source.names_show_the_day))


def _formula_cells(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.rows.values():
        yield from (cell for cell in row.cells.values() if cell.formula)


def _enter(sheet: Worksheet, grid: Grid, place: tuple[int, int]) -> None:
    row, column = place
    line = sheet.rows.setdefault(row, Row(None, hidden=False, style=None))
    cell = line.cells.get(column) or Cell(None, 0)
    failed = grid.failed.get(place)
    if failed is not None:
        sheet.uncomputed.append((cell_name(row, column), failed))
        line.cells[column] = cell._replace(value=None)
    else:
        line.cells[column] = cell._replace(value=grid.values[row].get(column))
