"""What an edit of many would do, a line each: what is ticked will be changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.contacts.bulk_edit import EditFate, EditLine, EditPlan
from app.gui.framework import theme

NAME, FATE, BEFORE, AFTER = range(4)
_HEADINGS: Final = ("名前", "予定", "いま", "変えたあと・理由")
_WIDTHS: Final = (9, 7, 13)
"""In full-width characters; the last one takes what is left."""
_ORDER: Final = (EditFate.REFUSED, EditFate.CHANGE, EditFate.SAME)
_ROLE = Qt.ItemDataRole
_Index = QModelIndex | QPersistentModelIndex


class EditLines(QAbstractTableModel):
    """Lines of a plan: first what may not change, then what does, then what is so already.

    ``ticked`` says that another number of them is ticked.  What was left out stays left out when
    another plan for the same records is shown.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[EditLine] = ()
        self._left_out: set[int] = set()

    def show_plan(self, plan: EditPlan | None) -> None:
        """Show a plan, or nothing."""
        self.beginResetModel()
        lines = () if plan is None else plan.lines
        self._lines = sorted(lines, key=lambda line: _ORDER.index(line.fate))
        self.endResetModel()
        self.ticked.emit()

    def wanted(self) -> list[int]:
        """Return the records that are to be changed."""
        return [
            line.key
            for line in self._lines
            if line.fate is EditFate.CHANGE and line.key not in self._left_out
        ]

    def tick(self, rows: Sequence[int]) -> None:
        """Tick these rows, or leave them out if all of them are ticked."""
        keys = {self._lines[row].key for row in rows if self._changes(row)}
        if keys & self._left_out:
            self._left_out -= keys
        else:
            self._left_out |= keys
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), AFTER))
        self.ticked.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return _HEADINGS[section]
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        checks = index.isValid() and index.column() == NAME and self._changes(index.row())
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checks else flags

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return _texts(line)[index.column()]
        if role == _ROLE.CheckStateRole and index.column() == NAME and self._changes(index.row()):
            ticked = line.key not in self._left_out
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, _value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: N802
        if role == _ROLE.CheckStateRole:
            self.tick([index.row()])
        return role == _ROLE.CheckStateRole

    def _changes(self, row: int) -> bool:
        return self._lines[row].fate is EditFate.CHANGE


def _texts(line: EditLine) -> tuple[str, ...]:
    before, after = (text.replace("\n", " ／ ") for text in (line.before, line.after))
    if line.fate is EditFate.CHANGE:
        before, after = before or "（空）", after or "（空）"
    return line.name or "（削除済み）", line.fate.label, before, line.reason or after


class EditLinesView(QTableView):
    """Shows the lines; Space ticks the selected rows or leaves them out."""

    def __init__(self, lines: EditLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setModel(lines)
        self.setAccessibleName("変わる内容")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.row_height())
        columns.setHighlightSections(False)
        columns.setStretchLastSection(True)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        em = self.fontMetrics().horizontalAdvance("国")
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width * em)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            rows = self.selectionModel().selectedRows()
            self._lines.tick([index.row() for index in rows])
        else:
            super().keyPressEvent(event)
