"""The list of resources: what is typed, tabs and filters narrow it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.contacts.card import Tab
from app.gui.compiled.local_resources.ui_resources_page import Ui_ResourcesPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.contacts.kana_tabs import KanaTabs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.local_resources import queries
from app.local_resources.local_resource import ResourceStatus, View
from app.local_resources.queries import ResourceListing
from app.local_resources.resource_card import ResourceRow
from app.office import queries as office

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

STALE, WITHOUT_CONSENT = "stale", "without-consent"
_CHECKS = (("確認の古いもの", STALE), ("公開の同意日なし", WITHOUT_CONSENT))


def _name(row: ResourceRow) -> str:
    active = row.status is ResourceStatus.ACTIVE
    return row.name if active else f"{row.name}（{row.status.label}）"


def _where(row: ResourceRow) -> str:
    return "全市" if row.city_wide else row.district


def _confirmed(row: ResourceRow) -> str:
    return "未確認" if row.confirmed_on is None else format_day(row.confirmed_on, "R8.4.1")


_VIEWS = {View.PUBLIC: "公開", View.PARTNERS: "関係", View.INTERNAL: "内部"}

COLUMNS: tuple[Column[ResourceRow], ...] = (
    Column("名称", _name, width=9, tip=lambda row: f"{row.kana}\n{row.name}".strip()),
    Column("区分", lambda row: row.kind, width=4, tip=lambda row: row.kind),
    Column("圏域", _where, width=3, tip=_where),
    Column("開催日", lambda row: row.opening, width=7, tip=lambda row: row.opening),
    Column("公開", lambda row: _VIEWS[row.view], width=3, tip=lambda row: row.view.label),
    Column("確認", _confirmed, width=4),
)


class ResourceList(RecordList):
    """The resources of the office."""

    MASTERS = frozenset({"district", "resource_kind"})

    def __init__(
        self, ui: Ui_ResourcesPage, store: ObservableStore, today: Callable[[], date]
    ) -> None:
        filters = (
            ui.kindCombo, ui.districtCombo, ui.statusCombo,
            ui.viewCombo, ui.checkCombo, ui.supportCombo,
        )  # fmt: skip
        super().__init__(ui, ui.resourceList, filters, store, ui.tabBar)
        self._ui, self._today = ui, today
        self._kana_tabs = KanaTabs(ui.tabBar, lambda: store.ask(self._tabs_asked))
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, ResourceListing(), self), "resources")
        self.say_when_empty(
            EmptyState(
                "まだ社会資源が登録されていません",
                "サロン、通いの場、町会の集まり、見守り、サークルなど、地域にある活動の場をここに"
                "登録します。いまある一覧は「ファイル」から取り込めます。",
                "最初の社会資源を追加する",
            ),
            EmptyState(
                "あてはまる社会資源がありません",
                "会場・内容・電話番号や住所の一部でも探せます。区分・圏域・状態・公開・確認・五十音"
                "の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    def listing(self) -> ResourceListing:
        """Return what the boxes ask for."""
        ui = self._ui
        check = ui.checkCombo.currentData()
        return ResourceListing(
            text=self.text,
            kind_id=ui.kindCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            status=ui.statusCombo.currentData(),
            view=ui.viewCombo.currentData(),
            stale_on=self._today() if check == STALE else None,
            without_consent=check == WITHOUT_CONSENT,
            takes_supporters=bool(ui.supportCombo.currentData()),
            binned=ui.binCheck.isChecked(),
            tab=self._kana_tabs.chosen,
        )

    def only(self, check: str) -> None:
        """List only what has to be looked into."""
        self.clear()
        self._ui.checkCombo.setCurrentIndex(self._ui.checkCombo.findData(check))

    def counted(self, *, typing: bool) -> None:
        """Write the counts on the tabs."""
        self._kana_tabs.count(typing=typing)

    def _tabs_asked(self, session: Session) -> tuple[Tab, ...]:
        listing: ResourceListing = self.asked
        return listing.tabs(session)

    def fill_filters(self) -> None:
        """Offer the kinds, districts, states and what else narrows the list."""
        ui, ask = self._ui, self.store.ask
        fill_filter(
            ui.kindCombo, "区分", [(one.name, one.id) for one in ask(queries.resource_kinds)]
        )
        districts = [(one.name, one.id) for one in ask(office.districts)]
        fill_filter(ui.districtCombo, "圏域", districts)
        fill_filter(ui.statusCombo, "状態", [(one.label, one) for one in ResourceStatus])
        fill_filter(ui.viewCombo, "公開", [(one.label, one) for one in View])
        fill_filter(ui.checkCombo, "確認", _CHECKS)
        fill_filter(ui.supportCombo, "受け入れ", [("サポーターを受け入れている", True)])
