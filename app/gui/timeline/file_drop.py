"""Files that are dropped on a card."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class FileDrop(QObject):
    """Lets a widget take files; ``dropped`` carries their paths."""

    dropped = Signal(object)

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        card.setAcceptDrops(True)
        card.installEventFilter(self)

    def eventFilter(self, _card: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QDragEnterEvent) and _paths(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = _paths(event.mimeData())
            event.acceptProposedAction()
            self.dropped.emit(paths)
            return True
        return False


def card_around(panel: QWidget) -> QWidget | None:
    """Return the card a panel stands on: what has the panel in its scroll area."""
    area = scroll_around(panel)
    return area.parentWidget() if area is not None else None


def scroll_around(panel: QWidget) -> QScrollArea | None:
    """Return the scroll area that shows a panel."""
    above = panel.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
