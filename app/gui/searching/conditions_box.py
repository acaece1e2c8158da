"""The conditions of a search, row by row, and whether all must hold or any."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.contacts.custom import CONTACTS, Subject
from app.gui.framework.observable_store import ObservableStore
from app.gui.searching.condition_row import ConditionRow
from app.gui.searching.rows_area import RowsArea
from app.searching.condition import Search

_MOST = 8


class ConditionsBox(QWidget):
    """``changed`` says that something else is asked."""

    changed = Signal()

    def __init__(self, store: ObservableStore, today: Callable[[], date]) -> None:
        super().__init__()
        self._store, self._today = store, today
        self.rows: list[ConditionRow] = []
        self.subjectCombo, self.matchCombo = QComboBox(), QComboBox()
        self.subjectCombo.setAccessibleName("探す対象")
        for subject in CONTACTS:
            self.subjectCombo.addItem(f"{subject.label}を探す", subject)
        self.matchCombo.setAccessibleName("条件の合わせ方")
        self.matchCombo.addItem("すべての条件に合う", userData=True)
        self.matchCombo.addItem("どれかの条件に合う", userData=False)
        self.addButton = QPushButton("条件を加える")
        top = QHBoxLayout()
        for widget in (self.subjectCombo, self.matchCombo, self.addButton):
            top.addWidget(widget)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        self.area = RowsArea()
        column.addWidget(self.area)
        self.addButton.clicked.connect(self.add_row)
        self.subjectCombo.currentIndexChanged.connect(self._other_subject)
        self.matchCombo.currentIndexChanged.connect(self.changed)

    @property
    def subject(self) -> Subject:
        """Whether people or organisations are looked for."""
        subject: Subject = self.subjectCombo.currentData()
        return subject

    def search(self) -> Search:
        """Return what is asked; rows that lack their value ask nothing yet.

        Raises ``Refusal`` for a day that cannot be read.
        """
        asked = tuple(row.condition() for row in self.rows if row.complete)
        return Search(self.subject, asked, bool(self.matchCombo.currentData()))

    def show_search(self, search: Search) -> None:
        """Show a search, in place of what was there."""
        self.blockSignals(True)  # noqa: FBT003
        self.subjectCombo.setCurrentIndex(CONTACTS.index(search.subject))
        self.matchCombo.setCurrentIndex(0 if search.match_all else 1)
        self._clear()
        for condition in search.conditions:
            self._new_row().show_condition(condition)
        self.blockSignals(False)  # noqa: FBT003
        self.changed.emit()

    @Slot()
    def add_row(self) -> None:
        """Begin one more condition."""
        self._new_row().fieldCombo.setFocus()
        self.changed.emit()

    def _new_row(self) -> ConditionRow:
        row = ConditionRow(self._store, self.subject, self._today)
        row.changed.connect(self.changed)
        row.removed.connect(lambda: self._remove(row))
        self.area.column.addWidget(row)
        row.show()  # at once, so that the cursor can go on in it
        row.follow(self.rows[-1].removeButton if self.rows else self.addButton)
        self.rows.append(row)
        self.addButton.setEnabled(len(self.rows) < _MOST)
        return row

    def _remove(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self.area.column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.addButton.setEnabled(True)
        self.addButton.setFocus()
        self.changed.emit()

    def _clear(self) -> None:
        while self.rows:
            row = self.rows.pop()
            self.area.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.addButton.setEnabled(True)

    @Slot()
    def _other_subject(self) -> None:
        self._clear()
        self.changed.emit()
