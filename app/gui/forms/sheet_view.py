"""The picture of a sheet that can be pointed at: a page of our own print with its cells.

The paper is white in the dark window too, so what is painted over it has the light colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from app.documents.form.addresses import cell_name
from app.documents.print.sheet_picture import CellBox, SheetPage
from app.gui.forms import sheet_painting as painting
from app.gui.forms.neighbour import DOWN, LEFT, RIGHT, UP, first_box, neighbour

FIELD_MIME = "application/x-kurashi-field"
"""What a field that is dragged is known by; the data is its name in UTF-8."""

Place = tuple[int, int]
_MOVES = {
    Qt.Key.Key_Left: LEFT,
    Qt.Key.Key_Right: RIGHT,
    Qt.Key.Key_Up: UP,
    Qt.Key.Key_Down: DOWN,
}
_BLANK = SheetPage(595.0, 842.0, ())


@dataclass(frozen=True, slots=True)
class Chip:
    """What is shown over a cell; ``kind`` is ``mark``, ``tag`` or ``asked``."""

    text: str
    kind: str


class SheetView(QWidget):
    """Shows one page.  A place is the (row, column) of a cell, of merged ones the first.

    ``selected`` carries the place that became the chosen one, by key or mouse; ``pointed`` the
    place that was clicked; ``dropped`` a place and the field that was dropped there.  The others
    ask for something to be done with the chosen cell.
    """

    selected = Signal(object)
    pointed = Signal(object)
    dropped = Signal(object, str)
    choice_wanted = Signal()
    typing_wanted = Signal()
    clearing_wanted = Signal()
    copy_wanted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = _BLANK
        self.chips: Mapping[Place, Chip] = {}
        self.place: Place | None = None
        self.under: Place | None = None
        self.scale = 1.0
        self._picture = QImage()
        self._pressed: Place | None = None
        self._waits = {
            Qt.Key.Key_Return: self.choice_wanted,
            Qt.Key.Key_Enter: self.choice_wanted,
            Qt.Key.Key_F2: self.typing_wanted,
            Qt.Key.Key_Delete: self.clearing_wanted,
            Qt.Key.Key_Backspace: self.clearing_wanted,
            Qt.Key.Key_Escape: self.given_up,
        }
        self.setAccessibleName("様式の絵")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    # What is shown

    def show_page(self, page: SheetPage, scale: float) -> None:
        """Show the cells of a page at a scale in pixels a point; the picture follows."""
        if page is not self.page:
            self._picture = QImage()
            self.under = None
        self.page, self.scale = page, scale
        self.setFixedSize(self.sizeHint())
        self.update()

    def show_picture(self, picture: QImage) -> None:
        """Show the page itself under its cells."""
        self._picture = picture
        self.update()

    def show_chips(self, chips: Mapping[Place, Chip]) -> None:
        """Show these fields over their cells."""
        self.chips = dict(chips)
        self.update()

    def select(self, place: Place | None) -> None:
        """Choose a cell; one that is not on this page is chosen without being seen."""
        if place == self.place:
            return
        self.place = place
        self._tell()
        self.update()
        self.selected.emit(place)

    @property
    def is_blank(self) -> bool:
        """Whether the page itself is still to be drawn."""
        return self._picture.isNull()

    def box_of(self, place: Place | None) -> CellBox | None:
        """Return where a cell lies on the page; nothing where it does not."""
        found = (box for box in self.page.boxes if (box.row, box.column) == place)
        return next(found, None)

    def rect_of(self, box: CellBox) -> QRectF:
        """Return where a box lies in this widget, in pixels."""
        size = self.scale
        return QRectF(box.x * size, box.y * size, box.width * size, box.height * size)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(round(self.page.width * self.scale), round(self.page.height * self.scale))

    def _tell(self) -> None:
        """Say which cell is chosen, and what is in it, to those who do not see it."""
        if self.place is None:
            self.setAccessibleDescription("")
            return
        chip = self.chips.get(self.place)
        said = f"{cell_name(*self.place)}　{chip.text}" if chip else cell_name(*self.place)
        self.setAccessibleDescription(said)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painting.paint_paper(painter, QRectF(self.rect()), self._picture)
        for place, chip in self.chips.items():
            box = self.box_of(place)
            if box is not None:
                painting.paint_chip(painter, self.rect_of(box), chip.text, chip.kind)
        self._paint_chosen(painter)
        painter.end()

    def _paint_chosen(self, painter: QPainter) -> None:
        under, chosen = self.box_of(self.under), self.box_of(self.place)
        if under is not None:
            painting.paint_under(painter, self.rect_of(under))
        if chosen is not None:
            painting.paint_chosen(painter, self.rect_of(chosen), focused=self.hasFocus())
        elif self.hasFocus():
            painting.paint_focus(painter, QRectF(self.rect()))

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
