"""The field for what was said: Enter saves, Shift+Enter begins a new line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_LINES = 4
"""How many lines are seen unless ``prepare`` says otherwise."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEdit(QPlainTextEdit):
    """``submitted`` says that Enter was pressed; while a word is being converted it never is."""

    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _LINES
        self.setTabChangesFocus(True)
        self.setPlaceholderText("話した内容（Enter で保存、Shift+Enter で改行）")
        self._fit()

    def prepare(self, hint: str, lines: int) -> None:
        """Say what stands in the empty field, and how many lines are seen."""
        self.setPlaceholderText(hint)
        self._lines = lines
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and held == Qt.KeyboardModifier.NoModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 20)
