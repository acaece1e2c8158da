"""Who is asked to a meeting as a table: what they answered, and whether they came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.council.meeting import Presence, Reply
from app.council.queries import AttendeeRow
from app.gui.framework import theme

Index = QModelIndex | QPersistentModelIndex
Mark = Reply | Presence

_DISPLAY, _TOOL_TIP, _ALIGNMENT, _FOREGROUND, _ACCESSIBLE = 0, 3, 7, 9, 11
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
HEADINGS = ("役", "氏名", "所属・職", "返事", "出欠", "代理の方・備考")
REPLY, PRESENCE, WORDS = 3, 4, 5
SIGNS: dict[Mark | None, str] = {
    Reply.COMES: "○ 出席",
    Reply.PROXY: "△ 代理",
    Reply.ABSENT: "× 欠席",
    Presence.PRESENT: "○ 出席",
    Presence.PROXY: "△ 代理",
    Presence.ABSENT: "× 欠席",
    None: "",
}
"""A mark is told by its shape and by its word."""


class AttendeeModel(QAbstractTableModel):
    """Shows the rows in the order of the list of members."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[AttendeeRow, ...] = ()

    def show(self, rows: Sequence[AttendeeRow]) -> None:
        """Show other rows; where the same people stand only what they are marked is painted."""
        before, after = self.rows, tuple(rows)
        if [row.id for row in before] != [row.id for row in after]:
            self.beginResetModel()
            self.rows = after
            self.endResetModel()
            return
        self.rows = after
        for number, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new:
                last = self.index(number, len(HEADINGS) - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    def mark(self, row: int, column: int) -> Mark | None:
        """Return what a cell is marked with."""
        draft = self.rows[row].draft
        return draft.reply if column == REPLY else draft.presence

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row, column = self.rows[index.row()], index.column()
        marked = column in (REPLY, PRESENCE)
        if role == _DISPLAY:
            return self._text(row, column)
        if role == _ALIGNMENT:
            return _CENTRE if marked else None
        if role == _FOREGROUND and marked:
            absent = self.mark(index.row(), column) in (Reply.ABSENT, Presence.ABSENT)
            return QColor(theme.current().problem) if absent else None
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return f"{row.name}　{HEADINGS[column]}：{self._text(row, column) or '未記入'}"
        return None

    def _text(self, row: AttendeeRow, column: int) -> str:
        draft = row.draft
        proxy = f"代理：{draft.proxy_name}" if draft.proxy_name else ""
        texts = (
            draft.office.label,
            row.name,
            draft.post,
            SIGNS[draft.reply],
            SIGNS[draft.presence],
            "　".join(part for part in (proxy, draft.note) if part),
        )
        return texts[column]

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if role != _DISPLAY:
            return None
        return HEADINGS[section] if orientation is Qt.Orientation.Horizontal else section + 1
