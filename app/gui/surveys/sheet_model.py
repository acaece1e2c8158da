"""The sheets of a survey as a table: a row each and one for the next, a column a question.

What could not be read stays in its cell, marked, until it is mended.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from app.gui.framework import theme
from app.kernel.wareki import format_day
from app.surveys.queries import SheetRow
from app.surveys.survey import Question
from app.surveys.typed_answer import answer_text

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT, _TOOL_TIP, _FOREGROUND, _ACCESSIBLE = 0, 2, 3, 9, 11
_DAY = "R8.4.1"
DISTRICT, ORGANISATION = range(2)
FIRST = 2
"""The column of the first question; 備考 and 受取日 stand after the last."""
NEW = 0
"""Stands for the key of the sheet that is not there yet."""


class SheetModel(QAbstractTableModel):
    """Shows sheets; ``wrong`` are texts that could not be read, by sheet and column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.questions: tuple[Question, ...] = ()
        self.rows: tuple[SheetRow, ...] = ()
        self.wrong: dict[tuple[int, int], tuple[str, str]] = {}

    def show(self, questions: tuple[Question, ...], rows: tuple[SheetRow, ...]) -> None:
        """Show other sheets; the current cell stays where the table keeps its shape."""
        before, after = len(self.rows), len(rows)
        if questions != self.questions:
            self.beginResetModel()
            self.questions, self.rows = questions, rows
            self.endResetModel()
            return
        if after > before:
            self.beginInsertRows(QModelIndex(), before + 1, after)
            self.rows = rows
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after + 1, before)
            self.rows = rows
            self.endRemoveRows()
        self.rows = rows
        self.tell()

    def tell(self) -> None:
        """Say that cells have changed."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    @property
    def note_column(self) -> int:
        return FIRST + len(self.questions)

    @property
    def received_column(self) -> int:
        """The last one: a sheet begins with the day of the one before it."""
        return self.note_column + 1

    def key(self, row: int) -> int:
        """Return the key of a row's sheet."""
        return self.rows[row].id if row < len(self.rows) else NEW

    def question(self, column: int) -> Question | None:
        """Return the question of a column."""
        place = column - FIRST
        return self.questions[place] if 0 <= place < len(self.questions) else None

    def problem(self, row: int, column: int) -> str:
        """Return what is wrong with a cell."""
        return self.wrong.get((self.key(row), column), ("", ""))[1]

    def text(self, row: int, column: int) -> str:
        """Return a cell as it is typed."""
        if (known := self.wrong.get((self.key(row), column))) is not None:
            return known[0]
        if row >= len(self.rows):
            return ""
        sheet = self.rows[row]
        if (question := self.question(column)) is not None:
            given: Mapping[int, Any] = {one.question_id: one for one in sheet.draft.answers}
            return answer_text(question, given.get(question.id))
        day = sheet.draft.received_on
        texts = {
            DISTRICT: sheet.district,
            ORGANISATION: sheet.organisation,
            self.received_column: "" if day is None else format_day(day, _DAY),
        }
        return texts.get(column, sheet.draft.note)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() or not self.questions else len(self.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() or not self.questions else self.received_column + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        row, column = index.row(), index.column()
        problem = self.problem(row, column)
        if role == _EDIT:
            return self.text(row, column)
        if role == _DISPLAY:
            return f"！{self.text(row, column)}" if problem else self.text(row, column)
        if role == _FOREGROUND and problem:
            return QBrush(QColor(theme.current().warning))
        if role in (_TOOL_TIP, _ACCESSIBLE):
            head = str(self.headerData(column, Qt.Orientation.Horizontal, _TOOL_TIP))
            return "　".join(part for part in (head, self.text(row, column), problem) if part)
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        if role not in (_DISPLAY, _TOOL_TIP):
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.rows[section].number) if section < len(self.rows) else "次"
        if (question := self.question(section)) is not None:
            return question.label if role == _DISPLAY else f"{question.label}　{question.text}"
        named = {DISTRICT: "圏域", ORGANISATION: "団体", self.received_column: "受取日"}
        return named.get(section, "備考")
