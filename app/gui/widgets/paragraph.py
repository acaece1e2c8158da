"""A label for sentences: wrapped, with room between its lines.

The lines of BIZ UDGothic touch one another as the font has no gap of its own.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LINE = "<p style='line-height:145%; margin:0'>{}</p>"


class Paragraph(QLabel):
    """Shows plain text; what looks like markup is shown as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self._plain = ""

    def setText(self, text: str) -> None:  # noqa: N802
        self._plain = text
        super().setText(_LINE.format(escape(text).replace("\n", "<br>")) if text else "")

    def plain(self) -> str:
        """Return the text as it was given."""
        return self._plain
