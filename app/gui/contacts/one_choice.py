"""Choosing one person or organisation by typing; who was chosen stands there until changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.widgets.person_picker import Choice, PersonPicker


class OneChoice(QWidget):
    """``chosen`` says that one was picked; ``key`` and ``name`` are those of who it is."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key: int | None = None
        self.name = ""
        self._find: Callable[[str], Sequence[Choice]] | None = None
        self._found: dict[int, Choice] = {}
        self._typed = ""
        self.picker = PersonPicker()
        self.picker.prepare(self._search)
        self.picker.picked.connect(self._picked)
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.again = QPushButton("選び直す")
        self.again.clicked.connect(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.label, 1)
        row.addWidget(self.again)
        column.addWidget(self.picker)
        column.addLayout(row)
        self.setFocusProxy(self.picker)

    def prepare(self, what: str, hint: str, find: Callable[[str], Sequence[Choice]]) -> None:
        """Say what is looked for (人, 団体), by what, and how it is found."""
        self._find = find
        self.picker.line.setAccessibleName(f"{what}を探す")
        self.picker.list.setAccessibleName(f"見つかった{what}")
        self.picker.line.setPlaceholderText(hint)

    @property
    def typed(self) -> str:
        """What was typed when the choice was made."""
        return self._typed

    @Slot()
    def begin(self) -> None:
        """Begin with nobody."""
        self.key, self.name = None, ""
        self.picker.line.clear()
        self.picker.show()
        self.label.hide()
        self.again.hide()
        self.picker.line.setFocus()

    def show_fixed(self, name: str) -> None:
        """Show somebody who cannot be changed."""
        self.key, self.name = None, name
        self._show_name(name)
        self.again.hide()

    def _search(self, text: str) -> Sequence[Choice]:
        self._typed = text
        found = self._find(text) if self._find else ()
        self._found = {choice.key: choice for choice in found}
        return found

    @Slot(int)
    def _picked(self, key: int) -> None:
        self.key, self.name = key, self._found[key].title
        self._show_name(self.name)
        self.again.show()
        self.chosen.emit()

    def _show_name(self, name: str) -> None:
        self.label.setText(name)
        self.label.show()
        self.picker.hide()
