"""A field for the day by which something is to follow: 明日, 来週火, 3日後, 12/5."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from app.gui.widgets.wareki_edit import WarekiEdit
from app.timeline.due_day import parse_due_day


class DueEdit(WarekiEdit):
    """``value() -> date | None``; what was understood is shown at once in 和暦."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earliest: date | None = None
        self.line.setPlaceholderText("例：明日、来週火、3日後、12/5")

    def set_value(self, value: date | None) -> None:
        """Show a stored day; it may stay even where it is past."""
        self._earliest = value
        super().set_value(value)

    def read(self, text: str) -> date:
        return parse_due_day(text, self._day(), earliest=self._earliest)
