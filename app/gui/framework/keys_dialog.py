"""The keys of the page that is shown, and of the window (F1)."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework.shortcuts import KeyHelp


class KeysDialog(QDialog):
    """A table of keys; Esc or Enter closes it."""

    def __init__(
        self, sections: Iterable[tuple[str, Iterable[KeyHelp]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("キーの一覧")
        table = QWidget()
        grid = QGridLayout(table)
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        row = 0
        for title, keys in sections:
            heading = QLabel(title)
            heading.setProperty("heading", True)  # noqa: FBT003
            grid.addWidget(heading, row, 0, 1, 2)
            for key in keys:
                row += 1
                grid.addWidget(QLabel(key.keys), row, 0)
                grid.addWidget(QLabel(key.text), row, 1)
            row += 1
        grid.setRowStretch(row, 1)
        area = QScrollArea()
        area.setWidget(table)
        area.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.addWidget(area)
        box = QDialogButtonBox()
        box.addButton("閉じる", QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.accept)
        column.addWidget(box)
        self.resize(table.sizeHint().width() + 80, min(table.sizeHint().height() + 100, 640))
