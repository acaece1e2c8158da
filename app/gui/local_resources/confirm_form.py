"""A small form for one confirmation: when, by whom, how, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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

from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.widgets.wareki_edit import WarekiEdit
from app.kernel.errors import Refusal
from app.local_resources import queries
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    ConfirmationWay,
)
from app.office import queries as office

Refused = Callable[[Refusal], None]
Written = Callable[[ConfirmationDraft, Refused], bool]
"""Writes a confirmation down, says what is refused to the form; returns whether it was written."""


def usual(store: ObservableStore, day: date) -> ConfirmationDraft:
    """Return a confirmation as the last one was made: by the same person, in the same way."""
    last = store.ask(queries.last_confirmation)
    if last is None:
        return ConfirmationDraft(day, store.ask(office.settings).coordinator)
    return ConfirmationDraft(day, last.confirmed_by, last.way)


class ConfirmForm(QFrame):
    """``closed`` says that it was written down or given up."""

    closed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._write: Written = lambda _draft, _refused: True
        self.title, self.problem = QLabel(), QLabel()
        self.day, self.by, self.note = WarekiEdit(), QLineEdit(), QLineEdit()
        self.way, self.result = QComboBox(), QComboBox()
        self.save_button = QPushButton("記録する（Enter）")
        self.cancel_button = QPushButton("やめる（Esc）")
        self.day.prepare(today, "情報確認日")
        fill_labels(self.way, ConfirmationWay)
        fill_labels(self.result, ConfirmationResult)
        self._lay_out()
        self.form = EditForm(self)
        for name, editor in (
            ("confirmed_on", self.day),
            ("confirmed_by", self.by),
            ("way", self.way),
            ("result", self.result),
            ("note", self.note),
        ):
            self.form.bind(name, editor)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.give_up)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.give_up)

    def _lay_out(self) -> None:
        self.title.setProperty("heading", True)  # noqa: FBT003
        self.problem.setProperty("problem", True)  # noqa: FBT003
        self.save_button.setProperty("primary", True)  # noqa: FBT003
        for label in (self.title, self.problem):
            label.setWordWrap(True)
        rows = QFormLayout()
        rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, editor in (
            ("確認日", self.day),
            ("確認した人", self.by),
            ("方法", self.way),
            ("結果", self.result),
            ("メモ", self.note),
        ):
            holder = QWidget(self)  # the editor gets its problem below it
            inner = QVBoxLayout(holder)
            inner.setContentsMargins(0, 0, 0, 0)
            inner.addWidget(editor)
            label = QLabel(text)
            label.setBuddy(editor)
            (editor.focusProxy() or editor).setAccessibleName(text)
            rows.addRow(label, holder)
        buttons = QHBoxLayout()
        for button in (self.save_button, self.cancel_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addLayout(rows)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def begin(self, title: str, draft: ConfirmationDraft, write: Written) -> None:
        """Show a confirmation to be written down or changed."""
        self._write = write
        self.title.setText(title)
        self.problem.hide()
        self.form.show_draft(draft)
        self.show()
        self.form.focus_first()

    @Slot()
    def save(self) -> None:
        """Write it down; what is wrong is said under its field."""
        draft = self.form.read()
        if draft is None:
            return
        if draft.confirmed_on is None:
            self.form.mark({"confirmed_on": "情報確認日を入力してください。"})
        elif self._write(draft, self._refused):
            self.closed.emit()

    @Slot()
    def give_up(self) -> None:
        """Write nothing down."""
        self.closed.emit()

    def _refused(self, refusal: Refusal) -> None:
        left = self.form.mark_refusal(refusal)
        self.problem.setText(left)
        self.problem.setVisible(bool(left))
