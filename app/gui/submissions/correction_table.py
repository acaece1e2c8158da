"""訂正: where something is different now from what was handed in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.kernel.wareki import format_day
from app.submissions.corrections import Correction

_HEADINGS = ("場所", "提出したとき", "いま")
_ISO_DAY = re.compile(r"\b[0-9]{4}-[01][0-9]-[0-3][0-9]\b")
_CAME, _WENT = "（ありませんでした）", "（なくなりました）"


class CorrectionTable(QTableWidget):
    """A row for each difference; long texts are wrapped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self.setHorizontalHeaderLabels(list(_HEADINGS))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        self.setMinimumHeight(1)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)

    def show_corrections(self, found: Sequence[Correction]) -> None:
        """Show these."""
        self.setRowCount(len(found))
        for row, one in enumerate(found):
            texts = (one.where, one.was or _CAME, one.now or _WENT)
            for column, plain in enumerate(texts):
                text = _ISO_DAY.sub(_day, plain)
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)


def _day(found: re.Match[str]) -> str:
    """Write a day of the kept values as people do; what is none stays as it is."""
    try:
        return format_day(date.fromisoformat(found[0]), "R8.4.1")
    except ValueError:
        return found[0]
