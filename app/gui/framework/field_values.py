"""How an edit form reads and shows each kind of editor."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)


class Reader(Protocol):
    """One editor, seen as a value."""

    edited: SignalInstance

    def read(self) -> Any:
        """Return the value.  Raises ``Refusal`` if what was typed cannot be understood."""

    def show(self, value: Any) -> None:
        """Show a value."""

    def typed(self) -> Any:
        """Return what is in the editor, understood or not, to tell whether it changed."""


class _Line:
    def __init__(self, editor: QLineEdit) -> None:
        self._editor = editor
        self.edited = editor.textChanged

    def read(self) -> str:
        return " ".join(self._editor.text().splitlines()).strip()  # what is pasted may have lines

    def show(self, value: Any) -> None:
        self._editor.setText("" if value is None else str(value))

    def typed(self) -> str:
        return self._editor.text()


class _Text:
    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self.edited = editor.textChanged
        editor.setTabChangesFocus(True)

    def read(self) -> str:
        return self._editor.toPlainText().strip()

    def show(self, value: Any) -> None:
        self._editor.setPlainText("" if value is None else str(value))

    def typed(self) -> str:
        return self._editor.toPlainText()


class _Choice:
    def __init__(self, editor: QComboBox) -> None:
        self._editor = editor
        self.edited = editor.currentIndexChanged

    def read(self) -> Any:
        return self._editor.currentData()

    def show(self, value: Any) -> None:
        data = [self._editor.itemData(n) for n in range(self._editor.count())]
        self._editor.setCurrentIndex(data.index(value) if value in data else -1)

    def typed(self) -> int:
        return self._editor.currentIndex()


class _Check:
    def __init__(self, editor: QCheckBox) -> None:
        self._editor = editor
        self.edited = editor.toggled

    def read(self) -> bool:
        return self._editor.isChecked()

    def show(self, value: Any) -> None:
        self._editor.setChecked(bool(value))

    def typed(self) -> bool:
        return self._editor.isChecked()


class _Number:
    def __init__(self, editor: QSpinBox) -> None:
        self._editor = editor
        self.edited = editor.valueChanged

    def read(self) -> int:
        return self._editor.value()

    def show(self, value: Any) -> None:
        self._editor.setValue(int(value or 0))

    def typed(self) -> int:
        return self._editor.value()


class _Own:
    """One of our own widgets: ``value()``, ``set_value(value)``, ``typed()``, ``edited``."""

    def __init__(self, editor: Any) -> None:
        self._editor = editor
        self.edited = editor.edited

    def read(self) -> Any:
        return self._editor.value()

    def show(self, value: Any) -> None:
        self._editor.set_value(value)

    def typed(self) -> Any:
        return self._editor.typed()


def reader_of(editor: QWidget) -> Reader:
    """Return the reader for an editor.  Raises ``TypeError`` for a widget that is none."""
    if hasattr(editor, "set_value"):
        return _Own(editor)
    if isinstance(editor, QLineEdit):
        return _Line(editor)
    if isinstance(editor, QPlainTextEdit):
        return _Text(editor)
    if isinstance(editor, QComboBox):
        return _Choice(editor)
    if isinstance(editor, QCheckBox):
        return _Check(editor)
    if isinstance(editor, QSpinBox):
        return _Number(editor)
    raise TypeError(type(editor).__name__)
