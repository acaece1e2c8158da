"""設定 → 圏域: the districts in their order, and the centre of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Slot

from app.council import commands as council
from app.gui.compiled.settings.ui_districts_section import Ui_DistrictsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import OrderedSection
from app.gui.settings.whole_listing import WholeListing
from app.office import commands, queries
from app.office.masters import DistrictDraft, DistrictRow

COLUMNS = (
    Column[DistrictRow]("順", lambda row: str(row.position), number=True, width=2),
    Column[DistrictRow]("圏域", lambda row: row.name, width=6),
    Column[DistrictRow]("町名", lambda row: f"{row.towns}件", number=True, width=4),
    Column[DistrictRow](
        "受け持つセンター", lambda row: row.centre, width=6, tip=lambda row: row.centre
    ),
)
_TABLES = frozenset({"district", "town"})


class DistrictsSection(OrderedSection):
    """The list of districts and the form of the chosen one."""

    tables = _TABLES

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_DistrictsSection()
        self.ui.setupUi(self)
        self.model = WindowModel(
            self.store, COLUMNS, WholeListing(queries.districts, _TABLES), self
        )
        self.ui.districtList.show_model(self.model, "settings_districts")
        self.form = EditForm(self)
        self.form.bind("name", self.ui.nameEdit)
        self.form.bind("centre", self.ui.centreEdit)
        self.connect_all(self.ui, self.ui.districtList)

    def rows(self) -> Sequence[DistrictRow]:
        return self.store.ask(queries.districts)

    @property
    def row(self) -> DistrictRow | None:
        """The stored district the form shows."""
        return cast("DistrictRow | None", self.stored())

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self.row
        self.form.show_draft(DistrictDraft(row.name, row.centre) if row else DistrictDraft(""))
        self._edited()

    def keep(self, draft: DistrictDraft) -> bool:
        added = (f"圏域「{draft.name}」を追加", commands.add_district)
        changed = (f"圏域「{draft.name}」を変更", council.change_district)
        return self.keep_row(added, changed, draft)

    @Slot()
    def remove(self) -> None:
        """Delete the chosen district with its unused council; undo brings both back."""
        if (row := self.row) is not None:
            self.store.do(f"圏域「{row.name}」を削除", council.remove_district, row.id)

    def put_at(self, row: DistrictRow, place: int) -> None:
        self.store.do(f"圏域「{row.name}」の順を変更", commands.move_district, row.id, place)

    @Slot()
    def _edited(self) -> None:
        chosen = self._key is not None
        for button in (self.ui.removeButton, self.ui.upButton, self.ui.downButton):
            button.setEnabled(chosen)
        self.ui.cancelButton.setEnabled(self.form.dirty)
        self.ui.saveButton.setEnabled(self.form.dirty)
