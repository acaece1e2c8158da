"""A dialog that asks which of many things: a list of ticks, all of them set at first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework import theme

_ROWS, _AROUND = 16, 5
"""How many rows are seen at once, and the room of what stands around them, in rows."""
_ROLE = QDialogButtonBox.ButtonRole


class ChecklistDialog(QDialog):
    """Space sets and takes a tick; without any there is nothing to go on with."""

    def __init__(
        self, title: str, text: str, options: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        label = QLabel(text)
        label.setWordWrap(True)
        self.optionList = QListWidget()
        self.optionList.setAccessibleName(text)
        for option in options:
            item = QListWidgetItem(option, self.optionList)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setSizeHint(QSize(0, theme.row_height()))
        self.optionList.setCurrentRow(0)
        self.allButton, self.noneButton = QPushButton("すべて"), QPushButton("すべて外す")
        box = QDialogButtonBox()
        self.goOnButton = box.addButton("進む", _ROLE.AcceptRole)
        box.addButton("やめる", _ROLE.RejectRole)
        ticks = QHBoxLayout()
        for button in (self.allButton, self.noneButton):
            button.setAutoDefault(False)
            ticks.addWidget(button)
        ticks.addStretch(1)
        self.goOnButton.setDefault(True)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.optionList)
        layout.addLayout(ticks)
        layout.addWidget(box)
        self.resize(420, (min(len(options), _ROWS) + _AROUND) * theme.row_height())
        self.allButton.clicked.connect(self._set_all)
        self.noneButton.clicked.connect(self._take_all)
        self.optionList.itemChanged.connect(self._allow)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)

    @property
    def ticked(self) -> list[int]:
        """The positions that have a tick."""
        items = (self.optionList.item(row) for row in range(self.optionList.count()))
        return [row for row, item in enumerate(items) if item.checkState() is Qt.CheckState.Checked]

    def ask(self) -> list[int] | None:
        """Show the dialog and return the positions of what is ticked."""
        return self.ticked if self.exec() else None

    @Slot()
    def _set_all(self) -> None:
        self._tick(Qt.CheckState.Checked)

    @Slot()
    def _take_all(self) -> None:
        self._tick(Qt.CheckState.Unchecked)

    def _tick(self, state: Qt.CheckState) -> None:
        for row in range(self.optionList.count()):
            self.optionList.item(row).setCheckState(state)

    @Slot()
    def _allow(self) -> None:
        self.goOnButton.setEnabled(bool(self.ticked))
