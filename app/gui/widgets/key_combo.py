"""A choice of one of a short list with a key for each, written before it: the key chooses it.

Digits stand for the first nine, or letters where there are more.
"""

from __future__ import annotations

import string
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.gui.widgets.key_choice import key_of

_LETTERS = 6


class KeyCombo(QComboBox):
    """``picked`` says that a key or a click chose something: a form then goes on."""

    picked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LETTERS)
        self.activated.connect(self.picked)

    def offer(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these, each with its key; nothing is chosen."""
        self.clear()
        for key, (name, value) in zip(string.ascii_uppercase, choices, strict=False):
            self.addItem(f"{key}　{name}", value)
        for name, value in choices[len(string.ascii_uppercase) :]:
            self.addItem(f"　　{name}", value)
        self.setCurrentIndex(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        place = string.ascii_uppercase.find(key_of(event) or " ")
        if 0 <= place < self.count():
            self.setCurrentIndex(place)
            self.picked.emit()
        else:
            super().keyPressEvent(event)
