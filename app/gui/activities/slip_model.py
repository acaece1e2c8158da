"""The slips of a month as a table: a column a day, then the month's sum and the totals of the row.

After a change the sheet is read anew and compared: only cells that differ are painted again.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.gui.activities.worked import long_time, short_time, typed_text
from app.kernel.wareki import WEEKDAYS, format_day
from app.matching.match import ActivityDraft, MatchId
from app.matching.queries import SlipRow, SlipSheet

Index = QModelIndex | QPersistentModelIndex

_DISPLAY, _EDIT, _TOOL_TIP, _ACCESSIBLE = 0, 2, 3, 11
TAIL = ("月計", "回数", "時間")
"""The sum that stands for days, and what the row comes to."""


class SlipModel(QAbstractTableModel):
    """Shows a sheet; ``expected`` are the days on which each match would take place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: SlipSheet | None = None
        self.expected: Mapping[MatchId, frozenset[date]] = {}
        self.days: tuple[date, ...] = ()

    def show(self, sheet: SlipSheet, expected: Mapping[MatchId, frozenset[date]]) -> None:
        """Show a sheet; what is the same as before is not painted again."""
        before = self.sheet
        if before is None or _shape(before) != _shape(sheet) or expected != self.expected:
            self.beginResetModel()
            self.sheet, self.expected, self.days = sheet, expected, sheet.days
            self.endResetModel()
            return
        self.sheet = sheet
        for number, (old, new) in enumerate(zip(before.rows, sheet.rows, strict=True)):
            if old != new:
                self._tell(number, old, new)

    def _tell(self, number: int, old: SlipRow, new: SlipRow) -> None:
        """Name the changed cells one by one: for a range a view paints all that is in sight."""
        changed = [place for place, day in enumerate(self.days) if old.on(day) != new.on(day)]
        for column in (*changed, *range(len(self.days), self.columnCount())):
            place = self.index(number, column)
            self.dataChanged.emit(place, place)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, number, number)

    @property
    def rows(self) -> tuple[SlipRow, ...]:
        return self.sheet.rows if self.sheet else ()

    @property
    def sum_column(self) -> int:
        """The column of the month's sum."""
        return len(self.days)

    def day(self, column: int) -> date | None:
        """Return the day of a column, or nothing in those after the days."""
        return self.days[column] if 0 <= column < len(self.days) else None

    def line(self, row: int, column: int) -> ActivityDraft | None:
        """Return what was typed into a cell."""
        if not 0 <= row < len(self.rows):
            return None
        if (day := self.day(column)) is not None:
            return self.rows[row].on(day)
        return _sum(self.rows[row]) if column == self.sum_column else None

    def is_expected(self, row: int, column: int) -> bool:
        """Say whether help is expected on the day of a cell."""
        day = self.day(column)
        return day is not None and day in self.expected.get(self.rows[row].match.id, ())

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() or self.sheet is None else len(self.days) + len(TAIL)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.isValid() and index.column() <= self.sum_column
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row, column = index.row(), index.column()
        if role == _DISPLAY:
            return self._text(row, column)
        if role == _EDIT:
            return typed_text(self.line(row, column))
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return self.in_words(row, column)
        return None

    def _text(self, row: int, column: int) -> str:
        line = self.line(row, column)
        if column == self.sum_column:
            return f"{line.times}回{short_time(line.minutes)}" if line else ""
        if column < len(self.days):
            return "" if line is None else short_time(line.minutes) or f"{line.times}回"
        slip = self.rows[row].slip
        if slip is None:
            return ""
        return f"{slip.times}" if column == len(self.days) + 1 else clock_text(slip.minutes)

    def in_words(self, row: int, column: int) -> str:
        """Say a whole cell, for tool tips and for those who listen to the screen."""
        one, line, day = self.rows[row], self.line(row, column), self.day(column)
        when = format_day(day, "4月1日(水)") if day else TAIL[column - len(self.days)]
        who = f"{one.match.name}　{one.match.what}"
        if line is None:
            return f"{when}　{self._text(row, column) or self._blank(row, column)}　{who}"
        times = f"{line.times}回　" if line.times > 1 or day is None else ""
        more = [line.note, f"交通費{line.fare:,}円" if line.fare else ""]
        parts = [when, f"{times}{long_time(line.minutes)}", *(part for part in more if part), who]
        return "　".join(parts)

    def _blank(self, row: int, column: int) -> str:
        return "記録なし（活動の予定日）" if self.is_expected(row, column) else "記録なし"

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if role != _DISPLAY:
            return None
        day = self.day(section)
        if day is None:
            return TAIL[section - len(self.days)]
        return f"{day.day}\n{WEEKDAYS[day.weekday()]}"

    def _row_header(self, section: int, role: int) -> str | None:
        if section >= len(self.rows):
            return None
        row = self.rows[section]
        if role == _DISPLAY:
            return f"{standing(row)}　{row.match.name}　{row.match.what}"
        if role == _TOOL_TIP:
            return f"{row.match.name}\n{row.match.what}\n{row.match.state.label}　{standing(row)}"
        return None


def standing(row: SlipRow) -> str:
    """Say in one word how a slip stands: 未着, 0回 or 済."""
    if row.slip is None:
        return "未着"
    return "済" if row.slip.lines else "0回"


def clock_text(minutes: int) -> str:
    """Return a sum of minutes as 12:30."""
    return f"{minutes // 60}:{minutes % 60:02}"


def _sum(row: SlipRow) -> ActivityDraft | None:
    """Return the lines without a day as one."""
    lines = row.undated
    if len(lines) <= 1:
        return lines[0] if lines else None
    return ActivityDraft(
        times=sum(line.times for line in lines), minutes=sum(line.minutes for line in lines)
    )


def _shape(sheet: SlipSheet) -> tuple[object, ...]:
    """Return what must be the same for the table to keep its rows and columns."""
    return sheet.month, [(row.match.id, row.match.name, row.match.what) for row in sheet.rows]
