"""A workbook of plain values and formulas, computed without a file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.documents.form.addresses import Area, split_cell
from app.documents.formula.calculation import Calculation
from app.documents.formula.grid import Budget, Grid, Written
from app.documents.formula.scalars import CellError
from app.documents.formula.tables import Table
from app.documents.formula.workbook import Sheets

Cells = Mapping[str, Any]


class Workings:
    """Sheets given as ``{"A1": 1, "B1": "=A1+1"}``; ``"{A1:B2}=…"`` fills an area."""

    def __init__(
        self, *, names: Mapping[str, str] | None = None, tables: Mapping[str, Table] | None = None,
        moment: datetime | None = None, from_1904: bool = False, **sheets: Cells,
    ) -> None:  # fmt: skip
        budget = Budget()
        self.grids = {name.casefold(): _grid(name, cells, budget) for name, cells in sheets.items()}
        defined = {(name.casefold(), ""): text for name, text in (names or {}).items()}
        self.sheets = Sheets(
            list(sheets), lambda name: self.grids.get(name.casefold()), defined, tables or {},
            from_1904, moment,
        )  # fmt: skip
        for grid in self.grids.values():
            for place in grid.formulas:
                grid.open(place)

    def value(self, cell: str, sheet: str = "表") -> Any:
        """Return a cell's result: errors as their text, failures as ``Failed: reason``."""
        grid, place = self.grids[sheet.casefold()], split_cell(cell)
        assert place
        if place in grid.formulas:
            Calculation(self.sheets).compute([(grid, place)])
        if place in grid.failed:
            return f"Failed: {grid.failed[place]}"
        found = grid.values.get(place[0], {}).get(place[1])
        return found.text if isinstance(found, CellError) else found


def _grid(name: str, cells: Cells, budget: Budget) -> Grid:
    values: dict[int, dict[int, Any]] = {}
    formulas = {}
    for cell, value in cells.items():
        place = split_cell(cell)
        assert place
        if isinstance(value, str) and value.startswith("{"):
            area, _, text = value[1:].partition("}=")
            spread = Area.parse(area)
            assert spread
            written = Written(text, place, spread)
            for row in range(spread.top, spread.bottom + 1):
                for column in range(spread.left, spread.right + 1):
                    formulas[row, column] = written
        elif isinstance(value, str) and value.startswith("="):
            formulas[place] = Written(value[1:], place)
        elif value is not None:
            kept = float(value) if type(value) is int else value
            values.setdefault(place[0], {})[place[1]] = kept
    return Grid(name, values, formulas, budget)


def computed(formula: str, cells: Cells | None = None, **options: Any) -> Any:
    """Return what a formula gives in cell H20 of the sheet 表."""
    return Workings(表={**(cells or {}), "H20": f"={formula}"}, **options).value("H20")
