"""A column of rows that scrolls where the window is too low for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

_AT_LEAST = 2
"""How many rows are seen however low the window is."""


class RowsArea(QScrollArea):
    """Is as high as its rows while there is room; what stands beside it says how low it gets."""

    def __init__(self) -> None:
        super().__init__()
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._inside.installEventFilter(self)

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = self._inside.sizeHint()
        width = self.viewport().width()
        return QSize(hint.width(), self.column.totalHeightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        rows = self.column.count()
        whole = self.sizeHint().height()
        return QSize(0, whole if rows < _AT_LEAST else whole * _AT_LEAST // rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)
