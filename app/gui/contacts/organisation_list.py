"""The list of organisations: what is typed, tabs and filters narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.contacts import queries
from app.contacts.card import Tab
from app.contacts.derived import TABS
from app.contacts.organisation import OrganisationStatus
from app.contacts.organisation_card import OrganisationRow
from app.contacts.queries import OrganisationListing
from app.gui.compiled.contacts.ui_organisations_page import Ui_OrganisationsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.widgets.empty_state import EmptyState
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_PAUSE_MS = 80
"""The tabs count once the typing pauses: laying them out takes longer than the search."""
_NARROW = {"ふりがな未入力": "未入力"}
_MASTERS = frozenset({"district", "organisation_kind", "tag"})


def _name(row: OrganisationRow) -> str:
    active = row.status is OrganisationStatus.ACTIVE
    return row.name if active else f"{row.name}（{row.status.label}）"


COLUMNS: tuple[Column[OrganisationRow], ...] = (
    Column("名称", _name, width=11, tip=lambda row: f"{row.kana}\n{row.name}".strip()),
    Column("種別", lambda row: row.kind, width=5, tip=lambda row: row.kind),
    Column("代表者", lambda row: row.representative, width=7, tip=lambda row: row.representative),
    Column("電話", lambda row: row.phone, width=6),
    Column("圏域", lambda row: row.district, width=4),
)


class OrganisationList(QObject):
    """Connects search, tabs and filters to the list.

    ``chosen`` carries the key of the current one or nothing, ``opened`` that of one that was
    double-clicked, ``first_wanted`` that the first one is to be added.
    """

    chosen = Signal(object)
    opened = Signal(int)
    first_wanted = Signal()

    def __init__(self, ui: Ui_OrganisationsPage, store: ObservableStore) -> None:
        super().__init__(ui.listView)
        self._ui = ui
        self._store = store
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._write_tabs)
        self._boxes = (ui.kindCombo, ui.districtCombo, ui.tagCombo, ui.statusCombo)
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self._fill_filters()
        self.model: WindowModel[OrganisationRow] = WindowModel(
            store, COLUMNS, OrganisationListing(), self
        )
        ui.organisationList.show_model(self.model, "organisations")
        self._none_yet = EmptyState(
            "まだ団体が登録されていません",
            "町会、包括支援センター、社会福祉法人、サロンなど、事務所と関わる団体をここに登録します。"
            "役員や委員は、登録したあとにカードから加えます。",
            "最初の団体を追加する",
        )
        self._not_found = EmptyState(
            "あてはまる団体がありません",
            "読みがな・代表者・電話番号や住所の一部でも探せます。種別・圏域・タグ・状態・五十音の"
            "絞り込みも確かめてください。",
            "絞り込みをやめる",
        )
        self._none_yet.wanted.connect(self.first_wanted)
        self._not_found.wanted.connect(self.clear)
        ui.listStack.addWidget(self._none_yet)
        ui.listStack.addWidget(self._not_found)
        self._connect()
        self._write_tabs()
        self._show_counts()

    def _connect(self) -> None:
        ui = self._ui
        ui.searchEdit.textChanged.connect(self._narrow)
        ui.tabBar.currentChanged.connect(self._narrow)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._narrow)
        ui.binCheck.toggled.connect(self._narrow)
        ui.organisationList.chosen.connect(self.chosen)
        ui.organisationList.opened.connect(self.opened)
        self._store.changed.connect(self._changed)

    @property
    def asked(self) -> OrganisationListing:
        """What is listed now."""
        listing: OrganisationListing = self.model.listing
        return listing

    def show_organisation(self, organisation: int) -> None:
        """Make one current, taking away what hides it."""
        if not self._ui.organisationList.choose(organisation):
            self.clear()
            if not self._ui.organisationList.choose(organisation):
                self._ui.binCheck.setChecked(True)
                self._ui.organisationList.choose(organisation)

    @Slot()
    def clear(self) -> None:
        """List all of them."""
        ui = self._ui
        quiet = (ui.searchEdit, ui.tabBar, *self._boxes, ui.binCheck)
        for widget in quiet:
            widget.blockSignals(True)  # noqa: FBT003
        ui.searchEdit.clear()
        ui.tabBar.setCurrentIndex(0)
        for box in self._boxes:
            box.setCurrentIndex(0)
        ui.binCheck.setChecked(False)
        for widget in quiet:
            widget.blockSignals(False)  # noqa: FBT003
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        ui = self._ui
        tab = ui.tabBar.currentIndex()
        asked = OrganisationListing(
            text=ui.searchEdit.text().strip(),
            kind_id=ui.kindCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            status=ui.statusCombo.currentData(),
            tag_id=ui.tagCombo.currentData(),
            binned=ui.binCheck.isChecked(),
            tab=TABS[tab - 1] if tab > 0 else "",
        )
        if asked != self.asked:
            self.model.show(asked)
            self._show_counts()
            self._pause.start()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & _MASTERS:
            self._fill_filters()
            self._narrow()
        if tables & self.model.listing.tables:
            self._show_counts()
            self._write_tabs()

    @Slot()
    def _write_tabs(self) -> None:
        """Write the counts on the tabs."""
        tabs = self._store.ask(self._tabs)
        bar = self._ui.tabBar
        titles = ["すべて", *(_NARROW.get(tab.title, tab.title) for tab in tabs)]
        counts = [0, *(tab.people for tab in tabs)]
        for number, (title, count) in enumerate(zip(titles, counts, strict=True)):
            text = f"{title} {count}" if count else title
            if bar.count() <= number:
                bar.addTab(text)
            elif bar.tabText(number) != text:
                bar.setTabText(number, text)

    def _tabs(self, session: Session) -> tuple[Tab, ...]:
        return self.asked.tabs(session)

    def _show_counts(self) -> None:
        """Say how many are listed, and what an empty list means."""
        shown = self.model.rowCount()
        self._ui.countLabel.setText(f"{shown:,}件")
        nothing = not shown and self.asked == OrganisationListing()
        page = self._none_yet if nothing else self._not_found
        self._ui.listStack.setCurrentWidget(self._ui.organisationList if shown else page)

    def _fill_filters(self) -> None:
        ui, ask = self._ui, self._store.ask
        kinds = [(row.name, row.id) for row in ask(queries.organisation_kinds)]
        districts = [(row.name, row.id) for row in ask(office.districts)]
        tags = [(row.name, row.id) for row in ask(queries.tags)]
        statuses = [(status.label, status) for status in OrganisationStatus]
        fill_filter(ui.kindCombo, "種別", kinds)
        fill_filter(ui.districtCombo, "圏域", districts)
        fill_filter(ui.tagCombo, "タグ", tags)
        fill_filter(ui.statusCombo, "状態", statuses)
