"""The offers in a list: Enter writes the selected ones down, F2 opens one to be changed first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OfferList(QListWidget):
    """``taken`` for Enter, ``wanted`` for F2 and a double click, ``left`` for Esc."""

    taken = Signal()
    wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemDoubleClicked.connect(lambda _item: self.wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in _ENTER and self.currentItem() is not None:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_F2 and self.currentItem() is not None:
            self.wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
