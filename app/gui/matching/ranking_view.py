"""The list beside a request: whom it can ask, with the reasons; a digit selects the first few."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from app.gui.matching.ranking_model import Index, RankingModel
from app.gui.matching.ranking_painting import RankingDelegate
from app.gui.matching.ranking_rows import Candidate, Heading, Row

_DIGITS = {Qt.Key(Qt.Key.Key_0 + number): number for number in range(1, 10)}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ScrollHint = QAbstractItemView.ScrollHint
_FLAG = QItemSelectionModel.SelectionFlag


class RankingView(QListView):
    """``moved`` says that other rows are selected, ``opened`` carries a row that was opened."""

    moved = Signal()
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("打診した人と候補")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.rows = RankingModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RankingDelegate(self, self.rows))
        self.selectionModel().selectionChanged.connect(self.moved)
        self.clicked.connect(self._clicked)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: list[Row], wanted: tuple[str, int] | None = None) -> None:
        """Show other rows; the one wanted, else the one that was current, is current again."""
        before = self.rows.at(self.currentIndex())
        scroll = self.verticalScrollBar().value()
        self.rows.show(rows)
        key = wanted or (before.key if before is not None else None)
        number = -1 if key is None else self.rows.row_of(key)
        if number < 0:
            number = next((n for n, row in enumerate(rows) if isinstance(row, Candidate)), -1)
        if number < 0:
            number = next((n for n, row in enumerate(rows) if not isinstance(row, Heading)), -1)
        if number >= 0:
            self.setCurrentIndex(self.rows.index(number))
        self.verticalScrollBar().setValue(scroll if key is not None else 0)
        if number >= 0 and key is not None:
            self.scrollTo(self.rows.index(number))
        self.moved.emit()

    @property
    def current(self) -> Row | None:
        """The row that is current."""
        return self.rows.at(self.currentIndex())

    @property
    def selected(self) -> list[Row]:
        """The rows that are selected, from the top."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [row for index in indexes if (row := self.rows.at(index)) is not None]

    def select_first(self, count: int) -> None:
        """Select the first few candidates."""
        numbers = [n for n, row in enumerate(self.rows.rows) if isinstance(row, Candidate)]
        if not numbers:
            return
        model = self.selectionModel()
        model.setCurrentIndex(self.rows.index(numbers[0]), _FLAG.ClearAndSelect)
        for number in numbers[1:count]:
            model.select(self.rows.index(number), _FLAG.Select)
        self.scrollTo(self.rows.index(numbers[0]))

    def scrollTo(  # noqa: N802
        self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible
    ) -> None:
        """Show a row from its top where it is higher than the list."""
        tall = self.visualRect(index).height() > self.viewport().height()
        super().scrollTo(index, ScrollHint.PositionAtTop if tall else hint)

    def doItemsLayout(self) -> None:  # noqa: N802
        """Keep the current row in view when the rows get higher or lower."""
        super().doItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in _DIGITS:
            self.select_first(_DIGITS[key])
        elif plain and key in _ENTER:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if isinstance(self.rows.at(index), Heading):
            self._open(index)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.rows.at(index)
        if row is not None:
            self.opened.emit(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()
