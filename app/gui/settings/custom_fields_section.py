"""設定 → 独自項目: the fields of the office's own, for people and for organisations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import Slot
from sqlalchemy.orm import Session

from app.contacts import commands, queries
from app.contacts.custom import CONTACTS, CustomFieldDraft, CustomFieldRow, FieldKind, Subject
from app.gui.compiled.settings.ui_custom_fields_section import Ui_CustomFieldsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import OrderedSection
from app.gui.settings.whole_listing import WholeListing

COLUMNS = (
    Column[CustomFieldRow]("対象", lambda row: row.draft.subject.label, width=3),
    Column[CustomFieldRow]("項目", lambda row: row.name, width=8, tip=lambda row: row.name),
    Column[CustomFieldRow]("種類", lambda row: row.draft.kind.label, width=6),
    Column[CustomFieldRow]("入力済み", lambda row: f"{row.used}件", number=True, width=4),
    Column[CustomFieldRow]("状態", lambda row: "使わない" if row.retired else "使う", width=4),
)
_TABLES = frozenset({"custom_field", "custom_value"})


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """What the form asks; the choices one a line."""

    subject: Subject = Subject.PERSON
    name: str = ""
    kind: FieldKind = FieldKind.TEXT
    choices: str = ""

    @property
    def draft(self) -> CustomFieldDraft:
        """The field."""
        return CustomFieldDraft(
            self.name, self.subject, self.kind, tuple(self.choices.splitlines())
        )


def all_fields(session: Session) -> Sequence[CustomFieldRow]:
    """Return the fields of people, then those of organisations, retired ones among them."""
    return [
        row for subject in CONTACTS for row in queries.custom_fields(session, subject, retired=True)
    ]


class CustomFieldsSection(OrderedSection):
    """The list of fields and the form of the chosen one."""

    tables = _TABLES

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_CustomFieldsSection()
        self.ui.setupUi(self)
        self.model = WindowModel(self.store, COLUMNS, WholeListing(all_fields, _TABLES), self)
        self.ui.fieldList.show_model(self.model, "settings_custom_fields")
        for subject in CONTACTS:
            self.ui.subjectCombo.addItem(subject.label, subject)
        for kind in FieldKind:
            self.ui.kindCombo.addItem(kind.label, kind)
        self.form = EditForm(self)
        for name, editor in (
            ("subject", self.ui.subjectCombo),
            ("name", self.ui.nameEdit),
            ("kind", self.ui.kindCombo),
            ("choices", self.ui.choicesEdit),
        ):
            self.form.bind(name, editor)
        self.connect_all(self.ui, self.ui.fieldList)
        self.ui.retireButton.clicked.connect(self.retire)

    def rows(self) -> Sequence[CustomFieldRow]:
        return self.store.ask(all_fields)

    @property
    def row(self) -> CustomFieldRow | None:
        """The stored field the form shows."""
        return cast("CustomFieldRow | None", self.stored())

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        entry = FieldEntry()
        if (row := self.row) is not None:
            draft = row.draft
            entry = replace(
                FieldEntry(draft.subject, draft.name, draft.kind), choices="\n".join(draft.choices)
            )
        self.form.show_draft(entry)
        self._edited()

    def keep(self, entry: FieldEntry) -> bool:
        draft = entry.draft
        added = (f"独自項目「{draft.name}」を追加", commands.add_custom_field)
        changed = (f"独自項目「{draft.name}」を変更", commands.change_custom_field)
        return self.keep_row(added, changed, draft)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen field where nothing stands in it; undo brings it back."""
        if (row := self.row) is not None:
            self.store.do(f"独自項目「{row.name}」を削除", commands.remove_custom_field, row.id)

    @Slot()
    def retire(self) -> None:
        """Offer the chosen field no longer, or again."""
        if (row := self.row) is not None:
            verb = "使う" if row.retired else "使わない"
            label = f"独自項目「{row.name}」を「{verb}」に変更"
            command = commands.retire_custom_field
            self.store.do(label, command, row.id, retired=not row.retired)

    def _move(self, step: int) -> None:
        """Move the chosen field among those of its subject."""
        row = self.row
        if row is None:
            return
        fields = self.store.ask(queries.custom_fields, row.draft.subject, retired=True)
        keys = [one.id for one in fields]
        if 0 <= (place := keys.index(row.id) + step) < len(keys):
            label = f"独自項目「{row.name}」の順を変更"
            self.store.do(label, commands.move_custom_field, row.id, place + 1)

    @Slot()
    def _edited(self) -> None:
        row, ui = self.row, self.ui
        for button in (ui.removeButton, ui.retireButton, ui.upButton, ui.downButton):
            button.setEnabled(row is not None)
        ui.retireButton.setText("また使う" if row is not None and row.retired else "使わない")
        ui.listRow.updateGeometry()
        ui.subjectCombo.setEnabled(self._key is None)
        of_choices = ui.kindCombo.currentData() is FieldKind.CHOICE
        ui.choicesLabel.setVisible(of_choices)
        ui.choicesEdit.setVisible(of_choices)
        used = f"{row.used}件に入力されています。" if row is not None and row.used else ""
        ui.usedLabel.setText(used)
        ui.usedLabel.setVisible(bool(used))
        ui.cancelButton.setEnabled(self.form.dirty)
        ui.saveButton.setEnabled(self.form.dirty)
