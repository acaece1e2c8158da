"""The fields in which two records differ: left, right, and what the one record will say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.duplicates.choosing import Difference
from app.gui.framework import theme

FIELD, LEFT, RIGHT, RESULT = range(4)
_HEADINGS = ("項目", "← 残す方", "統合される方 →", "統合したあと")
_LEAST_ROWS = 3
_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class ChoiceTable(QTableWidget):
    """``merge_wanted`` and ``other_wanted`` carry what was asked for with a key.

    ← and → choose for the row, F2 or a double click types something else.
    """

    merge_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADINGS), parent)
        self._differences: tuple[Difference, ...] = ()
        self._chosen: dict[str, int] = {}
        self.setHorizontalHeaderLabels(_HEADINGS)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(FIELD, QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().hide()
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QTableWidget.EditTrigger.EditKeyPressed | QTableWidget.EditTrigger.DoubleClicked
        )
        self.cellClicked.connect(self._clicked)
        self.itemChanged.connect(self._typed)

    def show_differences(
        self, differences: Sequence[Difference], results: Mapping[str, str]
    ) -> None:
        """Show these, with what is proposed for each."""
        self.blockSignals(True)  # noqa: FBT003  filling is no typing
        self._differences = tuple(differences)
        self._chosen = {}
        self.setRowCount(len(differences))
        for row, one in enumerate(differences):
            texts = (one.label, one.left, one.right, results[one.name])
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFlags(_FIXED)
                item.setToolTip(text)
                if column == RESULT and one.typed:
                    item.setFlags(_FIXED | Qt.ItemFlag.ItemIsEditable)
                self.setItem(row, column, item)
            if results[one.name] == one.right:
                self._chosen[one.name] = RIGHT
            elif results[one.name] == one.left:
                self._chosen[one.name] = LEFT
            self._mark(row)
            self.setRowHeight(row, theme.row_height())
        self.blockSignals(False)  # noqa: FBT003
        if differences:
            self.setCurrentCell(0, RESULT)

    @property
    def taken(self) -> list[str]:
        """The fields for which the right side was chosen."""
        return [name for name, side in self._chosen.items() if side == RIGHT]

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {
            one.name: self._item(row, RESULT).text()
            for row, one in enumerate(self._differences)
            if one.name not in self._chosen
        }

    def choose(self, row: int, side: int) -> None:
        """Take one side for the field in a row."""
        one = self._differences[row]
        self._chosen[one.name] = side
        self.blockSignals(True)  # noqa: FBT003  choosing is no typing
        self._item(row, RESULT).setText(one.left if side == LEFT else one.right)
        self._mark(row)
        self.blockSignals(False)  # noqa: FBT003

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Leave room for a few rows, whatever stands above and below."""
        return QSize(0, self.horizontalHeader().height() + _LEAST_ROWS * theme.row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, row = event.key(), self.currentRow()
        if self.state() == QTableWidget.State.EditingState:
            # The Enter that ends typing comes here as well; it must not merge.
            super().keyPressEvent(event)
            return
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and row >= 0 and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.choose(row, LEFT if key == Qt.Key.Key_Left else RIGHT)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.merge_wanted.emit()
        elif plain and key == Qt.Key.Key_N:
            self.other_wanted.emit()
        elif key == Qt.Key.Key_F2 and row >= 0:
            self.editItem(self._item(row, RESULT))
        else:
            super().keyPressEvent(event)

    def _clicked(self, row: int, column: int) -> None:
        if column in (LEFT, RIGHT):
            self.choose(row, column)

    def _typed(self, item: QTableWidgetItem) -> None:
        if item.column() == RESULT:
            self._chosen.pop(self._differences[item.row()].name, None)
            self.blockSignals(True)  # noqa: FBT003  marking is no typing
            self._mark(item.row())
            self.blockSignals(False)  # noqa: FBT003

    def _mark(self, row: int) -> None:
        """Show in bold which side was taken, and say it to a screen reader."""
        side = self._chosen.get(self._differences[row].name)
        for column in (LEFT, RIGHT):
            item = self._item(row, column)
            font = item.font()
            font.setBold(column == side)
            item.setFont(font)
        said = {LEFT: "残す方", RIGHT: "統合される方"}.get(side or 0, "手で入力")
        text = f"{self._differences[row].label}　{said}　{self._item(row, RESULT).text()}"
        self._item(row, RESULT).setData(Qt.ItemDataRole.AccessibleTextRole, text)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.item(row, column)
        assert item is not None
        return item
