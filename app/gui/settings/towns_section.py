"""設定 → 町名と圏域: in which district each town lies; imported, or set for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.gui.compiled.settings.ui_towns_section import Ui_TownsSection
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.section import Section
from app.gui.settings.town_import import TownImport
from app.gui.settings.whole_listing import WholeListing
from app.kernel.folding import fold, query_forms
from app.local_resources import commands as resources
from app.office import commands, queries
from app.office.masters import TownDraft, TownRow, TownsAssigned

COLUMNS = (
    Column[TownRow]("町名", lambda row: row.name, width=12),
    Column[TownRow]("ふりがな", lambda row: row.kana, width=14),
    Column[TownRow]("圏域", lambda row: row.district or "（決まっていません）", width=8),
)
_TABLES = frozenset({"town", "district"})


class TownsSection(Section):
    """The list of towns, searched while one types; several can be chosen at once."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.ui = Ui_TownsSection()
        self.ui.setupUi(self)
        self.model = WindowModel(self.store, COLUMNS, self._listing(), self)
        self.ui.townList.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.ui.townList.show_model(self.model, "settings_towns")
        self.towns = TownImport(page, self)
        self.towns.done.connect(self.told)
        self.ui.searchEdit.textChanged.connect(self._filter)
        self.ui.openCheck.toggled.connect(self._filter)
        self.ui.assignButton.clicked.connect(self.assign)
        self.ui.addButton.clicked.connect(self.add)
        self.ui.removeButton.clicked.connect(self.remove)
        self.ui.importButton.clicked.connect(self.towns.ask)
        self.ui.applyButton.clicked.connect(self.apply_to_people)
        self.store.changed.connect(self._changed)
        self.reveal()

    def reveal(self) -> None:
        combo = self.ui.districtCombo
        chosen = combo.currentText()
        combo.clear()
        for row in self.store.ask(queries.districts):
            combo.addItem(row.name)
        combo.setCurrentIndex(max(combo.findText(chosen), 0))
        every = self.store.ask(queries.towns)
        unknown = sum(not town.district for town in every)
        self.ui.countLabel.setText(f"全{len(every)}件　未定{unknown}件")

    def chosen_towns(self) -> list[TownRow]:
        """Return the towns that are chosen in the list."""
        indexes = self.ui.townList.selectionModel().selectedRows()
        rows = [self.model.row(index) for index in indexes]
        return [row for row in rows if row is not None]

    @Slot()
    def assign(self) -> None:
        """Put the chosen towns into the district that is chosen beside the button."""
        towns, district = self.chosen_towns(), self.ui.districtCombo.currentText()
        if not towns:
            self.page.said.emit("町名を選んでください。Ctrlキーを押しながら押すと複数選べます。")
            return
        told = towns[0].name if len(towns) == 1 else f"{len(towns)}件の町名"
        drafts = [TownDraft(town.name, town.kana, district) for town in towns]
        self.store.do(f"{told}を圏域「{district}」に", commands.assign_towns, drafts)

    @Slot()
    def add(self) -> None:
        """Ask for a town and add it; its district is chosen afterwards."""
        name = self.page.dialogs.ask_text("町名を追加", "町名（例：青柳町）")
        if not name:
            return
        done = self.store.do(f"町名「{name}」を追加", commands.assign_towns, [TownDraft(name)])
        if done is not None and done.operation is None:
            self.page.said.emit(f"町名「{name}」はすでにあります。")
        self._show(name)

    @Slot()
    def remove(self) -> None:
        """Take the chosen towns out of the list; undo brings them back."""
        if towns := self.chosen_towns():
            told = towns[0].name if len(towns) == 1 else f"{len(towns)}件の町名"
            self.store.do(f"{told}を削除", _remove, [town.id for town in towns])

    @Slot()
    def apply_to_people(self) -> None:
        """Give everybody whose district was not set by hand the one their town has now."""
        done = self.store.do("連絡先と社会資源の圏域を付け直す", _refresh)
        if done is not None and done.operation is None:
            self.page.said.emit("圏域の変わる連絡先・社会資源はありませんでした。")

    @Slot(object)
    def told(self, assigned: TownsAssigned) -> None:
        """Say what became of an import."""
        lines = [
            f"追加 {len(assigned.added)}件　変更 {len(assigned.changed)}件　"
            f"同じ {len(assigned.same)}件"
        ]
        if assigned.refused:
            lines.append(f"取り込めなかった町名が{len(assigned.refused)}件あります。")
            lines += [f"・{name or '（空）'}：{reason}" for name, reason in assigned.refused[:20]]
        self.page.dialogs.tell("\n".join(lines))

    def _listing(self) -> WholeListing[TownRow]:
        text, unknown = self.ui.searchEdit.text(), self.ui.openCheck.isChecked()
        return WholeListing(partial(_towns, text=text, unknown=unknown), _TABLES)

    def _show(self, name: str) -> None:
        self.ui.searchEdit.setText(name)
        self.ui.openCheck.setChecked(False)
        if self.model.keys():
            self.ui.townList.choose(self.model.keys()[0])

    @Slot()
    def _filter(self) -> None:
        self.model.show(self._listing())

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.reveal()


def _towns(session: Session, *, text: str, unknown: bool) -> Sequence[TownRow]:
    """Return the towns whose name, reading or district holds the text."""
    rows = [row for row in queries.towns(session) if not (unknown and row.district)]
    forms = query_forms(text.strip()) if text.strip() else ()
    if not forms:
        return rows
    return [row for row in rows if any(form in _key(row) for form in forms)]


def _key(row: TownRow) -> str:
    return "\n".join(fold(part) for part in (row.name, row.kana, row.district))


def _refresh(session: Session) -> int:
    """Set every district anew that follows a town, in one step."""
    return contacts.refresh_districts(session) + resources.refresh_resource_districts(session)


def _remove(session: Session, towns: Sequence[int]) -> None:
    for town in towns:
        commands.remove_town(session, town)
