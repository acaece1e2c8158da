"""A dialog that asks for one of a few things, each a button that says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)


class ChoiceDialog(QDialog):
    """Shows the options below each other; Esc chooses none."""

    def __init__(
        self, title: str, text: str, options: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chosen: int | None = None
        layout = QVBoxLayout(self)
        label = QLabel(text)
        label.setWordWrap(True)
        layout.addWidget(label)
        self.buttons = [QPushButton(option) for option in options]
        for button in self.buttons:
            button.setAutoDefault(True)
            button.clicked.connect(self._take)
            layout.addWidget(button)
        box = QDialogButtonBox()
        box.addButton("やめる", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        layout.addWidget(box)

    def ask(self) -> int | None:
        """Show the dialog and return the position of what was chosen."""
        self.exec()
        return self.chosen

    @Slot()
    def _take(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.chosen = self.buttons.index(button)
            self.accept()
