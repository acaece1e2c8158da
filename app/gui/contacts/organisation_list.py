"""The list of organisations: what is typed, tabs and filters narrow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.contacts import queries
from app.contacts.card import Tab
from app.contacts.organisation import OrganisationStatus
from app.contacts.organisation_card import OrganisationRow
from app.contacts.queries import OrganisationListing
from app.gui.compiled.contacts.ui_organisations_page import Ui_OrganisationsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.contacts.kana_tabs import KanaTabs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


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


class OrganisationList(RecordList):
    """The organisations of the office."""

    MASTERS = frozenset({"district", "organisation_kind", "tag"})

    def __init__(self, ui: Ui_OrganisationsPage, store: ObservableStore) -> None:
        filters = (ui.kindCombo, ui.districtCombo, ui.tagCombo, ui.statusCombo)
        super().__init__(ui, ui.organisationList, filters, store, ui.tabBar)
        self._ui = ui
        self._kana_tabs = KanaTabs(ui.tabBar, lambda: store.ask(self._tabs_asked))
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        model = WindowModel(store, COLUMNS, OrganisationListing(), self)
        self.show_model(model, "organisations")
        self.say_when_empty(
            EmptyState(
                "まだ団体が登録されていません",
                "町会、包括支援センター、社会福祉法人、サロンなど、事務所と関わる団体をここに登録"
                "します。役員や委員は、登録したあとにカードから加えます。",
                "最初の団体を追加する",
            ),
            EmptyState(
                "あてはまる団体がありません",
                "読みがな・代表者・電話番号や住所の一部でも探せます。種別・圏域・タグ・状態・五十音"
                "の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    def listing(self) -> OrganisationListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return OrganisationListing(
            text=self.text,
            kind_id=ui.kindCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            status=ui.statusCombo.currentData(),
            tag_id=ui.tagCombo.currentData(),
            binned=ui.binCheck.isChecked(),
            tab=self._kana_tabs.chosen,
        )

    def counted(self, *, typing: bool) -> None:
        """Write the counts on the tabs."""
        self._kana_tabs.count(typing=typing)

    def _tabs_asked(self, session: Session) -> tuple[Tab, ...]:
        listing: OrganisationListing = self.asked
        return listing.tabs(session)

    def fill_filters(self) -> None:
        """Offer the kinds, districts, tags and states."""
        ui, ask = self._ui, self.store.ask
        kinds = [(row.name, row.id) for row in ask(queries.organisation_kinds)]
        districts = [(row.name, row.id) for row in ask(office.districts)]
        tags = [(row.name, row.id) for row in ask(queries.tags)]
        statuses = [(status.label, status) for status in OrganisationStatus]
        fill_filter(ui.kindCombo, "種別", kinds)
        fill_filter(ui.districtCombo, "圏域", districts)
        fill_filter(ui.tagCombo, "タグ", tags)
        fill_filter(ui.statusCombo, "状態", statuses)
