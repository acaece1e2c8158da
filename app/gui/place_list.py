"""The places at the left of the window, each with its icon."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.gui.framework import icons
from app.gui.places import PLACES, find_place

_NAME = Qt.ItemDataRole.UserRole


class PlaceList(QListWidget):
    """``wanted`` carries the name of the place that was chosen by the user."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for place in PLACES:
            item = QListWidgetItem(place.title)
            item.setData(_NAME, place.name)
            item.setToolTip(f"{place.title}（{place.key}）")
            self.addItem(item)
        self.currentItemChanged.connect(self._changed)

    def draw(self) -> None:
        """Draw the icons in the colours of the theme, and be as wide as the titles need."""
        metrics = self.fontMetrics()
        side = round(metrics.height() * 1.25)
        self.setIconSize(QSize(side, side))
        widest = max(metrics.horizontalAdvance(place.title) for place in PLACES)
        self.setFixedWidth(widest + side + metrics.horizontalAdvance("国国国"))
        for number, place in enumerate(PLACES):
            self.item(number).setIcon(icons.icon(place.icon))

    def show_place(self, name: str) -> None:
        """Mark a place as the one that is shown, or none."""
        self.blockSignals(True)  # noqa: FBT003
        self.setCurrentRow(find_place(name)[0])
        self.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _changed(self) -> None:
        if (item := self.currentItem()) is not None:
            self.wanted.emit(item.data(_NAME))
