"""設定 → タグ: the tags of people and organisations in their order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot

from app.contacts import commands, queries
from app.contacts.tag import TagRow
from app.gui.compiled.settings.ui_tags_section import Ui_TagsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import MasterSection
from app.gui.settings.whole_listing import WholeListing

COLUMNS = (
    Column[TagRow]("タグ", lambda row: row.name, width=9, tip=lambda row: row.name),
    Column[TagRow]("人", lambda row: f"{row.people}人", number=True, width=3),
    Column[TagRow]("団体", lambda row: f"{row.organisations}件", number=True, width=3),
    Column[TagRow]("メモ", lambda row: row.note, width=6, tip=lambda row: row.note),
)
_TABLES = frozenset({"tag", "tagging", "person", "organisation"})


@dataclass(frozen=True, slots=True)
class TagName:
    """What the form asks."""

    name: str = ""


class TagsSection(MasterSection):
    """The list of tags and the name of the chosen one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_TagsSection()
        self.ui.setupUi(self)
        self.model = WindowModel(self.store, COLUMNS, WholeListing(queries.tags, _TABLES), self)
        self.ui.tagList.show_model(self.model, "settings_tags")
        self.form = EditForm(self)
        self.form.bind("name", self.ui.nameEdit)
        self._connect()
        self.reset()
        if self.model.keys():
            self.ui.tagList.choose(self.model.keys()[0])

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.submitted.connect(self.save_now)
        self.form.cancelled.connect(self.reset)
        self.ui.saveButton.clicked.connect(self.save_now)
        self.ui.cancelButton.clicked.connect(self.reset)
        self.ui.addButton.clicked.connect(self.add)
        self.ui.removeButton.clicked.connect(self.remove)
        self.ui.upButton.clicked.connect(self.move_up)
        self.ui.downButton.clicked.connect(self.move_down)
        self.watch_list(self.ui.tagList)
        self.store.changed.connect(self._changed)

    @property
    def row(self) -> TagRow | None:
        """The stored tag the form shows."""
        return next((row for row in self.store.ask(queries.tags) if row.id == self._key), None)

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self.row
        self.form.show_draft(TagName(row.name) if row else TagName())
        self._edited()

    def keep(self, draft: TagName) -> bool:
        if self._key is None:
            label = f"タグ「{draft.name}」を追加"
            added = self.store.do(label, commands.add_tag, draft.name, on_refusal=self.refused)
            self._key = added.result if added else None
            saved = added is not None
        else:
            label = f"タグの名前を「{draft.name}」に変更"
            rename = commands.rename_tag
            done = self.store.do(label, rename, self._key, draft.name, on_refusal=self.refused)
            saved = done is not None
        if saved and self._key is not None:
            self.reset()
            self.ui.tagList.choose(self._key)
        return saved

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

    @Slot()
    def move_up(self) -> None:
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row, keys = self.row, list(self.model.keys())
        if row is None or not 0 <= (place := keys.index(row.id) + step) < len(keys):
            return
        self.store.do(f"タグ「{row.name}」の順を変更", commands.move_tag, row.id, place + 1)

    @Slot()
    def _edited(self) -> None:
        chosen, ui = self.row is not None, self.ui
        for button in (ui.removeButton, ui.upButton, ui.downButton):
            button.setEnabled(chosen)
        ui.cancelButton.setEnabled(self.form.dirty)
        ui.saveButton.setEnabled(self.form.dirty)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and not self.form.dirty:
            if self.row is None:
                self._key = None
            self.reset()
