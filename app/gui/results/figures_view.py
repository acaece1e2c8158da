"""A table of figures: arrows go from figure to figure, Enter and a double click open one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.gui.framework import theme
from app.kernel.figure_table import FigureTable

Index = QModelIndex | QPersistentModelIndex

_DISPLAY, _TOOL_TIP, _ALIGNMENT, _FOREGROUND, _ACCESSIBLE = 0, 3, 7, 9, 11
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PADDING_EMS = 1.1
_LEAST_EMS, _MOST_EMS = 3.4, 7.0
_MOST_NAME_SHARE = 0.45
"""How much of the table names take; what is longer is cut, and the tool tip has it whole."""


class FiguresModel(QAbstractTableModel):
    """Shows one table; nothing stands out but what is not nought."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = FigureTable("", "", (), (), ())

    def show(self, table: FigureTable) -> None:
        """Show another table, or the same with other figures."""
        same = (table.rows, table.columns) == (self.table.rows, self.table.columns)
        if not same:
            self.beginResetModel()
        self.table = table
        if not same:
            self.endResetModel()
        elif table.rows and table.columns:
            last = self.index(len(table.rows) - 1, len(table.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        place = index.row(), index.column()
        if role == _DISPLAY:
            return self.table.text(*place)
        if role == _ALIGNMENT:
            return _RIGHT
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return f"{self.table.name(*place)}：{self.table.text(*place)}"
        if role == _FOREGROUND and not self.table.cells[place[0]][place[1]].count:
            return QBrush(QColor(theme.current().quiet))
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        if role in (_DISPLAY, _TOOL_TIP):
            return (self.table.columns if across else self.table.rows)[section]
        if role == _ALIGNMENT:
            return _RIGHT if across else _LEFT
        return None


class FiguresView(QTableView):
    """``opened(row, column)``: the rows of this figure are wanted."""

    opened = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)
            header.setMinimumSectionSize(1)
            header.setTextElideMode(Qt.TextElideMode.ElideRight)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.figures.modelReset.connect(self._reset)
        self.doubleClicked.connect(self._double_clicked)
        self._lay_out()

    def show_table(self, table: FigureTable) -> None:
        """Show a table; the current figure stays while it has the same rows and columns."""
        self.figures.show(table)
        self._lay_out()
        if not self.currentIndex().isValid() and self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(0, 0))

    @Slot()
    def _reset(self) -> None:
        self.scrollToTop()

    def _lay_out(self) -> None:
        """Give rows and columns their sizes, which follow the size of text and the headings."""
        em = self.fontMetrics().horizontalAdvance("国")
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(theme.row_height())
        names = [self.fontMetrics().horizontalAdvance(one) for one in self.figures.table.rows]
        most = max(round(self.width() * _MOST_NAME_SHARE), round(em * _LEAST_EMS))
        rows.setFixedWidth(min(max(names, default=em) + round(em * _PADDING_EMS), most))
        table = self.figures.table
        for column, name in enumerate(table.columns):
            texts = [name, *(table.text(row, column) for row in range(len(table.rows)))]
            wide = max(self.fontMetrics().horizontalAdvance(one) for one in texts)
            width = max(wide + round(em * _PADDING_EMS), round(em * _LEAST_EMS))
            self.setColumnWidth(column, min(width, round(em * _MOST_EMS)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index.row(), index.column())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row(), index.column())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()
