"""When somebody can help: 曜日 × 午前・午後・夜間, and the months of a year.

Both hold bits as in ``app.supporters.availability``, and stand in an ``EditForm`` as they are.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from app.gui.widgets.cell_grid import CellGrid, Headings
from app.supporters.availability import (
    PARTS_OF_WEEK,
    WEEKDAYS,
    DayPart,
    months_of,
    year_of,
)

_PARTS = [part.label for part in DayPart]
_ORDER: Final = (*range(4, 13), 1, 2, 3)
_IN_A_ROW: Final = 4


class WeekGrid(CellGrid):
    """``value() -> int``: 21 bits, Monday morning first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Headings("曜日と時間帯", _PARTS, list(WEEKDAYS)), parent)

    def value(self) -> int:
        """Return the week as it is shown."""
        return sum(1 << (len(_PARTS) * weekday + part) for part, weekday in self.cells)

    def set_value(self, week: int | None) -> None:
        """Show a week."""
        bits = [bit for bit in range(PARTS_OF_WEEK) if (week or 0) >> bit & 1]
        self.show_cells([(bit % len(_PARTS), bit // len(_PARTS)) for bit in bits])

    def typed(self) -> int:
        return self.value()


class MonthGrid(CellGrid):
    """``value() -> int``: 12 bits, January first; shown from April to March, nothing is any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        labels = [f"{month}月" for month in _ORDER]
        super().__init__(Headings.labelled("活動できる月", labels, _IN_A_ROW), parent)

    def value(self) -> int:
        """Return the months as they are shown."""
        return year_of(_ORDER[row * _IN_A_ROW + column] for row, column in self.cells)

    def set_value(self, months: int | None) -> None:
        """Show months."""
        places = [_ORDER.index(month) for month in months_of(months or 0)]
        self.show_cells([divmod(place, _IN_A_ROW) for place in places])

    def typed(self) -> int:
        return self.value()
