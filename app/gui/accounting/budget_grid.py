"""The grid a budget is typed into: Enter goes down to the next amount, Tab to the next cell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QTableView,
    QWidget,
)

from app.gui.accounting.budget_model import BudgetColumn, BudgetModel
from app.gui.framework import theme

_EMS = {
    BudgetColumn.ITEM: 12.0,
    BudgetColumn.AMOUNT: 6.5,
    BudgetColumn.CHANGE: 6.0,
    BudgetColumn.LAST_BUDGET: 6.5,
    BudgetColumn.LAST_ACTUAL: 6.5,
}
_LEAST_EMS = 9.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BudgetGrid(QTableView):
    """Typing in a cell begins anew there, F2 or Enter changes what stands in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def show_model(self, model: BudgetModel) -> None:
        """Show a budget."""
        self.setModel(model)
        model.modelReset.connect(self.go_first)
        self._lay_out()

    def go_first(self) -> None:
        """Go to the first amount."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, BudgetColumn.AMOUNT)
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(index)
                return

    def _lay_out(self) -> None:
        em = self.fontMetrics().horizontalAdvance("国")
        self.verticalHeader().setDefaultSectionSize(theme.row_height())
        for column, ems in _EMS.items():
            self.setColumnWidth(column, round(em * ems))
        self._fill_width()

    def _fill_width(self) -> None:
        """Give the breakdown what the figures leave, and in a narrow place enough to read it."""
        em = self.fontMetrics().horizontalAdvance("国")
        figures = sum(self.columnWidth(column) for column in _EMS)
        least = round(em * _LEAST_EMS)
        self.setColumnWidth(BudgetColumn.BASIS, max(self.viewport().width() - figures, least))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fill_width()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model():
            self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        model = self.model()
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key the editor in the cell passes on
        elif event.key() == Qt.Key.Key_Escape and isinstance(model, BudgetModel):
            model.forget_misread()
            self.viewport().update()
        elif event.key() in _ENTER and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
        elif event.key() in _ENTER:
            self._go_down()
        else:
            super().keyPressEvent(event)

    def closeEditor(  # noqa: N802
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        """Go down after Enter, as in a column of figures."""
        entered = hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache
        super().closeEditor(editor, hint)
        if entered:
            self._go_down()

    def commit(self) -> None:
        """Keep what is being typed into a cell, as leaving it does."""
        editor = self.indexWidget(self.currentIndex())
        if self.state() is QAbstractItemView.State.EditingState and editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _go_down(self) -> None:
        """Go to the next cell below that is typed into."""
        here = self.currentIndex()
        for row in range(here.row() + 1, self.model().rowCount()):
            index = self.model().index(row, here.column())
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(index)
                return
