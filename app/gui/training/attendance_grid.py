"""The attendance grid: marking by keyboard from the paper sheet, and by mouse from a menu.

The session being marked is the column of the current cell.  A row number and a mark
(``12X``) mark that row; a mark alone marks the current cell.  A number and Enter say that
somebody came, where the cell is blank; where it is not, they only go there.  A mark is changed
by nothing but a key or a choice that names the new one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from app.gui.framework import theme
from app.gui.training.grid_model import GridModel, Index
from app.gui.training.grid_painting import MarkDelegate, NameHeader, SessionHeader
from app.gui.training.marks import KEYS, REASON, TOLD_AHEAD

_DIGITS_KEPT = 3
_SESSION_EMS = (5.0, 9.0)
_TAIL_EMS = (3.4, 8.8)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier,
)


class AttendanceGrid(QTableView):
    """Emits what the user wants of the cell in a row of the current session's column.

    ``marked(row, mark)``, ``told(row)`` for an absence told ahead, ``cleared(row)``,
    ``reason_wanted(row)``, ``came(row)`` for a number and Enter, ``menu_wanted(row)``;
    ``typed(digits)`` while a row number is typed, ``unknown(digits)`` when there is no such row;
    ``moved`` when another cell is current, ``session_changed(column)`` when it is in another
    column.  Rows are counted from 0.
    """

    marked = Signal(int, object)
    told = Signal(int)
    cleared = Signal(int)
    reason_wanted = Signal(int)
    came = Signal(int)
    menu_wanted = Signal(int)
    typed = Signal(str)
    unknown = Signal(str)
    moved = Signal()
    session_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.digits = ""
        self.grid = GridModel(self)
        self.setModel(self.grid)
        self.names = NameHeader(self, self.grid)
        self.heads = SessionHeader(self, self.grid)
        self.setVerticalHeader(self.names)
        self.setHorizontalHeader(self.heads)
        self.setItemDelegate(MarkDelegate(self, self.grid))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003
        self._corner = QLabel(self)
        self._corner.setProperty("quiet", True)  # noqa: FBT003
        self._corner.setIndent(8)
        self.grid.modelReset.connect(self.lay_out)
        self.clicked.connect(self._clicked)
        self.heads.sectionClicked.connect(self.go_to_session)
        self.names.sectionClicked.connect(self.go_to_row)

    # Where the current cell is

    def row(self) -> int:
        return self.currentIndex().row()

    def session_column(self) -> int:
        """Return the column of the session being marked, or -1 where there is none."""
        return self.currentIndex().column()

    @Slot(int)
    def go_to_row(self, row: int) -> None:
        """Go to another row of the same session."""
        self._go(row, self.session_column())

    @Slot(int)
    def go_to_session(self, column: int) -> None:
        """Go to another session, in the same row."""
        self._go(max(self.row(), 0), column)

    def _go(self, row: int, column: int) -> None:
        if 0 <= row < self.grid.rowCount() and self.grid.is_session(column):
            self.setCurrentIndex(self.grid.index(row, column))

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802
        """Paint only what the move touches: two cells and names, or two columns."""
        super().currentChanged(now, before)
        self._set_digits("")
        if now.column() != before.column():
            self.viewport().update()
            self.heads.viewport().update()
            self.session_changed.emit(now.column())
        for index in (now, before):
            if index.isValid():
                self.update(index)
                self._update_name(index.row())
        self.moved.emit()

    def _update_name(self, row: int) -> None:
        top = self.names.sectionViewportPosition(row)
        width = self.names.viewport().width()
        self.names.viewport().update(QRect(0, top, width, self.names.sectionSize(row)))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ours = event.modifiers() in _PLAIN and self.grid.is_session(self.session_column())
        if not (ours and (self._typing(event) or self._marking(event) or self._moving(event))):
            super().keyPressEvent(event)

    def _typing(self, event: QKeyEvent) -> bool:
        """Take in the digits of a row number, and what corrects them."""
        text, key = event.text(), event.key()
        if text.isascii() and text.isdigit():
            self._set_digits((self.digits + text)[-_DIGITS_KEPT:])
        elif key == Qt.Key.Key_Backspace:
            self._set_digits(self.digits[:-1])
        elif key == Qt.Key.Key_Escape and self.digits:
            self._set_digits("")
        else:
            return False
        return True

    def _marking(self, event: QKeyEvent) -> bool:
        text, key = event.text().lower(), event.key()
        wanted = {TOLD_AHEAD: self.told, REASON: self.reason_wanted, " ": self.menu_wanted}
        if text in KEYS:
            if (row := self._take_row()) is not None:
                self.marked.emit(row, KEYS[text])
        elif text in wanted:
            if (row := self._take_row()) is not None:
                wanted[text].emit(row)
        elif key == Qt.Key.Key_Delete:
            if (row := self._take_row()) is not None:
                self.cleared.emit(row)
        else:
            return False
        return True

    def _moving(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER:
            self._enter()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.go_to_session(self.session_column() + (1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to_row(0 if key == Qt.Key.Key_Home else self.grid.rowCount() - 1)
        else:
            return False
        return True

    def _enter(self) -> None:
        if not self.digits:
            self.go_to_row(self.row() + 1)
        elif (row := self._take_row()) is not None:
            self.came.emit(row)

    def _take_row(self) -> int | None:
        """Return the row that was typed, going there, or the current one; forget the digits."""
        digits = self.digits
        self._set_digits("")
        if not digits:
            return self.row()
        row = int(digits) - 1
        if not 0 <= row < self.grid.rowCount():
            self.unknown.emit(digits)
            return None
        self.go_to_row(row)
        return row

    def _set_digits(self, digits: str) -> None:
        if digits != self.digits:
            self.digits = digits
            self.typed.emit(digits)

    def typed_row(self) -> int | None:
        """Return the row whose number is being typed, if there is one."""
        row = int(self.digits or "0") - 1
        return row if 0 <= row < self.grid.rowCount() else None

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Keep the session when a column beside the sessions is clicked."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self.grid.is_session(index.column()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.go_to_row(index.row())
            return
        super().mousePressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if self.grid.is_session(index.column()):
            self.menu_wanted.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        index = self.indexAt(event.pos())
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        if keyboard or self.grid.is_session(index.column()):
            self.menu_wanted.emit(self.row() if keyboard else index.row())

    def menu_place(self, row: int) -> QPoint:
        """Return where the menu of a row's cell opens, on the screen."""
        rect = self.visualRect(self.grid.index(row, self.session_column()))
        return self.viewport().mapToGlobal(rect.bottomLeft())

    # Looks

    @Slot()
    def lay_out(self) -> None:
        """Give rows and columns their sizes, which follow the size of text."""
        self.names.setDefaultSectionSize(theme.row_height())
        self.names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._share_width()
        self._place_corner()

    def _share_width(self) -> None:
        """Give the sessions what the two columns after them leave, so that all are in view.

        The readings give way first: they are in the tool tip of the name as well.
        """
        em = self.fontMetrics().horizontalAdvance("国")
        count = len(self.grid.sessions)
        least, most = (round(em * ems) for ems in _SESSION_EMS)
        tail = round(em * sum(_TAIL_EMS))
        bar = self.verticalScrollBar().sizeHint().width() + 2 * self.frameWidth()
        self.names.measure(self.width() - bar - tail - least * count)
        self.updateGeometries()
        left = self.viewport().width() - tail
        width = min(max(left // max(count, 1), least), most)
        for column in range(self.grid.columnCount()):
            own = width if column < count else round(em * _TAIL_EMS[column - count])
            self.setColumnWidth(column, own)

    def _place_corner(self) -> None:
        self._corner.setText("No.　氏名・ふりがな" if self.names.shows_readings else "No.　氏名")
        self._corner.setGeometry(
            self.frameWidth(), self.frameWidth(), self.names.width(), self.heads.height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._share_width()
        self._place_corner()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._set_digits("")
        self.update(self.currentIndex())
