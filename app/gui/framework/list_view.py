"""A table view for long lists: uniform rows, remembered widths, sorting by heading."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.gui.framework import theme, window_state
from app.gui.framework.window_model import WindowModel


class ListView(QTableView):
    """Shows a ``WindowModel``.

    ``chosen`` carries the key of the row that became current (or nothing), ``opened`` that of
    a row that was double-clicked or Enter was pressed on.  After the list is read anew, the
    row that was current is current again if it is still listed, and one that had gone if it is
    back (taken out of the bin by 元に戻す) and no other has been chosen meanwhile.
    """

    chosen = Signal(object)
    opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._key: int | None = None
        self._lost: int | None = None
        self._selected: list[int] = []
        self._scroll = 0
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self._lay_out_headers()
        self.doubleClicked.connect(self._open)

    def _lay_out_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(theme.row_height())
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.sectionResized.connect(self._remember_widths)
        header.sectionClicked.connect(self._sort)

    def show_model(self, model: WindowModel[Any], name: str) -> None:
        """Show a model; its column widths are remembered under ``name``."""
        self.setModel(model)
        self._name = ""
        state = window_state.current()
        widths = state.widths(name) if state else []
        if len(widths) != len(model.columns):
            em = self.fontMetrics().horizontalAdvance("国")
            widths = [column.width * em + 16 for column in model.columns]
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        self._name = name
        model.modelAboutToBeReset.connect(self._before_reset)
        model.modelReset.connect(self._after_reset)
        self.selectionModel().currentRowChanged.connect(self._current_row)
        self.selectionModel().selectionChanged.connect(self._note_selected)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(theme.row_height())

    def current_key(self) -> int | None:
        """Return the key of the current row, or nothing."""
        return self._key

    def allow_several(self) -> None:
        """Let several rows be selected, with Shift and Ctrl, for what is done with many."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_keys(self) -> list[int]:
        """Return the keys of the selected rows, in the order shown."""
        return list(self._selected)

    def listed_keys(self) -> list[int]:
        """Return every key, in the order shown."""
        model = self.model()
        return list(model.keys()) if isinstance(model, WindowModel) else []

    def choose(self, key: int) -> bool:
        """Make the row of a key current and bring it into view; return whether it is listed."""
        model = self.model()
        row = model.row_of(key) if isinstance(model, WindowModel) else None
        if row is None:
            return False
        self.setCurrentIndex(model.index(row, 0))
        self.scrollTo(model.index(row, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self._open(index)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        model = self.model()
        if isinstance(model, WindowModel) and index.isValid():
            self.opened.emit(model.key(index))

    @Slot(QModelIndex, QModelIndex)
    def _current_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        model = self.model()
        self._key = model.key(now) if now.isValid() and isinstance(model, WindowModel) else None
        self._lost = None
        self.chosen.emit(self._key)

    @Slot()
    def _note_selected(self) -> None:
        """Keep the keys: when the list is read anew, row numbers say nothing any more."""
        model = self.model()
        if isinstance(model, WindowModel):
            found = self.selectionModel().selection()
            ranges = [found.at(number) for number in range(found.count())]
            spans = sorted((one.top(), one.bottom()) for one in ranges)
            rows = (row for top, bottom in spans for row in range(top, bottom + 1))
            self._selected = [model.key(model.index(row, 0)) for row in rows]

    def _select_again(self, keys: list[int]) -> None:
        """Select the rows of several keys, as far as they are still listed."""
        model = self.model()
        places = {key: row for row, key in enumerate(self.listed_keys())}
        last = model.columnCount() - 1
        wanted = QItemSelection()
        for row in sorted(places[key] for key in keys if key in places):
            wanted.select(model.index(row, 0), model.index(row, last))
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.Select)

    @Slot()
    def _before_reset(self) -> None:
        self._scroll = self.verticalScrollBar().value()
        self.selectionModel().blockSignals(True)  # noqa: FBT003

    @Slot()
    def _after_reset(self) -> None:
        self.selectionModel().blockSignals(False)  # noqa: FBT003
        key, self._key = self._key, None
        several, self._selected = self._selected, []
        wanted = self._lost if key is None else key
        model = self.model()
        row = (
            model.row_of(wanted) if wanted is not None and isinstance(model, WindowModel) else None
        )
        if row is not None:
            self.verticalScrollBar().setValue(self._scroll)
            self.choose(wanted or 0)
            self.selectionModel().selectionChanged.emit(QItemSelection(), QItemSelection())
        elif key is not None:
            self._lost = key
            self.chosen.emit(None)
        if len(several) > 1:
            self._select_again(several)

    @Slot(int)
    def _sort(self, column: int) -> None:
        model = self.model()
        if not isinstance(model, WindowModel) or not model.columns[column].order:
            return
        header = self.horizontalHeader()
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
        order = down if again and header.sortIndicatorOrder() == up else up
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, order)
        model.sort(column, order)

    @Slot(int, int, int)
    def _remember_widths(self, _section: int, _old: int, _new: int) -> None:
        state = window_state.current()
        if self._name and state is not None:
            count = self.model().columnCount()
            state.save_widths(self._name, [self.columnWidth(n) for n in range(count)])
