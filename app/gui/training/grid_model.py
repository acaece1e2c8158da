"""The attendance sheet as a table: a column a session, then attended and outlook.

After a change the sheet is read anew and compared: only cells that differ are painted again,
and nothing is reset while the same people and sessions are on it.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.gui.training.marks import in_words, outlook
from app.kernel.wareki import format_day
from app.training.sheet import Cell, Sheet, SheetRow, SheetSession

Index = QModelIndex | QPersistentModelIndex

_DISPLAY, _TOOL_TIP, _ALIGNMENT, _ACCESSIBLE = 0, 3, 7, 11
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
TAIL = ("出席", "修了の見込み")


class GridModel(QAbstractTableModel):
    """Shows a sheet; rows and row numbers are exactly those of the printed sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None

    def show(self, sheet: Sheet) -> None:
        """Show a sheet; what is the same as before is not painted again."""
        before, after = self.sheet, sheet
        if before is None or _shape(before) != _shape(after):
            self.beginResetModel()
            self.sheet = sheet
            self.endResetModel()
            return
        self.sheet = sheet
        if before.sessions != after.sessions:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(sheet.sessions) - 1)
        for number, (old, new) in enumerate(zip(before.rows, after.rows, strict=True)):
            if old != new:
                self._tell(number, old, new)

    def _tell(self, number: int, old: SheetRow, new: SheetRow) -> None:
        """Name the changed cells one by one: for a range a view paints all that is in sight."""
        count = len(new.cells)
        changed = [n for n in range(count) if old.cells[n] != new.cells[n]]
        if old.standing != new.standing:
            changed += [count, count + 1]
        for column in changed:
            place = self.index(number, column)
            self.dataChanged.emit(place, place)

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        return self.sheet.rows if self.sheet else ()

    @property
    def sessions(self) -> tuple[SheetSession, ...]:
        return self.sheet.sessions if self.sheet else ()

    def cell(self, index: Index) -> Cell | None:
        """Return the cell at an index, or nothing in the columns after the sessions."""
        rows = self.rows
        row, column = index.row(), index.column()
        if row < 0 or row >= len(rows) or column >= len(rows[row].cells):
            return None
        return rows[row].cells[column]

    def is_session(self, column: int) -> bool:
        return 0 <= column < len(self.sessions)

    def blanks(self, column: int) -> list[int]:
        """Return the rows without a mark in a session's column, those who left not counted."""
        return [
            number
            for number, row in enumerate(self.rows)
            if row.left_on is None and row.cells[column].mark is None
        ]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() or self.sheet is None else len(self.sessions) + len(TAIL)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        cell = self.cell(index)
        if role == _ALIGNMENT:
            return _CENTRE if cell is not None else _LEFT
        if role == _DISPLAY:
            return cell.sign if cell is not None else self._tail(index)
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return self._words(index, cell)
        return None

    def _tail(self, index: Index) -> str:
        row = self.rows[index.row()]
        if index.column() > len(row.cells):
            return outlook(row)
        return f"{row.standing.attended}/{row.standing.needed}回"

    def _words(self, index: Index, cell: Cell | None) -> str:
        row = self.rows[index.row()]
        if cell is None:
            return f"{row.name}：{self._tail(index)}"
        label = self.sessions[index.column()].label
        return f"{row.row}番 {row.name} {label}：{in_words(cell)}"

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if not self.is_session(section):
            return TAIL[section - len(self.sessions)] if role == _DISPLAY else None
        session = self.sessions[section]
        if role == _DISPLAY:
            return f"{session.label}\n{day_text(session)}"
        if role == _TOOL_TIP:
            required = "必修" if session.required else ""
            parts = (session.label, session.status.label, required, session.theme)
            return "　".join(part for part in parts if part)
        return None

    def _row_header(self, section: int, role: int) -> str | None:
        row = self.rows[section]
        if role == _DISPLAY:
            return f"{row.row}　{row.name}"
        if role == _TOOL_TIP:
            number = f"受講番号{row.number}" if row.number else ""
            parts = (row.name, row.kana, number, row.town, row.district, row.note)
            return "\n".join(part for part in parts if part)
        return None


def day_text(session: SheetSession) -> str:
    """Return the day of a session as its heading says it."""
    return format_day(session.held_on, "4/1(水)") if session.held_on else "日程未定"


def _shape(sheet: Sheet) -> tuple[object, ...]:
    """Return what must be the same for the table to keep its rows and columns."""
    people = [(row.enrollment, row.name, row.kana, row.left_on, row.walk_in) for row in sheet.rows]
    return sheet.course, [one.id for one in sheet.sessions], people
