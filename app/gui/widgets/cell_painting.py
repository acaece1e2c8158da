"""How cells of a grid are drawn that a delegate paints: their ground, their letters, the frame."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from app.gui.framework import theme

_SMALLER = 0.82
_FRAME = 2
_TINT = 0.10


def small(font: QFont) -> QFont:
    """Return a smaller font of the same kind."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * _SMALLER)
    return made


def bold(font: QFont) -> QFont:
    """Return the same font in bold."""
    made = QFont(font)
    made.setBold(True)
    return made


def draw_ground(painter: QPainter, rect: QRect, row: int, *, tinted: bool = False) -> None:
    """Fill a cell as its row wants it, tinted where it stands out, with a line at its right."""
    colours = theme.current()
    painter.fillRect(rect, QColor(colours.stripe if row % 2 else colours.paper))
    if tinted:
        tint = QColor(colours.accent)
        tint.setAlphaF(_TINT)
        painter.fillRect(rect, tint)
    painter.setPen(QColor(colours.line))
    painter.drawLine(rect.topRight(), rect.bottomRight())


def draw_frame(painter: QPainter, rect: QRect, *, focused: bool) -> None:
    """Draw the frame of the current cell, dashed while the keyboard is elsewhere."""
    colours = theme.current()
    pen = QPen(QColor(colours.accent if focused else colours.frame), _FRAME)
    if not focused:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -2, -2))
