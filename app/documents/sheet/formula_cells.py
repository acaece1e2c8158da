"""The formulas of a sheet as its XML has them: plain, shared by many cells, or filling an area."""

from __future__ import annotations

from app.documents.form.addresses import Area, split_cell
from app.documents.form.markup import Element, q
from app.documents.formula.grid import Budget, Grid, Place, Written
from app.documents.formula.scalars import Scalar
from app.documents.sheet.look import Value
from app.documents.sheet.worksheet import Worksheet

_MOST_SPREAD = 100_000


def grid_of(sheet: Worksheet, root: Element, budget: Budget) -> Grid:
    """Return a sheet as formulas see it; ``budget`` is that of the whole workbook."""
    values: dict[int, dict[int, Scalar]] = {}
    for number, row in sheet.rows.items():
        line = {column: plain(cell.value) for column, cell in row.cells.items()}
        values[number] = {column: value for column, value in line.items() if value is not None}
    hidden = frozenset(number for number, row in sheet.rows.items() if row.hidden)
    return Grid(sheet.name, values, written_formulas(root), budget, hidden)


def plain(value: Value) -> Scalar:
    """Return a cell's value without the fonts of a rich text."""
    return "".join(run.text for run in value) if isinstance(value, tuple) else value


def written_formulas(root: Element) -> dict[Place, Written]:
    """Return the formulas of a sheet by the cells whose results they give."""
    found: dict[Place, Written] = {}
    masters: dict[str, Written] = {}
    for entry in root.iterfind(f"{q('sheetData')}/{q('row')}/{q('c')}/{q('f')}"):
        cell = entry.getparent()
        place = split_cell(cell.get("r", "")) if cell is not None else None
        if place is None:
            continue
        text, kind, key = entry.text or "", entry.get("t", ""), entry.get("si", "")
        if kind == "array":
            _enter_spread(found, Written(text, place, Area.parse(entry.get("ref", ""))))
            continue
        written = Written(text, place)
        if kind == "shared" and text:
            masters[key] = written
        found[place] = masters.get(key, written) if kind == "shared" and not text else written
    return found


def _enter_spread(found: dict[Place, Written], written: Written) -> None:
    spread = written.spread or Area(*written.home, *written.home)
    written = Written(written.text, written.home, spread)
    found[written.home] = written
    if (spread.bottom - spread.top + 1) * (spread.right - spread.left + 1) > _MOST_SPREAD:
        return
    for row in range(spread.top, spread.bottom + 1):
        for column in range(spread.left, spread.right + 1):
            found[row, column] = written
