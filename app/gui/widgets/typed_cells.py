"""Cells of a grid that are typed into: what is typed opens an editor, Enter keeps it and goes on.

A grid makes one delegate of this kind; it draws the cells in a subclass where they are special.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

Index = QModelIndex | QPersistentModelIndex
_EDITOR_EMS = 7


class Go(Enum):
    """Where the current cell goes once something was typed."""

    STAY = 0
    ON = 1
    DOWN = 2
    UP = 3
    BACK = 4


_GOES = {
    Qt.Key.Key_Return: Go.ON,
    Qt.Key.Key_Enter: Go.ON,
    Qt.Key.Key_Tab: Go.ON,
    Qt.Key.Key_Backtab: Go.BACK,
    Qt.Key.Key_Down: Go.DOWN,
    Qt.Key.Key_Up: Go.UP,
}


class TypedCell(QStyledItemDelegate):
    """``typed(row, column, text, go)``: what was typed into a cell, and where to go from there.

    The text is empty where nothing was changed; ``emptied(row, column)`` comes before it where
    the text of a cell was taken away.
    """

    typed = Signal(int, int, str, object)
    emptied = Signal(int, int)

    def __init__(self, grid: QTableView, name: str) -> None:
        """Edit the cells of a grid; ``name`` is said to who listens to the screen."""
        super().__init__(grid)
        self._grid, self._name = grid, name
        self.editor: QLineEdit | None = None
        self._place = (0, 0)
        self._stored = ""

    def createEditor(  # noqa: N802
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        self.editor = QLineEdit(parent)
        self.editor.setAccessibleName(self._name)
        self.editor.setTextMargins(0, 0, 0, 0)
        self._place = index.row(), index.column()
        self._stored = str(index.data(Qt.ItemDataRole.EditRole))
        return self.editor

    def setEditorData(self, editor: QWidget, _index: Index) -> None:  # noqa: N802
        """Show what is stored once; what was typed since is never overwritten."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self._stored)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Give the editor room for more than its cell, inside the grid."""
        rect = option.rect
        em = editor.fontMetrics().horizontalAdvance("国")
        width = max(rect.width(), _EDITOR_EMS * em)
        room = self._grid.viewport().width()
        left = max(0, min(rect.left(), room - width))
        editor.setGeometry(left, rect.top(), width, rect.height())

    def setModelData(  # noqa: N802
        self,
        editor: QWidget,
        _model: QAbstractItemModel,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Keep what was typed when the editor is left by the mouse."""
        if isinstance(editor, QLineEdit):
            self._emit(editor.text(), Go.STAY)

    def commit(self) -> None:
        """Keep what is being typed, as leaving the cell does."""
        if self._grid.state() is QTableView.State.EditingState and self.editor is not None:
            self.commitData.emit(self.editor)
            self.closeEditor.emit(self.editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and (go := _GOES.get(Qt.Key(event.key()))) is not None
        ):
            text = watched.text()
            self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.RevertModelCache)
            self._emit(text, go)
            return True
        return super().eventFilter(watched, event)

    def _emit(self, text: str, go: Go) -> None:
        stored, self._stored = self._stored, text
        plain = text.strip()
        if stored and not plain:
            self.emptied.emit(*self._place)
        if plain != stored or go is not Go.STAY:
            self.typed.emit(*self._place, plain if plain != stored else "", go)
