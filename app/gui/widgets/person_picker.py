"""Choosing one person (or anything else that is found by typing)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

SHOWN = 12
NEW = -1
"""The key of the choice that stands for something nobody has written down yet."""
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Choice:
    """One of those found: its key, its name, and what tells it from others of that name."""

    key: int
    title: str
    detail: str = ""


class PersonPicker(QWidget):
    """A field with the list of those found under it.

    Up and down move in the list while typing goes on; Enter or a click picks.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find: Callable[[str], Sequence[Choice]] | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText("氏名・ふりがな・電話番号で探す")
        self.line.setAccessibleName("人を探す")
        self.line.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName("見つかった人")
        self.list.setUniformItemSizes(True)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._search)
        self.list.clicked.connect(self._pick)
        self.list.activated.connect(self._pick)

    def prepare(self, find: Callable[[str], Sequence[Choice]]) -> None:
        """Say how people are found: ``find("わたなべ")``, best first."""
        self._find = find

    @Slot(str)
    def _search(self, text: str) -> None:
        self.list.clear()
        found = self._find(text.strip())[:SHOWN] if text.strip() and self._find else ()
        for choice in found:
            item = QListWidgetItem(f"{choice.title}　{choice.detail}".rstrip())
            item.setData(_KEY, choice.key)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        self.list.setVisible(bool(found))

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            key = int(index.data(_KEY))
            self.line.clear()
            self.picked.emit(key)

    def pick_current(self) -> None:
        """Pick the line of the list that is marked, if there is one."""
        self._pick(self.list.currentIndex())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self.list.isVisible():
            return False
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()))
        if step is not None:
            row = self.list.currentRow() + step
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.list.currentIndex())
            return True
        return False
