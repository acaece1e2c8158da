"""設定 → 圏域: the districts in their order, and the centre of each."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.gui.compiled.settings.ui_districts_section import Ui_DistrictsSection
from app.gui.framework.edit_form import EditForm
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import MasterSection
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


class DistrictsSection(MasterSection):
    """The list of districts and the form of the chosen one."""

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
        self._connect()
        self.reset()
        if self.model.keys():
            self.ui.districtList.choose(self.model.keys()[0])

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
        self.watch_list(self.ui.districtList)
        self.store.changed.connect(self._changed)

    @property
    def row(self) -> DistrictRow | None:
        """The stored district the form shows."""
        rows = self.store.ask(queries.districts)
        return next((row for row in rows if row.id == self._key), None)

    @Slot()
    def reset(self) -> None:
        """Show what is stored."""
        row = self.row
        self.form.show_draft(DistrictDraft(row.name, row.centre) if row else DistrictDraft(""))
        self._edited()

    def keep(self, draft: DistrictDraft) -> bool:
        if self._key is None:
            label = f"圏域「{draft.name}」を追加"
            added = self.store.do(label, commands.add_district, draft, on_refusal=self.refused)
            self._key = added.result if added else None
            saved = added is not None
        else:
            label = f"圏域「{draft.name}」を変更"
            command = commands.change_district
            done = self.store.do(label, command, self._key, draft, on_refusal=self.refused)
            saved = done is not None
        if saved and self._key is not None:
            self.reset()
            self.ui.districtList.choose(self._key)
        return saved

    @Slot()
    def remove(self) -> None:
        """Delete the chosen district; undo brings it back."""
        if (row := self.row) is not None:
            self.store.do(f"圏域「{row.name}」を削除", commands.remove_district, row.id)

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
        self.store.do(f"圏域「{row.name}」の順を変更", commands.move_district, row.id, place + 1)

    @Slot()
    def _edited(self) -> None:
        chosen = self._key is not None
        for button in (self.ui.removeButton, self.ui.upButton, self.ui.downButton):
            button.setEnabled(chosen)
        self.ui.cancelButton.setEnabled(self.form.dirty)
        self.ui.saveButton.setEnabled(self.form.dirty)

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and not self.form.dirty:
            if self.row is None:
                self._key = None
            self.reset()
