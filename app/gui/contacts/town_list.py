"""The towns of one postal code, to choose from right under the field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.contacts.postal_codes import Place

_ROWS = 5
_PLACE = Qt.ItemDataRole.UserRole


class TownList(QListWidget):
    """``picked`` carries the place that was chosen; ``left`` says that none was wanted."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self.clicked.connect(self._pick)

    def offer(self, places: Sequence[Place]) -> None:
        """Show the places and wait for one to be chosen."""
        self.clear()
        for place in places:
            note = f"（{place.note}）" if place.note else ""
            office = f"　{place.office}" if place.office else ""
            item = QListWidgetItem(f"{place.city}{place.town}{note}　{place.kana}{office}")
            item.setData(_PLACE, place)
            self.addItem(item)
        self.setFixedHeight(self.sizeHintForRow(0) * min(len(places), _ROWS) + 8)
        self.setCurrentRow(0)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex)
    def _pick(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.picked.emit(index.data(_PLACE))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)
