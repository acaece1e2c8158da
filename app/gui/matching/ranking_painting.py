"""How a row beside a request is drawn: the name and the points, below them every reason."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.gui.framework import theme
from app.gui.matching.ranking_model import RankingModel
from app.gui.matching.ranking_rows import Asked, Heading, Row

Index = QModelIndex | QPersistentModelIndex
_SMALLER = 0.92
_SIDE, _TOP = 8, 5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEADING = 1.3
_GAP = "　"


@lru_cache(maxsize=1024)
def _flow(texts: tuple[str, ...], width: int, font: str) -> tuple[str, ...]:
    """Return texts set in lines: one is only broken where it is wider than a line itself."""
    made = QFont()
    made.fromString(font)
    fits = QFontMetrics(made).horizontalAdvance
    lines = [""]
    for text in texts:
        joined = lines[-1] + _GAP + text if lines[-1] else text
        if fits(joined) <= width:
            lines[-1] = joined
            continue
        if lines[-1]:
            lines.append("")
        for letter in text:
            if lines[-1] and fits(lines[-1] + letter) > width:
                lines.append("")
            lines[-1] += letter
    return tuple(lines)


class RankingDelegate(QStyledItemDelegate):
    """Draws rows as high as their reasons need."""

    def __init__(self, view: QListView, model: RankingModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        row = self._model.at(index)
        width = self._view.viewport().width()
        if row is None or isinstance(row, Heading):
            return QSize(width, round(theme.row_height() * 0.95))
        below = len(self._lines(row, width, option.font)) * _leading(_small(option.font))
        return QSize(width, _TOP * 2 + self._line(option.font) + below)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.at(index)
        if row is None:
            return
        rect: QRect = option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, rect, row, chosen=chosen)
        if isinstance(row, Heading):
            self._heading(painter, rect, row)
        else:
            self._row(painter, rect, row, option.font, chosen=chosen)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QColor(theme.current().accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, row: Row, *, chosen: bool) -> None:
        colours = theme.current()
        plain = colours.window if isinstance(row, Heading) else colours.paper
        painter.fillRect(rect, QColor(colours.chosen if chosen else plain))
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _heading(self, painter: QPainter, rect: QRect, row: Heading) -> None:
        colours = theme.current()
        painter.setFont(_bold(painter.font()))
        painter.setPen(QColor(colours.accent if row.opens else colours.text))
        painter.drawText(rect.adjusted(_SIDE, 0, -_SIDE, 0), _LEFT, row.text)

    def _row(self, painter: QPainter, rect: QRect, row: Row, font: QFont, *, chosen: bool) -> None:
        assert not isinstance(row, Heading)
        colours = theme.current()
        text = QColor(colours.on_chosen if chosen else colours.text)
        line = QRect(rect.left() + _SIDE, rect.top() + _TOP, rect.width() - 2 * _SIDE, 0)
        line.setHeight(self._line(font))
        painter.setFont(_bold(font))
        badge = painter.fontMetrics().horizontalAdvance(row.badge) + _SIDE
        painter.setPen(text)
        name = line.adjusted(0, 0, -badge, 0)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            name, _LEFT, painter.fontMetrics().elidedText(row.text, elide, name.width())
        )
        painter.setPen(text if chosen else QColor(colours.accent))
        painter.drawText(line, _RIGHT, row.badge)
        self._below(painter, line, row, font, chosen=chosen)

    def _below(
        self, painter: QPainter, line: QRect, row: Row, font: QFont, *, chosen: bool
    ) -> None:
        painter.setFont(_small(font))
        height, top = _leading(_small(font)), line.bottom() + 1
        for text, colour in self._lines(row, line.width() + 2 * _SIDE, font):
            painter.setPen(QColor(theme.current().on_chosen if chosen else colour))
            painter.drawText(QRect(line.left(), top, line.width(), height), _LEFT, text)
            top += height

    def _lines(self, row: Row, width: int, font: QFont) -> list[tuple[str, str]]:
        """Return each line below the name with its colour."""
        colours = theme.current()
        small, room = _small(font).toString(), max(width - 2 * _SIDE, 1)
        lines = []
        for number, group in enumerate(row.said):
            quiet = number > 0 or isinstance(row, Asked)
            colour = colours.quiet if quiet else colours.text
            lines += [(line, colour) for line in _flow(group, room, small)]
        for one in row.warnings:
            lines += [(line, colours.warning) for line in _flow((f"注意：{one}",), room, small)]
        return lines

    def _line(self, font: QFont) -> int:
        return round(QFontMetrics(font).height() * 1.3)


def _leading(font: QFont) -> int:
    return round(QFontMetrics(font).height() * _LEADING)


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALLER)
    return made


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setBold(True)
    return made
