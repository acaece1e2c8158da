"""The sheets, names and settings that the formulas of one workbook share."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from app.documents.formula.grid import Grid, Place
from app.documents.formula.scalars import NAME, REFERENCE
from app.documents.formula.tables import Table, part_of
from app.documents.formula.values import Range, Value


@dataclass(slots=True)
class Sheets:
    """Hands out grids, read when they are first asked for.

    ``names`` are the sheets in order; ``defined`` the defined names, folded, with the folded
    sheet they belong to ("" for the whole workbook).  ``moment`` is what NOW gives, ``readings``
    what PHONETIC does.
    """

    names: Sequence[str]
    load: Callable[[str], Grid | None]
    defined: Mapping[tuple[str, str], str] = field(default_factory=dict)
    tables: Mapping[str, Table] = field(default_factory=dict)
    from_1904: bool = False
    moment: datetime | None = None
    readings: Callable[[], Mapping[str, str]] = dict
    _read_aloud: Mapping[str, str] | None = None
    _grids: dict[str, Grid | None] = field(default_factory=dict)

    def grid(self, name: str) -> Grid | None:
        """Return a sheet by its name; upper and lower case are the same."""
        folded = name.casefold()
        if folded not in self._grids:
            self._grids[folded] = self.load(name)
        return self._grids[folded]

    def reading(self, text: str) -> str:
        """Return how a text is read aloud; the text itself where that is not stored."""
        if self._read_aloud is None:
            self._read_aloud = self.readings()
        return self._read_aloud.get(text, text)

    def between(self, first: str, last: str) -> list[Grid]:
        """Return the sheets from one to another, in the order of the workbook."""
        if first == last:
            grid = self.grid(first)
            return [grid] if grid else []
        folded = [name.casefold() for name in self.names]
        if first.casefold() not in folded or last.casefold() not in folded:
            return []
        ends = sorted((folded.index(first.casefold()), folded.index(last.casefold())))
        grids = [self.grid(name) for name in self.names[ends[0] : ends[1] + 1]]
        return [grid for grid in grids if grid]

    def name(self, text: str, sheet: str) -> str | None:
        """Return the formula of a defined name as seen from a sheet."""
        folded = text.casefold()
        local = self.defined.get((folded, sheet.casefold()))
        return self.defined.get((folded, "")) if local is None else local

    def table_part(self, name: str, part: str, place: Place) -> Value:
        """Return the cells of a structured reference, seen from a cell."""
        table = self.tables.get(name.casefold())
        if table is None:
            return NAME
        grid, area = self.grid(table.sheet), part_of(table, part, place[0])
        return REFERENCE if grid is None or area is None else Range(grid, area)
