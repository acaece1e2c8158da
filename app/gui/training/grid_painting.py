"""How the grid is drawn: signs with their small words, names at the left, sessions above.

Status is said by shape and word before colour: ○ × △ 公 補, 事前 for told ahead, a line through
what lies after somebody left.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.gui.framework import theme
from app.gui.training.grid_model import GridModel, day_text
from app.gui.training.marks import reading, small_words
from app.gui.widgets.cell_painting import bold, draw_frame, draw_ground, small
from app.training.completion import Mark
from app.training.course import SessionStatus
from app.training.sheet import Cell

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_SIGN_EMS = 1.9


def _colour(mark: Mark) -> str:
    colours = theme.current()
    if mark is Mark.ABSENT:
        return colours.problem
    if mark in (Mark.LATE, Mark.LEFT_EARLY):
        return colours.warning
    return colours.good if mark in (Mark.MADE_UP, Mark.EXCUSED) else colours.text


class MarkDelegate(QStyledItemDelegate):
    """Draws one cell.  The column of the session being marked is tinted."""

    def __init__(self, grid: QTableView, model: GridModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self._model = model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        current = self._grid.currentIndex()
        cell = self._model.cell(index)
        in_column = index.column() == current.column() and cell is not None
        painter.save()
        draw_ground(painter, rect, index.row(), tinted=in_column)
        if cell is not None:
            self._draw_mark(painter, rect, cell)
        else:
            self._draw_tail(painter, rect, index)
        if in_column and index.row() == current.row():
            draw_frame(painter, rect, focused=self._grid.hasFocus())
        painter.restore()

    def _draw_mark(self, painter: QPainter, rect: QRect, cell: Cell) -> None:
        colours = theme.current()
        if cell.struck:
            painter.setPen(QPen(QColor(colours.quiet), 1.5))
            painter.drawLine(rect.left(), rect.center().y(), rect.right(), rect.center().y())
            return
        if cell.mark is None:
            return
        em = painter.fontMetrics().horizontalAdvance("国")
        sign = QRect(rect.left(), rect.top(), round(em * _SIGN_EMS), rect.height())
        font = painter.font()
        painter.setFont(bold(font))
        painter.setPen(QColor(_colour(cell.mark)))
        painter.drawText(sign, _CENTRE, cell.sign)
        words = small_words(cell)
        if words:
            painter.setFont(small(font))
            painter.setPen(QColor(colours.text))
            rest = rect.adjusted(sign.width(), 0, -4, 0)
            text = painter.fontMetrics().elidedText(words, _ELIDE, rest.width())
            painter.drawText(rest, _LEFT, text)

    def _draw_tail(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        text = str(self._model.data(index))
        colours = theme.current()
        warns = text.startswith(("▲", "△"))
        painter.setPen(QColor(colours.problem if text.startswith("▲") else colours.text))
        inner = rect.adjusted(8, 0, -4, 0)
        if warns:
            painter.setFont(bold(painter.font()))
        painter.drawText(
            inner, _LEFT, painter.fontMetrics().elidedText(text, _ELIDE, inner.width())
        )


class NameHeader(QHeaderView):
    """The number, name and reading of each row, as at the left of the printed sheet."""

    def __init__(self, grid: QTableView, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Vertical, grid)
        self._grid = grid
        self._model = model
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def columns(self) -> tuple[int, int, int]:
        """Return the widths of number, name and reading in pixels."""
        em = self.fontMetrics().horizontalAdvance("国")
        names = [self.fontMetrics().horizontalAdvance(row.name) for row in self._model.rows]
        readings = QFont(small(self.font()))
        metrics = self.fontMetrics()
        wide = max(names, default=0)
        kana = max((metrics.horizontalAdvance(reading(row)) for row in self._model.rows), default=0)
        kana = round(kana * readings.pointSizeF() / self.font().pointSizeF())
        return round(em * 2.2), min(max(wide, em * 6), em * 12) + em, min(kana, em * 12) + em // 2

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(sum(self.columns()), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        rows = self._model.rows
        if section >= len(rows):
            return
        row, colours = rows[section], theme.current()
        chosen = self._grid.currentIndex().row() == section
        painter.save()
        painter.fillRect(rect, QColor(colours.chosen if chosen else colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.on_chosen if chosen else colours.text))
        number, name, kana = self._widths
        left = rect.left()
        painter.drawText(QRect(left, rect.top(), number - 8, rect.height()), _RIGHT, str(row.row))
        font = painter.font()
        gone = row.left_on is not None
        font.setStrikeOut(gone)
        painter.setFont(font)
        place = QRect(left + number, rect.top(), name - 8, rect.height())
        text = painter.fontMetrics().elidedText(row.name, _ELIDE, place.width())
        painter.drawText(place, _LEFT, text)
        if kana:
            self._draw_reading(painter, rect, section, chosen=chosen)
        painter.restore()

    def _draw_reading(self, painter: QPainter, rect: QRect, section: int, *, chosen: bool) -> None:
        row, colours, left = self._model.rows[section], theme.current(), rect.left()
        number, name, _kana = self._widths
        painter.setFont(small(painter.font()))
        painter.setPen(QColor(colours.on_chosen if chosen else colours.quiet))
        place = QRect(
            left + number + name, rect.top(), rect.right() - name - number - 4, rect.height()
        )
        text = painter.fontMetrics().elidedText(reading(row), _ELIDE, place.width())
        painter.drawText(place, _LEFT, text)

    @property
    def _widths(self) -> tuple[int, int, int]:
        if not hasattr(self, "_known"):
            self._known = self.columns()
        return self._known

    @property
    def shows_readings(self) -> bool:
        return self._widths[-1] > 0

    def measure(self, room: int) -> None:
        """Measure the names again; leave out the readings where ``room`` pixels are too few."""
        number, name, kana = self.columns()
        self._known = number, name, kana if number + name + kana <= room else 0
        self.setFixedWidth(sum(self._known))


class SessionHeader(QHeaderView):
    """第1回 with its day; the session being marked stands out, one called off is named so."""

    def __init__(self, grid: QTableView, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Horizontal, grid)
        self._grid = grid
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * 2.7))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        colours = theme.current()
        chosen = self._grid.currentIndex().column() == section
        painter.save()
        painter.fillRect(rect, QColor(colours.accent if chosen else colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.setPen(QColor(colours.frame))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(colours.on_accent if chosen else colours.text))
        inner = rect.adjusted(6, 4, -3, -4)
        if self._model.is_session(section):
            self._draw_session(painter, inner, section)
        else:
            text = str(self._model.headerData(section, Qt.Orientation.Horizontal))
            painter.drawText(inner, _LEFT, text)
        painter.restore()

    def _draw_session(self, painter: QPainter, rect: QRect, section: int) -> None:
        session = self._model.sessions[section]
        font = painter.font()
        half = rect.height() // 2
        upper = QRect(rect.left(), rect.top(), rect.width(), half)
        lower = QRect(rect.left(), rect.top() + half, rect.width(), half)
        painter.setFont(bold(font))
        painter.drawText(upper, _LEFT, session.label)
        painter.setFont(small(font))
        status = session.status.label
        if session.status is not SessionStatus.PLANNED:
            painter.drawText(upper, _RIGHT, status)
        painter.drawText(lower, _LEFT, day_text(session))
        if session.required:
            painter.drawText(lower, _RIGHT, "必修")
