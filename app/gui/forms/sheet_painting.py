"""How cells are painted over the picture of their sheet: fields, the chosen one.

What a field is, is told by its edge as well as by its colour.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from app.gui.framework.palettes import LIGHT

_CHIPS = {
    "mark": ("#cfe8ee", LIGHT.on_chosen, LIGHT.accent, Qt.PenStyle.SolidLine),
    "tag": ("#f7ecc9", "#3d2f00", LIGHT.warning, Qt.PenStyle.DashLine),
    "asked": ("#fbe0dd", "#5c100b", LIGHT.problem, Qt.PenStyle.SolidLine),
}
"""The colour of the ground, of the text and of the edge, and the edge's line."""

_SMALLEST, _LARGEST = 7, 15
"""The text of a field, in pixels."""
_LEAST_WIDTH = 10


def paint_paper(painter: QPainter, rect: QRectF, picture: QImage) -> None:
    """Paint the page, or white paper while it is drawn."""
    if picture.isNull():
        painter.fillRect(rect, QColor("#ffffff"))
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, picture)
    painter.setPen(QPen(QColor(LIGHT.line), 1))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))


def paint_chip(painter: QPainter, rect: QRectF, text: str, kind: str) -> None:
    """Paint a field over its cell."""
    ground, ink, edge, line = _CHIPS[kind]
    inside = rect.adjusted(1, 1, -1, -1)
    painter.fillRect(inside, QColor(ground))
    painter.setPen(QPen(QColor(edge), 1, line))
    painter.drawRect(inside)
    if inside.width() < _LEAST_WIDTH:
        return
    font = QFont(painter.font())
    font.setPixelSize(round(min(max(inside.height() * 0.62, _SMALLEST), _LARGEST)))
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(ink))
    room = inside.adjusted(2, 0, -2, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.setClipRect(inside)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    painter.restore()


def paint_under(painter: QPainter, rect: QRectF) -> None:
    """Paint the cell under the mouse."""
    painter.fillRect(rect, QColor(11, 95, 115, 28))
    painter.setPen(QPen(QColor(LIGHT.accent), 1, Qt.PenStyle.DotLine))
    painter.drawRect(rect)


def paint_chosen(painter: QPainter, rect: QRectF, *, focused: bool) -> None:
    """Paint the edge of the chosen cell: whole while keys go to it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    line = Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine
    pen = QPen(QColor(LIGHT.accent_pressed), 3, line)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(rect.adjusted(-1, -1, 1, 1))


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """Show that keys go to the page while no cell is chosen."""
    painter.setPen(QPen(QColor(LIGHT.accent), 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
