"""A field for a time of day: ``10``, ``1030``, ``10:30``, ``10時半``, ``午後1時``."""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.errors import Refusal
from app.kernel.text import quoted

_NOON = 12
_HOURS, _MINUTES = 24, 60
_SPELLINGS = (
    re.compile(r"(\d{1,2})[:時.](\d{1,2})分?"),
    re.compile(r"(\d{1,2})(\d{2})"),
    re.compile(r"(\d{1,2})時?"),
)


def parse_time(text: str) -> time:
    """Return the time a text means.  Raises ``Refusal`` where it means none."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace("半", "30分")
    afternoon = plain.startswith("午後")
    plain = plain.removeprefix("午後").removeprefix("午前")
    for spelling in _SPELLINGS:
        found = spelling.fullmatch(plain)
        if found:
            hour, minute = int(found[1]), int(found[2]) if spelling.groups > 1 else 0
            hour += _NOON if afternoon and hour < _NOON else 0
            if hour < _HOURS and minute < _MINUTES:
                return time(hour, minute)
    said = "は時刻として読み取れません。10:30 や 1030 のように入力してください。"
    raise Refusal(f"{quoted(text)}{said}")


class TimeEdit(CheckedEdit):
    """``value() -> time | None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("時刻", parent)
        self.line.setPlaceholderText("例：10:30")

    def prepare(self, name: str) -> None:
        """Say what the field is called."""
        self.line.setAccessibleName(name)
        self.understood.setAccessibleName(f"{name}：読み取った内容")

    def nothing(self) -> time | None:
        return None

    def read(self, text: str) -> time:
        return parse_time(text)

    def write(self, value: Any) -> str:
        return f"{value:%H:%M}"

    def repeat(self, value: Any) -> str:
        return f"{value.hour}時{value.minute:02}分"
