"""A form of a few fields that stands on a card while one thing is written down.

Enter goes on and in the last field writes it down; Esc gives up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.framework.edit_form import EditForm
from app.kernel.errors import Refusal

Field = tuple[str, str, QWidget]
"""The name of a field in the draft, its label, its editor."""


class SmallForm(QFrame):
    """``entered`` carries the draft as it was typed, ``closed`` says that it was given up."""

    entered = Signal(object)
    closed = Signal()

    def __init__(
        self,
        fields: Sequence[Field],
        needed: Mapping[str, str] | None = None,
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        """Ask for these; ``needed`` says by field what is told where it is left empty.

        The fields go down the first of the columns, then down the next.
        """
        super().__init__(parent)
        self._needed = needed or {}
        self.setObjectName("card")
        self.title, self.problem = QLabel(), QLabel()
        self.title.setProperty("heading", True)  # noqa: FBT003
        self.problem.setProperty("problem", True)  # noqa: FBT003
        for label in (self.title, self.problem):
            label.setWordWrap(True)
        self.save_button = QPushButton()
        self.save_button.setProperty("primary", True)  # noqa: FBT003
        self.cancel_button = QPushButton("やめる")
        self.form = EditForm(self)
        self._rows: dict[str, tuple[QFormLayout, QWidget]] = {}
        self._lay_out(fields, columns)
        self.form.submitted.connect(self.submit)
        self.form.cancelled.connect(self.closed)
        self.save_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.closed)

    def _lay_out(self, fields: Sequence[Field], columns: int) -> None:
        buttons, side_by_side = QHBoxLayout(), QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        side_by_side.setSpacing(16)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.title)
        column.addLayout(side_by_side)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        each = -(-len(fields) // columns)
        for first in range(0, len(fields), each):
            rows = QFormLayout()
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            rows.setSpacing(6)
            side_by_side.addLayout(rows, 1)
            for field in fields[first : first + each]:
                self._add(rows, *field)

    def _add(self, rows: QFormLayout, name: str, text: str, editor: QWidget) -> None:
        holder = QWidget(self)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(editor)
        if isinstance(editor, QLineEdit):
            editor.setMinimumWidth(1)
        if text:
            label = QLabel(text, self)
            label.setBuddy(editor)
            (editor.focusProxy() or editor).setAccessibleName(text)
            rows.addRow(label, holder)
        else:
            rows.addRow(holder)
        self._rows[name] = (rows, holder)
        self.form.bind(name, editor)

    def show_field(self, name: str, *, shown: bool) -> None:
        """Ask for a field, or do not."""
        rows, holder = self._rows[name]
        rows.setRowVisible(holder, shown)

    def begin(self, title: str, verb: str, draft: Any) -> None:
        """Show a draft under a title; ``verb`` stands on the button that writes it down."""
        self.title.setText(title)
        self.save_button.setText(verb)
        self.problem.hide()
        self.form.show_draft(draft)
        self.form.focus_first()

    @Slot()
    def submit(self) -> None:
        """Hand over what was typed, once it is understood."""
        self.problem.hide()
        draft = self.form.read()
        if draft is None:
            return
        empty = {name: text for name, text in self._needed.items() if getattr(draft, name) is None}
        if empty:
            self.form.mark(empty)
        else:
            self.entered.emit(draft)

    def refused(self, refusal: Refusal) -> None:
        """Say what a command refused, under its field where it names one."""
        left = self.form.mark_refusal(refusal)
        self.problem.setText(left)
        self.problem.setVisible(bool(left))
