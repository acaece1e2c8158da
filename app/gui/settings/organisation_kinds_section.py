"""設定 → 団体種別: the kinds of organisations in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Slot

from app.contacts import commands, queries
from app.contacts.organisation_card import OrganisationKindRow
from app.gui.compiled.settings.ui_organisation_kinds_section import Ui_OrganisationKindsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import OrderedSection
from app.gui.settings.whole_listing import WholeListing

COLUMNS = (
    Column[OrganisationKindRow]("順", lambda row: str(row.position), number=True, width=2),
    Column[OrganisationKindRow]("種別", lambda row: row.name, width=11, tip=lambda row: row.name),
    Column[OrganisationKindRow]("団体", lambda row: f"{row.organisations}件", number=True, width=3),
    Column[OrganisationKindRow]("状態", lambda row: "使わない" if row.retired else "使う", width=4),
)
_TABLES = frozenset({"organisation_kind", "organisation"})


@dataclass(frozen=True, slots=True)
class KindName:
    """What the form asks."""

    name: str = ""


class OrganisationKindsSection(OrderedSection):
    """The list of kinds and the name of the chosen one."""

    tables = _TABLES

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_OrganisationKindsSection()
        self.ui.setupUi(self)
        listing = WholeListing(queries.organisation_kinds, _TABLES)
        self.model = WindowModel(self.store, COLUMNS, listing, self)
        self.ui.kindList.show_model(self.model, "settings_organisation_kinds")
        self.form = EditForm(self)
        self.form.bind("name", self.ui.nameEdit)
        self.connect_all(self.ui, self.ui.kindList)
        self.ui.retireButton.clicked.connect(self.retire)

    def rows(self) -> Sequence[OrganisationKindRow]:
        return self.store.ask(queries.organisation_kinds)

    @property
    def row(self) -> OrganisationKindRow | None:
        """The stored kind the form shows."""
        return cast("OrganisationKindRow | None", self.stored())

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self.row
        self.form.show_draft(KindName(row.name) if row else KindName())
        self._edited()

    def keep(self, draft: KindName) -> bool:
        added = (f"団体種別「{draft.name}」を追加", commands.add_organisation_kind)
        changed = (f"団体種別「{draft.name}」を変更", commands.rename_organisation_kind)
        return self.keep_row(added, changed, draft.name)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen kind where nobody bears it; undo brings it back."""
        if (row := self.row) is not None:
            label = f"団体種別「{row.name}」を削除"
            self.store.do(label, commands.remove_organisation_kind, row.id)

    @Slot()
    def retire(self) -> None:
        """Offer the chosen kind no longer, or again."""
        if (row := self.row) is not None:
            verb = "使う" if row.retired else "使わない"
            command = commands.retire_organisation_kind
            label = f"団体種別「{row.name}」を「{verb}」に変更"
            self.store.do(label, command, row.id, retired=not row.retired)

    def put_at(self, row: OrganisationKindRow, place: int) -> None:
        label = f"団体種別「{row.name}」の順を変更"
        self.store.do(label, commands.move_organisation_kind, row.id, place)

    @Slot()
    def _edited(self) -> None:
        row, ui = self.row, self.ui
        for button in (ui.removeButton, ui.retireButton, ui.upButton, ui.downButton):
            button.setEnabled(row is not None)
        ui.retireButton.setText("また使う" if row is not None and row.retired else "使わない")
        ui.listRow.updateGeometry()
        ui.cancelButton.setEnabled(self.form.dirty)
        ui.saveButton.setEnabled(self.form.dirty)
