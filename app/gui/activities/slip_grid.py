"""The grid of the slips: time is typed into cells, Enter goes on to where it is expected next.

What is typed opens an editor in the cell; Enter in it keeps the time and goes on to the row's
next expected day, after its last to the next row.  Nothing is written by moving about.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTableView, QWidget

from app.gui.activities.slip_model import Index, SlipModel
from app.gui.activities.slip_painting import DayHeader, TimeDelegate, WhoHeader
from app.gui.framework import theme
from app.gui.widgets.cell_painting import small
from app.gui.widgets.typed_cells import Go

_TAIL_EMS = (3.8, 2.4, 3.3)
_DAY_PADDING = 3
_WIDEST_EMS = 3.2


class SlipGrid(QTableView):
    """Emits what the user wants of a cell; rows and columns are counted from 0.

    ``typed(row, column, text, go)``, with an empty text where nothing was changed;
    ``cleared(row, column)``, ``detail_wanted`` for the strip under the grid, ``moved`` when
    another cell is current.
    """

    typed = Signal(int, int, str, object)
    cleared = Signal(int, int)
    detail_wanted = Signal()
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = SlipModel(self)
        self.who = WhoHeader(self, self.grid)
        self.heads = DayHeader(self, self.grid)
        self.setVerticalHeader(self.who)
        self.setHorizontalHeader(self.heads)
        self.setModel(self.grid)
        self.editing = TimeDelegate(self, self.grid)
        self.editing.typed.connect(self.typed)
        self.setItemDelegate(self.editing)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._corner = QLabel("　　　氏名・活動先", self)
        self._corner.setProperty("quiet", True)  # noqa: FBT003
        self.grid.modelReset.connect(self.lay_out)
        self.who.sectionClicked.connect(self.go_to_row)

    # Where the current cell is

    def row(self) -> int:
        return self.currentIndex().row()

    def column(self) -> int:
        return self.currentIndex().column()

    def go(self, row: int, column: int) -> None:
        """Make a cell current and bring it into view; what is outside is left alone."""
        if 0 <= row < self.grid.rowCount() and 0 <= column <= self.grid.sum_column:
            self.setCurrentIndex(self.grid.index(row, column))

    @Slot(int)
    def go_to_row(self, row: int) -> None:
        """Go to another row, where its first day without time is expected."""
        self.go(row, self.first_open(row))

    def go_on(self, how: Go = Go.ON) -> None:
        """Go from the current cell to where one types next."""
        row, column = self.row(), self.column()
        if how is Go.ON:
            self._go_forward(row, column)
        elif how in (Go.DOWN, Go.UP):
            self.go(row + (1 if how is Go.DOWN else -1), column)
        elif how is Go.BACK:
            self.go(row, column - 1)

    def _go_forward(self, row: int, column: int) -> None:
        if column >= self.grid.sum_column:
            self.go(row + 1, column)
            return
        days = range(len(self.grid.days))
        expected = [one for one in days if self.grid.is_expected(row, one)]
        later = [one for one in expected if one > column]
        if later:
            self.go(row, later[0])
        elif not expected and column < days[-1]:
            self.go(row, column + 1)
        else:
            self.go_to_row(row + 1)

    def first_open(self, row: int) -> int:
        """Return the column of the first expected day of a row that is blank, else its first."""
        if not 0 <= row < self.grid.rowCount():
            return 0
        expected = [
            one for one in range(len(self.grid.days)) if self.grid.is_expected(row, one)
        ] or [0]
        blank = [one for one in expected if self.grid.line(row, one) is None]
        return next(iter([*blank, *expected]))

    def retype(self, text: str) -> None:
        """Open the editor of the current cell again with what could not be kept."""
        self.edit(self.currentIndex())
        if self.editing.editor is not None:
            self.editing.editor.setText(text)
            self.editing.editor.setModified(True)

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802
        super().currentChanged(now, before)
        if now.row() != before.row():
            self.viewport().update()
            self.who.viewport().update()
        else:
            for index in (now, before):
                self.update(index)
        self.heads.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if not plain or self.row() < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif key == Qt.Key.Key_Delete:
            self.cleared.emit(self.row(), self.column())
        elif key == Qt.Key.Key_Space:
            self.detail_wanted.emit()
        else:
            super().keyPressEvent(event)

    # Looks

    @Slot()
    def lay_out(self) -> None:
        """Give rows and columns their sizes, which follow the size of text."""
        self.who.setDefaultSectionSize(theme.row_height())
        self.who.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.who.measure()
        self.updateGeometries()
        self._share_width()
        self._corner.setGeometry(
            self.frameWidth(), self.frameWidth(), self.who.width(), self.heads.height()
        )

    def _share_width(self) -> None:
        """Let all days be in view where there is room for them."""
        count = len(self.grid.days)
        em = self.fontMetrics().horizontalAdvance("国")
        digits = self.fontMetrics().horizontalAdvance("120")
        smaller = small(self.font()).pointSizeF() / self.font().pointSizeF()
        least = round(digits * smaller) + _DAY_PADDING
        tail = round(em * sum(_TAIL_EMS))
        spare = (self.viewport().width() - tail) // max(count, 1)
        width = min(max(spare, least), round(em * _WIDEST_EMS))
        for column in range(self.grid.columnCount()):
            own = width if column < count else round(em * _TAIL_EMS[column - count])
            self.setColumnWidth(column, own)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update(self.currentIndex())
