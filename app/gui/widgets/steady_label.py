"""A label whose text changes at every key without moving anything around it.

A ``QLabel`` asks every layout above it to think again when its text changes, and the page is
then painted whole; this one keeps the room it has been given.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.gui.framework import theme

_BIG = 1.4
_LEADING = 1.25


class SteadyLabel(QWidget):
    """Has room for ``lines`` lines of ``ems`` full-width characters.

    What is longer is cut, and shown whole by the tool tip.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._ems, self._lines = 8.0, 1
        self._bold = self._big = self._quiet = self._right = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def prepare(
        self,
        *,
        ems: float,
        lines: int = 1,
        bold: bool = False,
        big: bool = False,
        quiet: bool = False,
        right: bool = False,
    ) -> None:
        """Say how much room is kept, and how the text looks."""
        self._ems, self._lines = ems, lines
        self._bold, self._big, self._quiet, self._right = bold, big, quiet, right
        self.updateGeometry()

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802  as of a label
        """Show a text in the room there is."""
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        scale = _BIG if self._big else 1
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance("国") * self._ems * scale
        return QSize(round(width), round(metrics.height() * self._lines * scale * _LEADING))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(self._own_font())
        colours = theme.current()
        painter.setPen(QColor(colours.quiet if self._quiet else colours.text))
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        if self._lines > 1:
            flags = side | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), int(flags), self._text)
        else:
            metrics = painter.fontMetrics()
            shown = metrics.elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()

    def _own_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(self._bold)
        if self._big:
            font.setPointSizeF(font.pointSizeF() * _BIG)
        return font
