"""A field for 按分: a line for each programme, in percent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.accounting.account import ProgrammeId
from app.accounting.share_text import read_share, share_text, shares_typed

Shares = tuple[tuple[ProgrammeId, int], ...]


class SharesEdit(QWidget):
    """``value() -> Shares``; empty where this work bears all of it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.lines: dict[ProgrammeId, QLineEdit] = {}

    def offer(self, programmes: Sequence[tuple[ProgrammeId, str]]) -> None:
        """Ask for the shares of these; what was typed is forgotten."""
        while self._rows.rowCount():
            self._rows.removeRow(0)
        self.lines = {}
        for number, (key, name) in enumerate(programmes):
            line = QLineEdit()
            line.setAccessibleName(f"{name}の割合（％）")
            line.setPlaceholderText("全部（％で分けるとき記入）" if number == 0 else "％")
            line.textChanged.connect(self.edited)
            self._rows.addRow(name, line)
            self.lines[key] = line
        if self.lines:
            self.setFocusProxy(next(iter(self.lines.values())))

    def value(self) -> Shares:
        """Return the shares.  Raises ``Refusal`` for what is no percentage."""
        typed: list[tuple[ProgrammeId, int | None]] = []
        for key, line in self.lines.items():
            text = line.text().strip()
            typed.append((key, read_share(text) if text else None))
        return shares_typed(typed)

    def set_value(self, value: Any) -> None:
        """Show shares."""
        shares = dict(value or ())
        for key, line in self.lines.items():
            line.setText(share_text(shares[key]) if key in shares else "")

    def typed(self) -> tuple[str, ...]:
        return tuple(line.text() for line in self.lines.values())
