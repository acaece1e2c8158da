"""A field for a telephone number, as people write it; local numbers get the area code."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.phones import normalise_phone

_AREA_CODE = "0138"


class PhoneEdit(CheckedEdit):
    """``value() -> str``: the number with hyphens, or an empty text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("電話番号", parent)
        self._area_code = _AREA_CODE
        self.line.setPlaceholderText("例：23-2226")

    def prepare(self, name: str, area_code: str = _AREA_CODE) -> None:
        """Say what the field is called (「携帯電話」) and which area code goes without saying."""
        self._area_code = area_code
        self.line.setAccessibleName(name)
        self.understood.setAccessibleName(f"{name}：読み取った内容")

    def read(self, text: str) -> str:
        return normalise_phone(text, self._area_code)
