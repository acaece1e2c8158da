"""The hint that somebody being written down may be known already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.contacts.queries import Candidate
from app.kernel.wareki import format_day

_SHOWN = 3


class SamePerson(QWidget):
    """Hidden while nobody is alike; ``wanted`` carries the key of a card to be opened."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.buttons: list[QPushButton] = []
        self.title = QLabel("同じ方かもしれません。押すとその方のカードを開きます。")
        self.title.setProperty("warning", True)  # noqa: FBT003
        self.title.setWordWrap(True)
        self._column.addWidget(self.title)
        self.hide()

    def offer(self, candidates: Sequence[Candidate]) -> None:
        """Show who it may be, the surest first."""
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = []
        for candidate in candidates[:_SHOWN]:
            button = QPushButton(_text(candidate))
            button.setProperty("link", True)  # noqa: FBT003
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setProperty("person", candidate.person.id)
            button.setToolTip("・".join(candidate.likeness.reasons))
            button.clicked.connect(self._open)
            self._column.addWidget(button)
            self.buttons.append(button)
        self.setVisible(bool(self.buttons))

    @Slot()
    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.wanted.emit(int(button.property("person")))


def _text(candidate: Candidate) -> str:
    row = candidate.person
    born = "" if row.birth_date is None else f"{format_day(row.birth_date)}生まれ"
    who = "　".join(part for part in (row.name, born) if part)
    reasons = f"（{'・'.join(candidate.likeness.reasons)}）"
    return "\n".join(part for part in (who, row.address, reasons) if part)
