"""A field for a day, in any spelling people use; the day is repeated beside it in 和暦."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from app.gui.widgets.checked_edit import CheckedEdit
from app.kernel.ages import age_on
from app.kernel.wareki import format_day, parse_day

_DAY_EMS, _WITH_AGE_EMS = 8.5, 11.0
"""The room a day takes on two lines beside the field."""


class WarekiEdit(CheckedEdit):
    """``value() -> date | None``.  Set ``today`` before it is used; ages are shown on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("日付", parent)
        self._today: Callable[[], date] | None = None
        self._with_age = False
        self.line.setPlaceholderText("例：r8.4.1")

    def prepare(
        self, today: Callable[[], date], name: str = "日付", *, with_age: bool = False
    ) -> None:
        """Say what day it is, what the field is called, and whether the age is of interest."""
        self._today = today
        self._with_age = with_age
        self.beside_ems = _WITH_AGE_EMS if with_age else _DAY_EMS
        self.line.setAccessibleName(name)
        self.understood.setAccessibleName(f"{name}：読み取った内容")

    def nothing(self) -> date | None:
        return None

    def read(self, text: str) -> date:
        return parse_day(text, self._day())

    def write(self, value: Any) -> str:
        return format_day(value)

    def repeat(self, value: Any) -> str:
        written = format_day(value, "令和8年(2026年)4月1日(水)")
        if self._with_age and value <= self._day():
            return f"{written} {age_on(value, self._day())}歳"
        return written

    def _day(self) -> date:
        if self._today is None:
            raise RuntimeError("prepare() was not called")
        return self._today()
