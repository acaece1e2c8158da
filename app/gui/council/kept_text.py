"""A long text that is saved when its field is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeptText(QObject):
    """``keep`` stores a text and returns whether it could; what was refused stays in the field."""

    def __init__(self, edit: QPlainTextEdit, keep: Callable[[str], bool]) -> None:
        super().__init__(edit)
        self._edit, self._keep = edit, keep
        self._stored = ""
        edit.setTabChangesFocus(True)
        edit.installEventFilter(self)

    @property
    def dirty(self) -> bool:
        """Whether what stands in the field differs from what is stored."""
        return self._edit.toPlainText().strip() != self._stored

    def show(self, text: str, *, anew: bool) -> None:
        """Show what is stored; what is being typed stays, unless it is of something else."""
        replaced = anew or not self.dirty
        self._stored = text
        if replaced and self.dirty:
            self._edit.setPlainText(text)

    def save(self) -> bool:
        """Store what was typed; return whether nothing is left to be stored."""
        if not self.dirty:
            return True
        text = self._edit.toPlainText().strip()
        if self._keep(text):
            self._stored = text
            return True
        return False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.FocusOut:
            self.save()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in _ENTER and held:
                self.save()
                return True
        return False
