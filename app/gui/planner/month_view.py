"""A month as a calendar, Monday first: each day is one painted cell with what stands on it.

Arrows go from day to day, Enter and a click on an entry open it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.gui.planner.day_painting import DayDelegate, entry_places
from app.gui.planner.month_model import Index, MonthModel
from app.gui.planner.occasions import Occasion, together


class MonthView(QTableView):
    """``day_chosen(day)`` when another day is current, ``opened(occasion)`` for a clicked entry.

    ``entered(day)`` says that Enter was pressed on a day.
    """

    day_chosen = Signal(object)
    opened = Signal(object)
    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.months = MonthModel(self)
        self.setItemDelegate(DayDelegate(self, self.months))
        self.setModel(self.months)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(1)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)

    def show_month(self, month: date, last: date, found: Sequence[Occasion], day: date) -> None:
        """Show a month with this day current."""
        self.months.show_month(month, last, found)
        self.setCurrentIndex(self.months.cell(day))

    @property
    def day(self) -> date:
        """The current day."""
        return self.months.day(self.currentIndex())

    def currentChanged(self, now: Index, before: Index) -> None:  # noqa: N802
        super().currentChanged(now, before)
        for index in (now, before):
            self.update(index)
        if now.isValid():
            self.day_chosen.emit(self.months.day(now))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.day)
        else:
            super().keyPressEvent(event)

    def occasions_at(self, place: QPoint) -> list[Occasion]:
        """Return what the entry at a point of the calendar stands for; nothing beside entries."""
        index = self.indexAt(place)
        if not index.isValid():
            return []
        groups = together(self.months.of(self.months.day(index)))
        places = entry_places(self.visualRect(index), len(groups))
        for group, rect in zip(groups, places, strict=False):
            if rect.contains(place):
                return group
        return []

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        found = self.occasions_at(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not found:
            return
        if len(found) == 1:
            self.opened.emit(found[0])
        else:
            self.entered.emit(self.day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseMoveEvent(event)
        over = bool(self.occasions_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.viewport().update()
