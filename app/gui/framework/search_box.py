"""The one search box of the window (Ctrl+K): contacts, courses, documents and commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework.search import Hit

_HIT = Qt.ItemDataRole.UserRole
_ROWS = 12
_FRAME = 20


class SearchBox(QLineEdit):
    """Shows what was found under itself, over whatever the window shows.

    The cursor stays in the box: up and down move among the hits, Enter or a click goes to one
    (``chosen`` carries its ``Hit``), Esc gives up (``left``).
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find: Callable[[str], Sequence[Hit]] | None = None
        self.setPlaceholderText("探す・命令する（Ctrl+K）")
        self.setAccessibleName("人・団体・研修・書類・命令を探す")
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._search)
        self.results: QFrame | None = None
        self.list = QListWidget()
        self.list.setAccessibleName("見つかったもの")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.clicked.connect(self._take)
        self.nothing = QLabel("見つかりません。読みがなや電話番号の一部でも探せます。")
        self.nothing.setProperty("quiet", True)  # noqa: FBT003

    def prepare(self, find: Callable[[str], Sequence[Hit]]) -> None:
        """Say how things are found: ``find(text)``, best first."""
        self._find = find

    @Slot(str)
    def _search(self, text: str) -> None:
        wanted = text.strip()
        self.list.clear()
        if not wanted or self._find is None:
            self._hide()
            return
        for hit in self._find(wanted)[:_ROWS]:
            item = QListWidgetItem(f"{hit.title}　{hit.detail}".rstrip())
            item.setData(_HIT, hit)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._place()

    def _place(self) -> None:
        """Show the hits right under the box."""
        frame = self.results or self._make_frame()
        found = self.list.count()
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        frame.show()
        row = self.list.sizeHintForRow(0) if found else self.nothing.sizeHint().height()
        frame.resize(max(self.width(), 420), row * max(found, 1) + _FRAME)
        corner = self.mapTo(self.window(), QPoint(self.width(), self.height()))
        frame.move(max(corner.x() - frame.width(), 0), corner.y())
        frame.raise_()

    def _make_frame(self) -> QFrame:
        frame = QFrame(self.window())
        frame.setObjectName("searchResults")
        column = QVBoxLayout(frame)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.results = frame
        return frame

    def _hide(self) -> None:
        if self.results is not None:
            self.results.hide()

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        if index.isValid():
            hit = index.data(_HIT)
            self.clear()
            self.chosen.emit(hit)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
            self.list.setCurrentRow(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self.list.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._hide()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if self.text().strip():
            self._search(self.text())
