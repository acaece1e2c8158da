"""The grid the sheets of a survey are typed into: Enter goes to the next question, then sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.gui.framework import theme
from app.gui.surveys.sheet_model import DISTRICT, ORGANISATION, Index, SheetModel
from app.gui.widgets.typed_cells import Go, TypedCell

_EMS, _CHOICE_EMS, _FREE_EMS = 6.5, 4.0, 12.0


class SheetGrid(QTableView):
    """``typed(row, column, text, go)``, ``cleared(row, column)``, ``moved`` to another cell."""

    typed = Signal(int, int, str, object)
    cleared = Signal(int, int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheets = SheetModel(self)
        self.setModel(self.sheets)
        self.editing = TypedCell(self, "回答")
        self.editing.emptied.connect(self.cleared)
        self.editing.typed.connect(self.typed)
        self.setItemDelegate(self.editing)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(1)
        self.sheets.modelReset.connect(self.lay_out)

    def go(self, row: int, column: int) -> None:
        """Make a cell current; what is outside is left alone."""
        if 0 <= row < self.sheets.rowCount() and 0 <= column < self.sheets.columnCount():
            self.setCurrentIndex(self.sheets.index(row, column))

    def go_on(self, how: Go = Go.ON) -> None:
        """Go from the current cell to where one types next."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if how is Go.ON and column >= self.sheets.note_column:  # the day is as that before
            self.go(row + 1, 0)
        elif how in (Go.ON, Go.BACK):
            self.go(row, column + (1 if how is Go.ON else -1))
        elif how in (Go.DOWN, Go.UP):
            self.go(row + (1 if how is Go.DOWN else -1), column)

    def go_to_next_sheet(self) -> None:
        """Go to the row of the sheet that is typed next."""
        self.go(self.sheets.rowCount() - 1, 0)
        self.setFocus()

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802
        super().currentChanged(now, before)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        place = self.currentIndex()
        if not place.isValid():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.go_on()
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.cleared.emit(place.row(), place.column())
        else:
            super().keyPressEvent(event)

    @Slot()
    def lay_out(self) -> None:
        """Give rows and columns their sizes, which follow the size of text."""
        em = self.fontMetrics().horizontalAdvance("国")
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        for column in range(self.sheets.columnCount()):
            question = self.sheets.question(column)
            sides = (DISTRICT, ORGANISATION, self.sheets.received_column)
            width = _EMS if column in sides else _FREE_EMS
            if question is not None and (question.kind.is_choice or question.kind.value != "free"):
                width = _CHOICE_EMS
            self.setColumnWidth(column, round(em * width))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.lay_out()
