"""設定 → 業務区分: the duties of a period of the contract, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from sqlalchemy.orm import Session

from app.duties import commands, queries
from app.duties.duty import DutyDraft, DutyListId, DutyRow
from app.gui.compiled.settings.ui_duties_section import Ui_DutiesSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import OrderedSection
from app.gui.settings.whole_listing import WholeListing

COLUMNS = (
    Column[DutyRow]("番号", lambda row: row.sign, width=3),
    Column[DutyRow]("略した名前", lambda row: row.short_name, width=9),
    Column[DutyRow]("業務区分", lambda row: row.name, width=20, tip=lambda row: row.name),
)


class DutiesSection(OrderedSection):
    """The duties of the list that is chosen above, and the form of one."""

    tables = frozenset({"duty", "duty_list"})

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = ui = Ui_DutiesSection()
        ui.setupUi(self)
        self._fill_lists()
        listing = WholeListing(self._duties, self.tables)
        self.model = WindowModel(self.store, COLUMNS, listing, self)
        ui.dutyList.show_model(self.model, "settings_duties")
        self.form = EditForm(self)
        for name, editor in (
            ("sign", ui.signEdit),
            ("short_name", ui.shortEdit),
            ("name", ui.nameEdit),
        ):
            self.form.bind(name, editor)
        ui.nameEdit.setTabChangesFocus(True)
        self.connect_all(ui, ui.dutyList)
        ui.listCombo.currentIndexChanged.connect(self._list_chosen)

    @property
    def _list(self) -> DutyListId:
        return DutyListId(self.ui.listCombo.currentData() or 0)

    def _duties(self, session: Session) -> Sequence[DutyRow]:
        return queries.duties_of(session, self._list)

    def _fill_lists(self) -> None:
        combo = self.ui.listCombo
        chosen = combo.currentData()
        with QSignalBlocker(combo):
            combo.clear()
            for key, draft in reversed(self.store.ask(queries.duty_lists)):
                combo.addItem(draft.name, key)
            combo.setCurrentIndex(max(combo.findData(chosen), 0))

    def rows(self) -> Sequence[Any]:
        return self.store.ask(self._duties)

    def put_at(self, row: DutyRow, place: int) -> None:
        label = f"業務区分「{row.sign}{row.short_name}」の順を変更"
        self.store.do(label, commands.move_duty, row.id, place)

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self.stored()
        shown = DutyDraft("", "") if row is None else DutyDraft(row.sign, row.name, row.short_name)
        self.form.show_draft(shown)
        self._edited()

    def keep(self, draft: DutyDraft) -> bool:
        named = f"業務区分「{draft.sign}{draft.short_name or draft.name[:12]}」"
        added = (f"{named}を追加", commands.add_duty)
        changed = (f"{named}を変更", commands.change_duty)
        known = (self._list,) if self._key is None else ()
        return self.keep_row(added, changed, *known, draft)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen duty where no record bears it."""
        if (row := self.stored()) is not None:
            self.store.do(f"業務区分「{row.label}」を削除", commands.remove_duty, row.id)

    @Slot()
    def _list_chosen(self) -> None:
        """Show the duties of another period; what was typed is saved before."""
        self._key = None
        self.model.show(WholeListing(self._duties, self.tables))
        self.reset()
        if rows := self.rows():
            self.ui.dutyList.choose(rows[0].id)

    def reveal(self) -> None:
        self._fill_lists()

    @Slot()
    def _edited(self) -> None:
        ui, known = self.ui, self.stored() is not None
        for button in (ui.removeButton, ui.upButton, ui.downButton):
            button.setEnabled(known)
        for button in (ui.cancelButton, ui.saveButton):
            button.setEnabled(self.form.dirty)
