"""設定 → タグ: the tags of people and organisations in their order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Slot

from app.contacts import commands, queries
from app.contacts.tag import TagRow
from app.gui.compiled.settings.ui_tags_section import Ui_TagsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import OrderedSection
from app.gui.settings.whole_listing import WholeListing

COLUMNS = (
    Column[TagRow]("タグ", lambda row: row.name, width=9, tip=lambda row: row.name),
    Column[TagRow]("人", lambda row: f"{row.people}人", number=True, width=3),
    Column[TagRow]("団体", lambda row: f"{row.organisations}件", number=True, width=3),
    Column[TagRow]("メモ", lambda row: row.note, width=6, tip=lambda row: row.note),
)
_TABLES = frozenset({"tag", "tagging", "person", "organisation"})


@dataclass(frozen=True, slots=True)
class TagDraft:
    """What the form asks."""

    name: str = ""
    note: str = ""


class TagsSection(OrderedSection):
    """The list of tags and what the chosen one is called and for."""

    tables = _TABLES

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_TagsSection()
        self.ui.setupUi(self)
        self.model = WindowModel(self.store, COLUMNS, WholeListing(queries.tags, _TABLES), self)
        self.ui.tagList.show_model(self.model, "settings_tags")
        self.form = EditForm(self)
        self.form.bind("name", self.ui.nameEdit)
        self.form.bind("note", self.ui.noteEdit)
        self.connect_all(self.ui, self.ui.tagList)

    def rows(self) -> Sequence[TagRow]:
        return self.store.ask(queries.tags)

    @property
    def row(self) -> TagRow | None:
        """The stored tag the form shows."""
        return cast("TagRow | None", self.stored())

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self.row
        self.form.show_draft(TagDraft(row.name, row.note) if row else TagDraft())
        self._edited()

    def keep(self, draft: TagDraft) -> bool:
        added = (f"タグ「{draft.name}」を追加", commands.add_tag)
        changed = (f"タグ「{draft.name}」を変更", commands.change_tag)
        return self.keep_row(added, changed, draft.name, draft.note)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen tag, after asking where somebody bears it; undo brings it back."""
        row = self.row
        if row is None:
            return
        borne = row.people + row.organisations
        text = (
            f"「{row.name}」は{row.people}人と{row.organisations}団体に付いています。"
            "削除すると、そのすべてから外れます（元に戻せます）。"
        )
        if not borne or self.page.dialogs.confirm("タグの削除", text, "タグを削除する"):
            self.store.do(f"タグ「{row.name}」を削除", commands.remove_tag, row.id)

    def put_at(self, row: TagRow, place: int) -> None:
        self.store.do(f"タグ「{row.name}」の順を変更", commands.move_tag, row.id, place)

    @Slot()
    def _edited(self) -> None:
        chosen, ui = self.row is not None, self.ui
        for button in (ui.removeButton, ui.upButton, ui.downButton):
            button.setEnabled(chosen)
        ui.cancelButton.setEnabled(self.form.dirty)
        ui.saveButton.setEnabled(self.form.dirty)
