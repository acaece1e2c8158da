"""Which stored results no longer hold: those that depend, over any steps, on a cell without one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.documents.form.addresses import Area
from app.documents.formula.grid import Grid, Place, Written
from app.documents.formula.precedents import Precedents, precedents
from app.documents.formula.workbook import Sheets

Spot = tuple[Grid, Place]

_SMALL = 64
_MOST_STEPS = 3_000_000


class Dependants:
    """The formulas of some sheets by what they read."""

    def __init__(self, sheets: Sheets, grids: Iterable[Grid]) -> None:
        """Read the formulas of these sheets, and of every sheet they refer to."""
        self._by_cell: dict[Spot, list[Spot]] = defaultdict(list)
        self._by_area: dict[Grid, dict[Area, list[Spot]]] = defaultdict(lambda: defaultdict(list))
        self._by_anything: list[Spot] = []
        self.of_moment: list[Spot] = []
        self.grids: list[Grid] = []
        self._steps = _MOST_STEPS
        waiting = list(grids)
        while waiting:
            grid = waiting.pop()
            if grid in self.grids:
                continue
            self.grids.append(grid)
            for place, written in grid.formulas.items():
                waiting += self._read(sheets, grid, place, written)

    def _read(self, sheets: Sheets, grid: Grid, place: Place, written: Written) -> set[Grid]:
        found = precedents(sheets, grid, place, written)
        spot = (grid, place)
        if found.moment:
            self.of_moment.append(spot)
        self._enter(spot, found)
        if found.anything:
            self._by_anything.append(spot)
            others = (sheets.grid(name) for name in sheets.names)
            return {other for other in others if other is not None}
        return {other for other, _ in found.areas if other is not grid}

    def _enter(self, spot: Spot, found: Precedents) -> None:
        for grid, area in found.areas:
            size = (area.bottom - area.top + 1) * (area.right - area.left + 1)
            if size > _SMALL:
                self._by_area[grid][area].append(spot)
                continue
            for row in range(area.top, area.bottom + 1):
                for column in range(area.left, area.right + 1):
                    self._by_cell[grid, (row, column)].append(spot)

    def of(self, changed: Iterable[Spot]) -> set[Spot]:
        """Return the cells given and all formulas that depend on them."""
        waiting = list(changed)
        found = set(waiting)
        if found:
            waiting += self._by_anything
            found.update(self._by_anything)
        while waiting:
            for spot in self._direct(*waiting.pop()):
                if spot not in found:
                    found.add(spot)
                    waiting.append(spot)
        return found

    def _direct(self, grid: Grid, place: Place) -> list[Spot]:
        found = list(self._by_cell.get((grid, place), ()))
        areas = self._by_area.get(grid)
        if areas:
            self._steps -= len(areas)
            # Past that much work all of them count as hit: computing anew is never wrong.
            hit = [area for area in areas if self._steps < 0 or place in area]
            for area in hit:
                found += areas.pop(area)
        return found
