"""What stands on one day, each with its hours, its words and who takes part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.gui.planner.occasions import Occasion

_OCCASION = Qt.ItemDataRole.UserRole


class DayList(QListWidget):
    """``opened(occasion)`` for Enter and a click; ``left`` says that the month is wanted again."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self._open)

    def show_day(self, found: Sequence[Occasion]) -> None:
        """Show these, the first of them current."""
        self.clear()
        for one in found:
            item = QListWidgetItem(_words(one))
            item.setData(_OCCASION, one)
            self.addItem(item)
        if found:
            self.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_OCCASION))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._open(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _words(one: Occasion) -> str:
    head = "　".join(part for part in (one.kind.label, one.hours) if part)
    who = f"サポーター：{'、'.join(one.who)}" if one.who else ""
    return "\n".join(part for part in (head, one.text, one.detail, who) if part)
