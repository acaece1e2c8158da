"""A choice of one of a few, all of them seen: a digit chooses, as does a click."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.gui.widgets.cell_painting import draw_frame
from app.gui.widgets.flow_row import FlowRow

_FRAME = 3
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def key_of(event: QKeyEvent) -> str:
    """Return the digit or letter a key types, half-width and in capitals; nothing with Ctrl."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    if held != Qt.KeyboardModifier.NoModifier:
        return ""
    return unicodedata.normalize("NFKC", event.text()).upper()


class KeyChoice(QWidget):
    """``value()`` is what was offered with the chosen name, or nothing.

    ``edited`` says that another one is chosen, ``picked`` that a key or a click chose one: a
    form then goes on.
    """

    edited = Signal()
    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.buttons: list[QPushButton] = []
        self.row = FlowRow(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(_FRAME,) * 4)
        column.addWidget(self.row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these, numbered from 1; nothing is chosen."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self._values = [value for _, value in choices]
        self.buttons = [self._button(n, name) for n, (name, _) in enumerate(choices)]
        self.row.updateGeometry()

    def _button(self, place: int, name: str) -> QPushButton:
        button = QPushButton(name, self.row)
        button.setCheckable(True)
        button.setProperty("choice", True)  # noqa: FBT003
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the whole is one field
        button.setToolTip(f"{name}（{place + 1}）")
        button.clicked.connect(lambda: self._pick(place))
        button.show()
        return button

    def value(self) -> object:
        """Return what is chosen, or nothing."""
        place = self.typed()
        return None if place < 0 else self._values[place]

    def set_value(self, value: object) -> None:
        """Choose what stands for a value."""
        self._check(self._values.index(value) if value in self._values else -1)

    def typed(self) -> int:
        places = (n for n, button in enumerate(self.buttons) if button.isChecked())
        return next(places, -1)

    def _check(self, place: int) -> None:
        for number, button in enumerate(self.buttons):
            button.setChecked(number == place)
        name = self.buttons[place].text() if place >= 0 else ""
        self.setAccessibleDescription(name)
        self.edited.emit()

    def _pick(self, place: int) -> None:
        self._check(place)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        typed = key_of(event)
        step = _MOVES.get(Qt.Key(event.key()))
        if typed.isdecimal() and 0 < int(typed) <= len(self.buttons):
            self._pick(int(typed) - 1)
        elif step is not None and self.buttons:
            self._check(min(max(self.typed() + step, 0), len(self.buttons) - 1))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_frame(painter, self.rect(), focused=True)
            painter.end()
