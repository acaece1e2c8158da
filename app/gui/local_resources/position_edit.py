"""A field for a position: ``41.7688, 140.7288``, or the address of a map pasted from a browser."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.local_resources.position_text import position_text, read_position


class PositionEdit(CheckedEdit):
    """``value() -> tuple[float, float] | None``: latitude and longitude in degrees."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("地図の位置", parent)
        self.line.setPlaceholderText("例：41.7688, 140.7288（緯度、経度）")

    def nothing(self) -> tuple[float, float] | None:
        return None

    def read(self, text: str) -> tuple[float, float]:
        return read_position(text)

    def write(self, value: Any) -> str:
        return position_text(*value)

    def repeat(self, value: Any) -> str:
        return f"北緯{value[0]:.4f}度、東経{value[1]:.4f}度"
