"""A field for an amount of money that may be left empty: 12,345円, １２３４５, △500, 7,976千円."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.errors import Refusal
from app.kernel.yen import read_yen, yen_text


class YenEdit(CheckedEdit):
    """``value() -> int | None``; nought is shown as nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("金額", parent)

    def prepare(self, name: str, hint: str = "円") -> None:
        """Say what the field is called and what an empty one means."""
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint)
        self.understood.setAccessibleName(f"{name}：読み取った内容")

    def nothing(self) -> int | None:
        return None

    def understood_value(self) -> int | None:
        """Return the amount, or nothing where there is none that can be read."""
        try:
            amount: int | None = self.value()
        except Refusal:
            return None
        return amount

    def read(self, text: str) -> int:
        return read_yen(text)

    def write(self, value: Any) -> str:
        return yen_text(value)

    def repeat(self, value: Any) -> str:
        return f"{yen_text(value)}円"
