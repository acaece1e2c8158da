"""独自項目 on a card: the fields of the office's own, each with an editor of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, make_dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.contacts import commands, queries
from app.contacts.custom import NO, YES, CustomFieldRow, CustomValueRow, FieldKind
from app.gui.contacts.card_panel import Owner
from app.gui.contacts.panel_lines import plain
from app.gui.contacts.writing_panel import WritingPanel
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.edit_form import EditForm
from app.gui.framework.observable_store import ObservableStore
from app.gui.widgets.wareki_edit import WarekiEdit
from app.kernel.errors import Refusal

_YES_NO: tuple[tuple[str, str], ...] = (("（記入なし）", ""), ("はい", YES), ("いいえ", NO))


class CustomPanel(WritingPanel):
    """Shows what stands in the office's own fields; is hidden where there are none."""

    tables = frozenset({"custom_field", "custom_value"})

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self._rows: tuple[CustomValueRow, ...] = ()
        self.form: EditForm | None = None
        self.editors: dict[int, QWidget] = {}
        self.add_button.setText("独自項目を入力する…")
        self._column = QVBoxLayout(self.frame)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._body: QWidget | None = None
        self.problem = QLabel(self.frame)

    def list_owner(self, owner: Owner) -> None:
        """List the fields in which something stands."""
        self._rows = self.store.ask(queries.custom_values, **owner.named)
        for row in self._rows:
            if row.value:
                self.lines.add(plain(f"{row.field.name}：{row.shown}"))
        self.setVisible(bool(self._rows))

    def start(self, _owner: Owner) -> None:
        """Lay out an editor for each field, and go to the first."""
        self._clear()
        body = self._body = QWidget(self.frame)
        rows = QFormLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form = EditForm(body)
        for row in self._rows:
            editor = self.editors[row.field.id] = self._editor(row.field, body)
            label = QLabel(row.field.name, body)
            label.setWordWrap(True)
            label.setBuddy(editor)
            rows.addRow(label, editor)
            self.form.bind(_name(row), editor)
        self._finish(rows, body)
        self.form.submitted.connect(self.save)
        self.form.cancelled.connect(self.close_form)
        self._column.addWidget(body)
        body.show()
        values = {_name(row): _typed(row) for row in self._rows}
        self.form.show_draft(_draft_of(values))
        self.form.focus_first()

    def _finish(self, rows: QFormLayout, body: QWidget) -> None:
        self.problem = QLabel(body)
        self.problem.setWordWrap(True)
        self.problem.setProperty("problem", True)  # noqa: FBT003
        self.problem.hide()
        rows.addRow(self.problem)
        save, cancel = QPushButton("保存", body), QPushButton("やめる", body)
        save.setProperty("primary", True)  # noqa: FBT003
        save.clicked.connect(self.save)
        cancel.clicked.connect(self.close_form)
        buttons = QHBoxLayout()
        buttons.addWidget(save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        rows.addRow(buttons)

    def _clear(self) -> None:
        self.editors.clear()
        if self._body is not None:
            self._body.hide()
            self._column.removeWidget(self._body)
            self._body.deleteLater()

    def _editor(self, row: CustomFieldRow, parent: QWidget) -> QWidget:
        kind = row.draft.kind
        if kind is FieldKind.DAY:
            day = WarekiEdit(parent)
            day.prepare(self.today, row.name)
            day.setProperty("below", True)  # noqa: FBT003
            return day
        if kind in (FieldKind.YES_NO, FieldKind.CHOICE):
            return _box(row, parent)
        line = QLineEdit(parent)
        line.setAccessibleName(row.name)
        if kind is FieldKind.NUMBER:
            line.setPlaceholderText("数字")
        return line

    @Slot()
    def save(self) -> None:
        """Write every field down, in one step."""
        draft = None if self.form is None else self.form.read()
        if draft is None or self.owner is None:
            return
        values = {row.field.id: _text(getattr(draft, _name(row))) for row in self._rows}
        done = self.store.do(
            f"独自項目の記録（{self.owner.name}）",
            commands.set_customs,
            self.owner.subject,
            {self.owner.key: values},
            on_refusal=self._refused,
        )
        if done is not None:
            self.close_form()

    def _refused(self, refusal: Refusal) -> None:
        self.problem.setText(refusal.text)
        self.problem.show()


def _box(row: CustomFieldRow, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(row.name)
    if row.draft.kind is FieldKind.YES_NO:
        choices = _YES_NO
    else:
        choices = (("（記入なし）", ""), *((one, one) for one in row.draft.choices))
    for text, value in choices:
        box.addItem(text, value)
    return box


def _name(row: CustomValueRow) -> str:
    return f"field{row.field.id}"


def _typed(row: CustomValueRow) -> Any:
    """Return a stored value as its editor takes it."""
    if row.field.draft.kind is FieldKind.DAY:
        return date.fromisoformat(row.value) if row.value else None
    return row.value


def _text(value: Any) -> str:
    """Return what an editor gave as somebody would have typed it."""
    return value.isoformat() if isinstance(value, date) else str(value or "")


def _draft_of(values: Mapping[str, Any]) -> Any:
    named = [(name, Any, field(default=value)) for name, value in values.items()]
    return make_dataclass("CustomDraft", named, frozen=True)()
