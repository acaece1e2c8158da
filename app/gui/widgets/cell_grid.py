"""A grid of cells that are on or off, for keyboard and mouse.

Arrows go from cell to cell and onto the headings, Space switches; a heading switches its whole row
or column, the corner everything.  The mouse does the same and may be drawn over several cells.
The whole grid is one stop of Tab, so that in a form Enter goes on to the next field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.framework import theme

Cell = tuple[int, int]
"""Row and column; -1 is the heading."""
_HEADING = -1
_HEIGHT = 1.7
_GAP = 0.8
_MARGIN = 2.0
_MARK = "○"
_MOVES = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_SHORTEST = 6.0
_ELIDE = Qt.TextElideMode.ElideRight
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands above the columns and before the rows; ``ems`` is the width of a cell.

    ``what`` is what the grid is called by whoever hears it read out.  A grid with ``labels``, row
    by row, has them in its cells and no headings around; the last row may be shorter.
    """

    what: str
    rows: Sequence[str]
    columns: Sequence[str]
    ems: float = 2.0
    labels: Sequence[str] = ()

    @classmethod
    def labelled(cls, what: str, labels: Sequence[str], columns: int) -> Headings:
        """Return a grid of so many columns whose cells say what they are."""
        rows = -(-len(labels) // columns)
        return cls(what, [""] * rows, [""] * columns, labels=tuple(labels))

    def name(self, cell: Cell) -> str:
        """Return what a cell, or a heading, is called."""
        row, column = cell
        if self.labels:
            return self.labels[row * len(self.columns) + column]
        names = [self.rows[row] if row >= 0 else "", self.columns[column] if column >= 0 else ""]
        return "の".join(one for one in names if one) or "すべて"

    def cells(self) -> Iterator[Cell]:
        """Yield every cell, row by row."""
        for row in range(len(self.rows)):
            for column in range(len(self.columns)):
                if not self.labels or row * len(self.columns) + column < len(self.labels):
                    yield row, column


class CellGrid(QWidget):
    """``edited`` says that cells were switched by hand; ``cells`` are those that are on."""

    edited = Signal()

    EITHER: ClassVar[frozenset[int]] = frozenset()
    """Columns of which at most one is on in a row."""

    def __init__(self, headings: Headings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: set[Cell] = set()
        self._current: Cell = (0, 0)
        self._drawing: bool | None = None
        self._fixed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_headings(headings)

    def set_headings(self, headings: Headings) -> None:
        """Show other rows and columns; what was on is forgotten."""
        self.headings = headings
        self._cells, self._current = set(), (0, 0)
        self.setAccessibleName(headings.what)
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def cells(self) -> frozenset[Cell]:
        """The cells that are on."""
        return frozenset(self._cells)

    def show_cells(self, cells: Collection[Cell]) -> None:
        """Switch on these and no others."""
        self._cells = set(cells) & set(self.headings.cells())
        self._tell()
        self.update()

    def fix(self) -> None:
        """Let the grid only be looked at."""
        self._fixed = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def current(self) -> Cell:
        """Where the keyboard is."""
        return self._current

    # Switching

    def toggle(self, cell: Cell) -> None:
        """Switch a cell, or with a heading all of its row or column: on, unless all are on."""
        meant = self._meant(cell)
        self._switch(meant, on=not self._cells.issuperset(meant))

    def _meant(self, cell: Cell) -> list[Cell]:
        row, column = cell
        cells = self.headings.cells()
        return [one for one in cells if row in (_HEADING, one[0]) and column in (_HEADING, one[1])]

    def _switch(self, cells: Collection[Cell], *, on: bool) -> None:
        before = set(self._cells)
        for one in cells:
            if on:
                if one[1] in self.EITHER:
                    self._cells.difference_update((one[0], other) for other in self.EITHER)
                self._cells.add(one)
            else:
                self._cells.discard(one)
        if self._cells != before:
            self._tell()
            self.update()
            self.edited.emit()

    def _tell(self) -> None:
        """Say where the keyboard is and whether that is on, for who hears it read out."""
        if self._current not in self._places():
            return
        on = self._cells.issuperset(self._meant(self._current))
        where = self.headings.name(self._current)
        self.setAccessibleDescription(f"{where}：{'○' if on else 'なし'}")

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = _MOVES.get(Qt.Key(event.key()))
        if step is not None:
            self._step(*step)
        elif event.key() == Qt.Key.Key_Space:
            self.toggle(self._current)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        cell = self._at(event.position().toPoint().x(), event.position().toPoint().y())
        if event.button() != Qt.MouseButton.LeftButton or cell is None:
            return
        self._go(cell)
        self._drawing = not self._cells.issuperset(self._meant(cell))
        self._switch(self._meant(cell), on=self._drawing)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        cell = self._at(event.position().toPoint().x(), event.position().toPoint().y())
        inside = cell is not None and _HEADING not in cell and _HEADING not in self._current
        if cell is not None and inside and self._drawing is not None and cell != self._current:
            self._go(cell)
            self._switch([cell], on=self._drawing)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802
        self._drawing = None

    def _step(self, down: int, right: int) -> None:
        cell = (self._current[0] + down, self._current[1] + right)
        if cell in self._places():
            self._go(cell)

    def _places(self) -> Iterator[Cell]:
        """Yield every cell and every heading."""
        if not self.headings.labels:
            yield from ((row, _HEADING) for row in range(_HEADING, len(self.headings.rows)))
            yield from ((_HEADING, column) for column in range(len(self.headings.columns)))
        yield from self.headings.cells()

    def _go(self, cell: Cell) -> None:
        self._current = cell
        self._tell()
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    # Drawing

    def place_of(self, cell: Cell) -> QRect:
        """Return where a cell or a heading stands."""
        row, column = cell
        width, height, side = self._cell_width(), self._cell_height(), self._side()
        left = 0 if column < 0 else side + column * width
        above = 0 if self.headings.labels else height
        top = 0 if row < 0 else above + row * height
        return QRect(left, top, side if column < 0 else width, height)

    def _at(self, x: int, y: int) -> Cell | None:
        return next((one for one in self._places() if self.place_of(one).contains(x, y)), None)

    def _em(self) -> int:
        return self.fontMetrics().horizontalAdvance("国")

    def _cell_width(self) -> int:
        width = self.fontMetrics().horizontalAdvance
        if self.headings.labels:
            return max(map(width, self.headings.labels)) + round(_MARGIN * self._em())
        return round(self.headings.ems * self._em())

    def _cell_height(self) -> int:
        return round(_HEIGHT * self._em())

    def _side(self) -> int:
        """Return the width of the headings of rows: in a narrow place they are cut."""
        room = self.width() - self._cells_width()
        return max(min(self._whole_side(), room), self._short_side())

    def _whole_side(self) -> int:
        if self.headings.labels:
            return 0
        width = self.fontMetrics().horizontalAdvance
        return max((width(one) for one in self.headings.rows), default=0) + round(_GAP * self._em())

    def _short_side(self) -> int:
        return min(self._whole_side(), round(_SHORTEST * self._em()))

    def _cells_width(self) -> int:
        return len(self.headings.columns) * self._cell_width() + 2

    def _size(self, side: int) -> QSize:
        rows = len(self.headings.rows) + (0 if self.headings.labels else 1)
        return QSize(side + self._cells_width(), rows * self._cell_height() + 2)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self._size(self._whole_side())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self._size(self._short_side())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        quiet = QColor(theme.current().quiet)
        painter.setPen(quiet)
        for number, text in enumerate(self.headings.columns):
            painter.drawText(self.place_of((_HEADING, number)), _CENTRE, text)
        for number, text in enumerate(self.headings.rows):
            place = self.place_of((number, _HEADING))
            shown = painter.fontMetrics().elidedText(text, _ELIDE, place.width())
            painter.drawText(place, _LEFT, shown)
        for cell in self.headings.cells():
            self._paint_cell(painter, cell)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.place_of(self._current).adjusted(1, 1, 0, 0))
        painter.end()

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        colours, place = theme.current(), self.place_of(cell)
        on = cell in self._cells
        painter.setPen(QColor(colours.line if self._fixed else colours.frame))
        painter.setBrush(QColor(colours.chosen if on else colours.paper))
        painter.drawRect(place)
        painter.setPen(QColor(colours.on_chosen if on else colours.text))
        mark = _MARK if on else ""
        if not self.headings.labels:
            painter.drawText(place, _CENTRE, mark)
            return
        inside = place.adjusted(self._em() // 4, 0, 0, 0)
        painter.drawText(inside, _LEFT, mark)
        painter.drawText(
            inside.adjusted(self._em() * 5 // 4, 0, 0, 0), _LEFT, self.headings.name(cell)
        )
