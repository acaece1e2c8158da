"""What a card says, group by group: a grid of labels and texts that can be selected."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

Fact = tuple[str, str]
Group = tuple[str, tuple[Fact, ...]]
_LONG = 30
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse


class FactsGrid:
    """Fills a widget with groups of facts, each under its heading."""

    def __init__(self, panel: QWidget) -> None:
        self._grid = QGridLayout(panel)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)

    def show(self, groups: Sequence[Group]) -> None:
        """Show these in place of what was there."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        row = 0
        for title, facts in groups:
            heading = QLabel(title)
            heading.setProperty("heading", True)  # noqa: FBT003
            heading.setContentsMargins(0, 8 if row else 0, 0, 0)
            self._grid.addWidget(heading, row, 0, 1, 2)
            row += 1
            for label, text in facts:
                self._add(row, title, label, text)
                row += 1

    def _add(self, row: int, title: str, label: str, text: str) -> None:
        name = QLabel(label)
        name.setProperty("quiet", True)  # noqa: FBT003
        value = QLabel(text)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        value.setMinimumWidth(1)  # a long address for mail must not push the others out of sight
        value.setToolTip(text if len(text) > _LONG and " " not in text else "")
        value.setTextInteractionFlags(_SELECTABLE)
        value.setAccessibleName(f"{title}の{label}：{text}")
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
