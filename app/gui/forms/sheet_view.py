"""The picture of a sheet that can be pointed at, with the mouse and with keys."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.documents.form.addresses import cell_name
from app.documents.print.sheet_picture import CellBox
from app.gui.forms.neighbour import DOWN, LEFT, RIGHT, UP, first_box, neighbour
from app.gui.forms.sheet_canvas import Place, SheetCanvas

FIELD_MIME = "application/x-kurashi-field"
"""What a field that is dragged is known by; the data is its name in UTF-8."""

_MOVES = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}


class SheetView(SheetCanvas):
    """A canvas on which a cell is chosen.

    ``pointed`` carries the place that was clicked, ``dropped`` a place and the field that was
    dropped there.  The others ask for something to be done with the chosen cell.
    """

    pointed = Signal(object)
    dropped = Signal(object, str)
    choice_wanted = Signal()
    typing_wanted = Signal()
    clearing_wanted = Signal()
    copy_wanted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: Place | None = None
        self._waits = {
            Qt.Key.Key_Return: self.choice_wanted,
            Qt.Key.Key_Enter: self.choice_wanted,
            Qt.Key.Key_F2: self.typing_wanted,
            Qt.Key.Key_Delete: self.clearing_wanted,
            Qt.Key.Key_Backspace: self.clearing_wanted,
            Qt.Key.Key_Escape: self.given_up,
        }
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    # Mouse

    def _at(self, point: QPointF | QPoint) -> Place | None:
        box = self.page.at(point.x() / self.scale, point.y() / self.scale)
        return (box.row, box.column) if box else None

    def _point(self, place: Place | None) -> None:
        if place != self.under:
            self.under = place
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._point(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self._at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        place, self._pressed = self._pressed, None
        if event.button() != Qt.MouseButton.LeftButton or place is None:
            return
        if place == self._at(event.position()):
            self.select(place)
            self.pointed.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._at(event.position()):
            self.choice_wanted.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._at(event.pos())
            chip = self.chips.get(place) if place else None
            said = f"{cell_name(*place)}　{chip.text if chip else ''}".strip() if place else ""
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    # Dragging a field here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if event.mimeData().hasFormat(FIELD_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        place = self._at(event.position())
        self._point(place)
        event.setAccepted(place is not None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        super().dragLeaveEvent(event)
        self._point(None)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        place = self._at(event.position())
        if place is None:
            return
        event.acceptProposedAction()
        self._point(None)
        field = bytes(event.mimeData().data(FIELD_MIME).data()).decode("utf-8")
        self.select(place)
        self.dropped.emit(place, field)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _MOVES and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move(_MOVES[key])
        elif event.key() == Qt.Key.Key_C and event.modifiers() & _CONTROL:
            self.copy_wanted.emit()
        elif key in self._waits:
            self._waits[key].emit()
        else:
            super().keyPressEvent(event)

    def _move(self, direction: tuple[int, int]) -> None:
        here = self.box_of(self.place)
        boxes: Iterable[CellBox] = self.page.boxes
        found = first_box(boxes) if here is None else neighbour(boxes, here, direction)
        if found is not None:
            self.select((found.row, found.column))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()


_CONTROL = Qt.KeyboardModifier.ControlModifier
