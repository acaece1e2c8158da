"""A page of our own print with what is shown over its cells.

The paper is white in the dark window too, so what is painted over it has the light colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.documents.form.addresses import cell_name
from app.documents.print.sheet_picture import CellBox, SheetPage
from app.gui.forms import sheet_painting as painting

Place = tuple[int, int]
_BLANK = SheetPage(595.0, 842.0, ())


@dataclass(frozen=True, slots=True)
class Chip:
    """What is shown over a cell; ``kind`` is ``mark``, ``tag`` or ``asked``."""

    text: str
    kind: str


class SheetCanvas(QWidget):
    """Shows one page.  A place is the (row, column) of a cell, of merged ones the first.

    ``selected`` carries the place that became the chosen one.
    """

    selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page = _BLANK
        self.chips: Mapping[Place, Chip] = {}
        self.place: Place | None = None
        self.under: Place | None = None
        self.scale = 1.0
        self._picture = QImage()
        self.setAccessibleName("様式の絵")

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
