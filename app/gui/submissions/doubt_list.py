"""What to look at before a report goes: a line each, which leads to where it is put right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.gui.framework import icons, theme
from app.gui.framework.search import Target
from app.reporting.doubt import Doubt

_DOUBT = Qt.ItemDataRole.UserRole
_NONE = "気になることは見つかりませんでした。"


class DoubtList(QListWidget):
    """``followed`` carries the ``Target`` of the line that was clicked or opened by Enter."""

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubts: Sequence[Doubt] = ()
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(QSize(1, theme.row_height()))
        self.itemClicked.connect(self._follow)
        self.itemActivated.connect(self._follow)

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Show these; without any, that there is nothing."""
        self.doubts = doubts
        row = max(self.currentRow(), 0)
        self.clear()
        colours = theme.current()
        for one in doubts:
            item = QListWidgetItem(icons.icon("warning", colours.warning), one.sentence)
            item.setData(_DOUBT, one)
            item.setToolTip(one.sentence)
            self.addItem(item)
        if doubts:
            self.setCurrentRow(min(row, len(doubts) - 1))
        else:
            item = QListWidgetItem(icons.icon("done", colours.good), _NONE)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)

    @Slot(QListWidgetItem)
    def _follow(self, item: QListWidgetItem) -> None:
        doubt = item.data(_DOUBT)
        if isinstance(doubt, Doubt):
            self.followed.emit(Target(doubt.place, doubt.kind, doubt.key))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "doubts"):
            self.show_doubts(self.doubts)
