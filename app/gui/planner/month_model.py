"""A month as a table: a row a week, Monday first, with what stands on each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.gui.planner.occasions import Occasion
from app.kernel.holidays import holiday_name
from app.kernel.wareki import WEEKDAYS, format_day

Index = QModelIndex | QPersistentModelIndex

_DISPLAY, _TOOL_TIP, _ACCESSIBLE = 0, 3, 11
_WEEK = 7


class MonthModel(QAbstractTableModel):
    """The weeks that have a day of the month, with what stands on each day."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.month = date.min
        self.today = date.min
        self._first = date.min
        self._weeks = 0
        self._found: dict[date, list[Occasion]] = {}
        self.nothing = "予定はありません"
        """What is said of a day on which nothing stands."""

    def show_month(self, month: date, last: date, found: Sequence[Occasion]) -> None:
        """Show the weeks of a month and what stands in them."""
        self.beginResetModel()
        self.month = month
        self._first, after = weeks_of(month, last)
        self._weeks = (after - self._first).days // _WEEK
        by_day: dict[date, list[Occasion]] = defaultdict(list)
        for one in found:
            by_day[one.on].append(one)
        self._found = dict(by_day)
        self.endResetModel()

    def day(self, index: Index) -> date:
        """Return the day of a cell."""
        return self._first + timedelta(days=index.row() * _WEEK + index.column())

    def cell(self, day: date) -> QModelIndex:
        """Return the cell of a day; an invalid one where it is not shown."""
        row, column = divmod((day - self._first).days, _WEEK)
        return self.index(row, column)

    def of(self, day: date) -> list[Occasion]:
        """Return what stands on a day."""
        return self._found.get(day, [])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else self._weeks

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else _WEEK

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        day = self.day(index)
        if role == _DISPLAY:
            return str(day.day)
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return self.in_words(day)
        return None

    def in_words(self, day: date) -> str:
        """Say a whole day, for tool tips and for those who listen to the screen."""
        head = "　".join(
            part for part in (format_day(day, "4月1日(水)"), holiday_name(day)) if part
        )
        lines = [f"{one.kind.label}　{one.short}" for one in self.of(day)]
        return "\n".join([head, *(lines or [self.nothing])])

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return WEEKDAYS[section]
        return None


def weeks_of(month: date, last: date) -> tuple[date, date]:
    """Return the Monday on or before a month begins, and the one after it is over."""
    return month - timedelta(days=month.weekday()), last + timedelta(days=_WEEK - last.weekday())
