"""Typing Japanese as an input method does: ``qtbot.keyClicks`` aborts on it."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Commit text without showing it as preedit first."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def preedit(widget: QWidget, text: str) -> None:
    """Show text that is still being composed."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def convert(widget: QWidget, reading: str, written: str) -> None:
    """Type a reading kana by kana, convert it, and commit what it is written as."""
    for length in range(1, len(reading) + 1):
        preedit(widget, reading[:length])
    preedit(widget, written)
    type_text(widget, written)
