"""A table of figures, for the windows and reports that show one."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.figure import Figure
from app.kernel.yen import yen_text

_MINUTES = 60


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures; ``minutes`` are the rows or columns whose figures count minutes."""

    title: str
    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Figure, ...], ...]
    minutes: frozenset[str] = frozenset()

    def text(self, row: int, column: int) -> str:
        """Return a figure as it is shown: minutes as 12:30, below nothing with △."""
        count = self.cells[row][column].count
        if {self.rows[row], self.columns[column]} & self.minutes:
            return f"{count // _MINUTES:,}:{count % _MINUTES:02}"
        return yen_text(count)

    def name(self, row: int, column: int) -> str:
        """Return what a figure is called: its row and its column."""
        return f"{self.rows[row]}　{self.columns[column]}"

    def as_text(self) -> str:
        """Return the table with tabs, as a workbook takes it in."""
        lines = [[self.corner, *self.columns]]
        for number, row in enumerate(self.rows):
            lines.append([row, *(self.text(number, place) for place in range(len(self.columns)))])
        return "\n".join("\t".join(line) for line in lines)
