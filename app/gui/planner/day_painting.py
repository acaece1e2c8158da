"""How a day of the calendar is drawn, and where its entries stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.gui.framework import theme
from app.gui.planner.month_model import Index, MonthModel
from app.gui.planner.occasions import Occasion, OccasionKind, together
from app.gui.widgets.cell_painting import bold, draw_frame, small
from app.gui.widgets.day_colour import day_colour
from app.kernel.holidays import holiday_name

_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_PADDING = 4
_LINE = 0.6


class DayDelegate(QStyledItemDelegate):
    """Draws one day: its number, its holiday, and as many entries as there is room for."""

    def __init__(self, view: QTableView, model: MonthModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        day, colours = self._model.day(index), theme.current()
        inside = day.month == self._model.month.month
        painter.save()
        painter.fillRect(rect, QColor(colours.paper if inside else colours.window))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._draw_head(painter, rect, day, inside=inside)
        self._draw_entries(painter, rect, together(self._model.of(day)), inside=inside)
        current = self._view.currentIndex()
        if (index.row(), index.column()) == (current.row(), current.column()):
            draw_frame(painter, rect, focused=self._view.hasFocus())
        painter.restore()

    def _draw_head(self, painter: QPainter, rect: QRect, day: date, *, inside: bool) -> None:
        colours = theme.current()
        head = QRect(rect.left() + _PADDING, rect.top() + 1, rect.width() - 2 * _PADDING, line())
        font = painter.font()
        today = day == self._model.today
        number = str(day.day) if inside else f"{day.month}/{day.day}"
        painter.setFont(bold(font) if today else font)
        wide = painter.fontMetrics().horizontalAdvance(number) + 2 * _PADDING
        if today:
            painter.fillRect(QRect(rect.left(), rect.top(), wide, line()), QColor(colours.accent))
        plain = day_colour(day) if inside else colours.quiet
        painter.setPen(QColor(colours.on_accent if today else plain))
        painter.drawText(head, _LEFT, number)
        painter.setFont(small(font))
        if name := holiday_name(day):
            painter.setPen(QColor(colours.problem if inside else colours.quiet))
            room = head.adjusted(wide, 0, 0, 0)
            text = painter.fontMetrics().elidedText(name, _ELIDE, room.width())
            painter.drawText(room, _RIGHT, text)
        painter.setFont(font)

    def _draw_entries(
        self, painter: QPainter, rect: QRect, found: Sequence[list[Occasion]], *, inside: bool
    ) -> None:
        colours = theme.current()
        font = painter.font()
        painter.setFont(small(font))
        metrics = painter.fontMetrics()
        places = entry_places(rect, len(found))
        for (one, *more), place in zip(found, places, strict=False):
            count = f"{len(more) + 1}名" if more else ""
            sign = QRect(place.left(), place.top(), line(), place.height())
            painter.setPen(QColor(sign_colour(one.kind)))
            painter.setFont(small(bold(font)))
            painter.drawText(sign, _CENTRE, one.sign)
            painter.setFont(small(font))
            painter.setPen(QColor(colours.text if inside else colours.quiet))
            painter.drawText(place, _RIGHT, count)
            taken = metrics.horizontalAdvance(count)
            room = place.adjusted(sign.width() + 1, 0, -taken, 0)
            words = one.text if more else one.short
            painter.drawText(room, _LEFT, metrics.elidedText(words, _ELIDE, room.width()))
        if len(found) > len(places):
            below = QRect(rect.left(), rect.bottom() - line(), rect.width() - _PADDING, line())
            painter.setPen(QColor(colours.quiet))
            rest = f"ほか{len(found) - len(places)}件" if places else f"{len(found)}件"
            painter.drawText(below, _RIGHT, rest)
        painter.setFont(font)


def line() -> int:
    """Return the height of a line of a day in pixels."""
    return round(theme.row_height() * _LINE)


def entry_places(rect: QRect, count: int) -> list[QRect]:
    """Return where the entries of a day stand; the last line says how many more there are."""
    room = max((rect.height() - line() - 2) // line(), 0)
    shown = count if count <= room else max(room - 1, 0)
    top, width = rect.top() + line() + 2, rect.width() - 2 * _PADDING
    return [
        QRect(rect.left() + _PADDING, top + number * line(), width, line())
        for number in range(shown)
    ]


def sign_colour(kind: OccasionKind) -> str:
    """Return the colour of the letter before an entry of a kind."""
    colours = theme.current()
    return {
        OccasionKind.REQUEST: colours.problem,
        OccasionKind.MEETING: colours.warning,
        OccasionKind.OPENING: colours.good,
        OccasionKind.ACTIVITY: colours.accent,
        OccasionKind.SESSION: colours.quiet,
        OccasionKind.LOG: colours.accent,
    }[kind]
