"""A field for a number that may be left empty: 12, １２人."""

from __future__ import annotations

import unicodedata
from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.errors import Refusal
from app.kernel.text import quoted

_DIGITS = 6


class CountEdit(CheckedEdit):
    """``value() -> int | None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("数", parent)
        self._unit = ""
        self.understood.hide()

    def prepare(self, name: str, unit: str, hint: str = "") -> None:
        """Say what the field is called, what it counts, and what an empty one means."""
        self._unit = unit
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(hint or unit)

    def nothing(self) -> int | None:
        return None

    def read(self, text: str) -> int:
        plain = unicodedata.normalize("NFKC", text).replace(",", "").removesuffix(self._unit)
        plain = plain.strip()
        if not plain.isdecimal() or len(plain) > _DIGITS:
            raise Refusal(f"{quoted(text)}は数として読み取れません。12 のように入力してください。")
        return int(plain)

    def set_value(self, value: Any) -> None:
        """Show a number; nought is one."""
        self.line.setText("" if value is None else self.write(value))

    def write(self, value: Any) -> str:
        return f"{value}{self._unit}"
