"""A field for the year of a birth whose day is not known: 1950, s25, 昭和25年."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day, parse_day

_WESTERN = re.compile(r"(\d{4})年?")


class YearEdit(CheckedEdit):
    """``value() -> int | None``: a year of the Western calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("生年だけ", parent)
        self._today: Callable[[], date] | None = None
        self.line.setPlaceholderText("例：s25")

    def prepare(self, today: Callable[[], date]) -> None:
        """Say what day it is."""
        self._today = today

    def nothing(self) -> int | None:
        return None

    def read(self, text: str) -> int:
        plain = unicodedata.normalize("NFKC", text)
        found = _WESTERN.fullmatch(plain)
        if found is not None:
            return int(found[1])
        if self._today is None:
            raise RuntimeError("prepare() was not called")
        try:
            # The last day of the year: 平成元年 began on 8 January.
            return parse_day(f"{plain.removesuffix('年')}年12月31日", self._today()).year
        except Refusal:
            raise Refusal(
                f"生年「{text}」が分かりません。1950 か 昭和25年 のように入力してください。"
            ) from None

    def repeat(self, value: Any) -> str:
        if not 1800 <= value <= 2200:
            raise Refusal("西暦4桁で確かめてください。")
        era = format_day(date(value, 12, 31)).split("年")[0]
        return f"{era}年（{value}年）生まれ"
