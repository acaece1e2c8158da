"""What the page dialog leaves out of a print: errors of formulas, and drawings of a draft."""

from __future__ import annotations

from app.documents.formula.scalars import CellError
from app.documents.sheet.look import Value
from app.documents.sheet.worksheet import Worksheet

_INSTEAD: dict[str, Value] = {"blank": None, "dash": "--", "NA": CellError("#N/A")}


def reduce_sheet(sheet: Worksheet) -> None:
    """Take from a sheet what its setup does not print."""
    if sheet.setup.draft:
        sheet.drawings = []
    if sheet.setup.errors in _INSTEAD:
        _replace_errors(sheet, _INSTEAD[sheet.setup.errors])


def _replace_errors(sheet: Worksheet, instead: Value) -> None:
    for row in sheet.rows.values():
        for column, cell in row.cells.items():
            if isinstance(cell.value, CellError):
                row.cells[column] = cell._replace(value=instead)
