"""How the grid of the slips is drawn: who and where at the left, days above, time in the cells.

A dot stands where help is expected; a slip that has not come in is named 未着 beside its row.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QTableView

from app.gui.activities.slip_model import SlipModel, standing
from app.gui.framework import theme
from app.gui.widgets.cell_painting import bold, draw_frame, draw_ground, small
from app.gui.widgets.day_colour import day_colour
from app.gui.widgets.typed_cells import TypedCell
from app.kernel.holidays import holiday_name
from app.kernel.wareki import WEEKDAYS

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_SATURDAY = 5
_STANDING_EMS, _NAME_EMS, _PLACE_EMS = 2.3, 5.6, 5.9
_DOT = "·"


class TimeDelegate(TypedCell):
    """Draws one cell; a text typed into it is the grid's to keep."""

    def __init__(self, grid: QTableView, model: SlipModel) -> None:
        super().__init__(grid, "活動時間")
        self._model = model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        current = self._grid.currentIndex()
        day = self._model.day(index.column())
        off = day is not None and (day.weekday() >= _SATURDAY or holiday_name(day) is not None)
        colours = theme.current()
        painter.save()
        draw_ground(painter, rect, index.row(), tinted=index.row() == current.row())
        if off:
            painter.fillRect(rect.adjusted(0, 0, -1, 0), _shade())
        text = str(self._model.data(index))
        if text:
            self._draw_text(painter, rect, text, index)
        elif self._model.is_expected(index.row(), index.column()):
            painter.setFont(bold(painter.font()))
            painter.setPen(QColor(colours.quiet))
            painter.drawText(rect, _CENTRE, _DOT)
        if index.row() == current.row() and index.column() == current.column():
            draw_frame(painter, rect, focused=self._grid.hasFocus())
        painter.restore()

    def _draw_text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = theme.current()
        painter.setPen(QColor(colours.text))
        if index.column() > self._model.sum_column:
            painter.drawText(rect.adjusted(2, 0, -6, 0), _RIGHT, text)
            return
        if painter.fontMetrics().horizontalAdvance(text) > rect.width() - 2:
            painter.setFont(small(painter.font()))
        painter.drawText(rect, _CENTRE, text)


def _shade() -> QColor:
    """Return what darkens the days on which offices are closed, on any ground."""
    made = QColor(theme.current().frame)
    made.setAlphaF(0.12)
    return made


class DayHeader(QHeaderView):
    """The days of the month over their weekdays."""

    def __init__(self, grid: QTableView, model: SlipModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * 2.5))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        colours = theme.current()
        day = self._model.day(section)
        chosen = self._grid.currentIndex().column() == section
        painter.save()
        painter.fillRect(rect, QColor(colours.accent if chosen else colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(colours.frame))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        plain = colours.text if day is None else day_colour(day)
        painter.setPen(QColor(colours.on_accent if chosen else plain))
        if day is None:
            text = str(self._model.headerData(section, Qt.Orientation.Horizontal))
            painter.drawText(rect, _CENTRE, text)
        else:
            half = rect.height() // 2
            painter.setFont(small(painter.font()))
            upper = QRect(rect.left(), rect.top() + 2, rect.width(), half)
            painter.drawText(upper, _CENTRE, str(day.day))
            painter.drawText(upper.translated(0, half - 3), _CENTRE, WEEKDAYS[day.weekday()])
        painter.restore()


class WhoHeader(QHeaderView):
    """How the slip stands, who helps, and where."""

    def __init__(self, grid: QTableView, model: SlipModel) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self._model = model
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def measure(self) -> None:
        """Take the width that follows the size of text."""
        self.setFixedWidth(sum(self._widths()))

    def _widths(self) -> tuple[int, int, int]:
        em = self.fontMetrics().horizontalAdvance("国")
        return round(em * _STANDING_EMS), round(em * _NAME_EMS), round(em * _PLACE_EMS)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        rows = self._model.rows
        if section >= len(rows):
            return
        row, colours = rows[section], theme.current()
        chosen = self._grid.currentIndex().row() == section
        word, name, place = self._widths()
        painter.save()
        painter.fillRect(rect, QColor(colours.chosen if chosen else colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        plain = QColor(colours.on_chosen if chosen else colours.text)
        missing = row.slip is None
        status = colours.warning if missing else colours.good
        font = painter.font()
        painter.setFont(small(bold(font) if missing else font))
        painter.setPen(plain if chosen else QColor(status))
        painter.drawText(
            QRect(rect.left(), rect.top(), word, rect.height()), _CENTRE, standing(row)
        )
        painter.setFont(font)
        painter.setPen(plain)
        left = rect.left() + word
        self._draw_cut(painter, QRect(left, rect.top(), name - 6, rect.height()), row.match.name)
        painter.setFont(small(font))
        painter.setPen(plain if chosen else QColor(colours.quiet))
        where = QRect(left + name, rect.top(), place - 4, rect.height())
        self._draw_cut(painter, where, row.match.what)
        painter.restore()

    def _draw_cut(self, painter: QPainter, rect: QRect, text: str) -> None:
        painter.drawText(rect, _LEFT, painter.fontMetrics().elidedText(text, _ELIDE, rect.width()))
