"""A stack that asks for the room of the widget it shows, not for that of the largest it holds."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget


class CurrentStack(QStackedWidget):
    """For a column that scrolls: what is hidden makes nothing scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._changed)

    def sizeHint(self) -> QSize:  # noqa: N802
        shown = self.currentWidget()
        return shown.sizeHint() if shown else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        shown = self.currentWidget()
        return shown.hasHeightForWidth() if shown else False

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the least height: a list in the column gets what is left, and scrolls itself."""
        shown = self.currentWidget()
        layout = shown.layout() if shown else None
        return layout.minimumHeightForWidth(width) if layout else super().heightForWidth(width)

    @Slot()
    def _changed(self) -> None:
        self.updateGeometry()
