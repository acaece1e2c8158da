"""A small form that stands on a card or over a list while one thing is written down.

It asks only for what a step needs: a choice, a day, to whom, another day, a word.  Enter goes
on and in the last field writes it down; Esc gives up.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.contacts.card_panel import bring_into_view
from app.gui.framework.edit_form import EditForm
from app.gui.widgets.found_edit import FoundEdit
from app.gui.widgets.wareki_edit import WarekiEdit
from app.kernel.errors import Refusal

Refused = Callable[[Refusal], None]
Written = Callable[["Act", Refused], bool]
"""Writes an act down, says what is refused to the form, and returns whether it was written."""


@dataclass(frozen=True, slots=True)
class Act:
    """What was filled in; a field that was not asked for stays as it was given."""

    choice: Any = None
    on: date | None = None
    to: int | str | None = None
    later: date | None = None
    text: str = ""
    more: str = ""


class ActForm(QFrame):
    """``opened`` says that it begins, ``closed`` that it was written down or given up."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._write: Written = lambda _act, _refused: True
        self._back: QWidget | None = None
        self._lay_out()
        self.form = EditForm(self)
        for name in self._editors:
            self.form.bind(name, self._editors[name])
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.close_form)
        self.saveButton.clicked.connect(self.save)
        self.cancelButton.clicked.connect(self.close_form)
        self.hide()

    def _lay_out(self) -> None:
        self.titleLabel, self.problemLabel = QLabel(), QLabel()
        self.titleLabel.setProperty("heading", True)  # noqa: FBT003
        self.problemLabel.setProperty("problem", True)  # noqa: FBT003
        for label in (self.titleLabel, self.problemLabel):
            label.setWordWrap(True)
        self.choiceCombo, self.toEdit = QComboBox(), FoundEdit()
        self.dayEdit, self.laterEdit = WarekiEdit(), WarekiEdit()
        for edit in (self.dayEdit, self.laterEdit):
            edit.setProperty("below", True)  # noqa: FBT003  the columns of cards are narrow
        self.textEdit, self.moreEdit = QLineEdit(), QLineEdit()
        self._editors: dict[str, QWidget] = {
            "choice": self.choiceCombo,
            "on": self.dayEdit,
            "to": self.toEdit,
            "later": self.laterEdit,
            "text": self.textEdit,
            "more": self.moreEdit,
        }
        self._lay_out_rows()
        self.saveButton, self.cancelButton = QPushButton(), QPushButton("やめる（Esc）")
        self.saveButton.setProperty("primary", True)  # noqa: FBT003
        buttons = QHBoxLayout()
        for button in (self.saveButton, self.cancelButton):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        for part in (self.titleLabel, self.rows, self.problemLabel, buttons):
            if isinstance(part, QLabel):
                column.addWidget(part)
            else:
                column.addLayout(part)

    def _lay_out_rows(self) -> None:
        """Stand each editor in a holder: what the form hides, with the problem below it."""
        self.rows = QFormLayout()
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._holders: dict[str, QWidget] = {}
        for name, editor in self._editors.items():
            holder = QWidget(self)
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(editor)
            label = QLabel()
            label.setBuddy(editor)
            self.rows.addRow(label, holder)
            self._holders[name] = holder

    def prepare(self, today: Callable[[], date]) -> None:
        """Say what day it is."""
        self.dayEdit.prepare(today)
        self.laterEdit.prepare(today)

    def begin(
        self,
        title: str,
        verb: str,
        asked: Mapping[str, str],
        act: Act,
        write: Written,
        *,
        choices: Sequence[tuple[str, object]] = (),
        back: QWidget | None = None,
    ) -> None:
        """Ask for the fields of an act that are named, each with its label.

        The cursor begins in the one named first: those before it are filled in already.
        ``back`` has the cursor again afterwards.
        """
        self._write, self._back = write, back
        self.titleLabel.setText(title)
        self.saveButton.setText(f"{verb}（Enter）")
        self.problemLabel.hide()
        self.choiceCombo.clear()
        for text, value in choices:
            self.choiceCombo.addItem(text, value)
        for name, holder in self._holders.items():
            self.rows.setRowVisible(holder, name in asked)
            label = self.rows.labelForField(holder)
            if isinstance(label, QLabel):
                label.setText(asked.get(name, ""))
            target = self._editors[name].focusProxy() or self._editors[name]
            target.setAccessibleName(asked.get(name, ""))
        self.form.show_draft(act)
        self.show()
        self.opened.emit()
        bring_into_view(self)
        self._editors[next(iter(asked))].setFocus()

    @Slot()
    def save(self) -> None:
        """Write it down; what is wrong is said under its field."""
        act = self.form.read()
        if act is not None and self._write(act, self._refused):
            self.close_form()

    @Slot()
    def close_form(self) -> None:
        """Give up, or be done."""
        back = self._back
        self.drop()
        if back is not None:
            back.setFocus()

    def drop(self) -> None:
        """Let go of what is being filled in; the cursor stays where it is."""
        self.hide()
        self.closed.emit()

    def _refused(self, refusal: Refusal) -> None:
        left = self.form.mark_refusal(refusal)
        self.problemLabel.setText(left)
        self.problemLabel.setVisible(bool(left))
