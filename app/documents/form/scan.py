"""Where the tags of a sheet stand."""

from __future__ import annotations

from dataclasses import dataclass

from app.documents.form.cells import Grid, Strings
from app.documents.form.markup import Element
from app.documents.form.tags import Marks, may_hold_tags, read_tags


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell whose text holds tags or controls."""

    row: int
    column: int
    cell: Element
    marks: Marks

    @property
    def address(self) -> str:
        """Return the cell's address."""
        return self.cell.get("r", "")


def marked_cells(grid: Grid, strings: Strings) -> list[Marked]:
    """Return the cells with tags, from the top and the left."""
    found = []
    for row in sorted(grid.rows):
        for column, cell in grid.cells(row):
            text = strings.text(cell)
            if may_hold_tags(text) and (marks := read_tags(text)):
                found.append(Marked(row, column, cell, marks))
    return found
