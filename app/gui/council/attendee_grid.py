"""The list of who is asked to a meeting: one key marks and goes on to the next row.

The current cell stands in the column of the replies or in that of who came; the arrows go from
one to the other.  Nothing is marked by moving about.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from app.council.meeting import Presence, Reply
from app.gui.council.attendee_model import PRESENCE, REPLY, SIGNS, AttendeeModel, Mark
from app.gui.framework import theme

KEYS: dict[str, tuple[Reply, Presence]] = {
    "o": (Reply.COMES, Presence.PRESENT),
    "+": (Reply.COMES, Presence.PRESENT),
    "d": (Reply.PROXY, Presence.PROXY),
    "/": (Reply.PROXY, Presence.PROXY),
    "x": (Reply.ABSENT, Presence.ABSENT),
    "*": (Reply.ABSENT, Presence.ABSENT),
}
"""What each key marks, in the column of replies and in that of who came."""
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDES = {Qt.Key.Key_Left: REPLY, Qt.Key.Key_Right: PRESENCE}
_EMS = (5.0, 7.5, 11.0, 4.6, 4.6)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class AttendeeGrid(QTableView):
    """Emits what the user wants of a row, counted from 0.

    ``marked(row, column, mark)`` with no mark where a cell is to be blank again; ``words_wanted``
    asks for who comes in somebody's place and for a note.
    """

    marked = Signal(int, int, object)
    words_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = AttendeeModel(self)
        self.setModel(self.people)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.people.modelReset.connect(self.lay_out)
        self.lay_out()

    # Where the current cell is

    def row(self) -> int:
        return self.currentIndex().row()

    def column(self) -> int:
        """Return the column that is marked."""
        column = self.currentIndex().column()
        return column if column in (REPLY, PRESENCE) else PRESENCE

    @Slot(int)
    def go(self, row: int, column: int) -> None:
        """Make a cell current; a row outside is left alone."""
        if 0 <= row < self.people.rowCount():
            self.setCurrentIndex(self.people.index(row, column))

    def go_on(self) -> None:
        """Go to the next row."""
        self.go(self.row() + 1, self.column())

    # Keys

    def event(self, event: QEvent) -> bool:
        """Take Delete for the mark, whatever the page does with that key."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and event.key() in _CLEAR:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ours = event.modifiers() in _PLAIN and self.row() >= 0
        if not (ours and (self._marking(event) or self._moving(event))):
            super().keyPressEvent(event)

    def _marking(self, event: QKeyEvent) -> bool:
        marks = KEYS.get(event.text().lower())
        if marks is not None:
            self.marked.emit(self.row(), self.column(), marks[self.column() == PRESENCE])
        elif event.key() in _CLEAR:
            self.marked.emit(self.row(), self.column(), None)
        elif event.key() == Qt.Key.Key_Space:
            self.words_wanted.emit(self.row())
        else:
            return False
        return True

    def _moving(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.go_on()
        elif key in _SIDES:
            self.go(self.row(), _SIDES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go(0 if key == Qt.Key.Key_Home else self.people.rowCount() - 1, self.column())
        else:
            return False
        return True

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open the menu of marks in their columns; elsewhere go to the row alone."""
        index = self.indexAt(event.position().toPoint())
        column = self.column()
        super().mousePressEvent(event)
        if not index.isValid():
            return
        if index.column() in (REPLY, PRESENCE):
            self._show_menu(index)
        else:
            self.go(index.row(), column)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.row() >= 0:
            self._show_menu(self.people.index(self.row(), self.column()))

    def _show_menu(self, index: QModelIndex) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kind = Reply if index.column() == REPLY else Presence
        marks: list[Mark | None] = [*kind, None]
        for mark, letter in zip(marks, ("O", "D", "X", "Delete"), strict=True):
            action = menu.addAction(f"{SIGNS[mark] or '印を消す'}（{letter}）")
            action.setData((index.row(), index.column(), mark))
            action.triggered.connect(self._take)
        menu.popup(self.viewport().mapToGlobal(self._below(index)))

    def _below(self, index: QModelIndex) -> QPoint:
        return self.visualRect(index).bottomLeft()

    @Slot()
    def _take(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.marked.emit(*action.data())

    # Looks

    @Slot()
    def lay_out(self) -> None:
        """Give rows and columns their sizes, which follow the size of text."""
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        em = self.fontMetrics().horizontalAdvance("国")
        short = self.viewport().width() < em * (sum(_EMS) + 8)
        for column, width in enumerate(_EMS):
            narrow = 0.6 if short and column == 2 else 1
            self.setColumnWidth(column, round(width * narrow * em))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out()
