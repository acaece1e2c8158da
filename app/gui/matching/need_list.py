"""The list of needs: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.gui.compiled.matching.ui_needs_page import Ui_NeedsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.matching.years import fill_years
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.matching.need import Handling
from app.matching.queries import NeedListing, NeedRow
from app.office import queries as office
from app.supporters import queries as supporters

_DAY = "R8.4.1"


def _what(row: NeedRow) -> str:
    return row.content.split("\n")[0] or "・".join(row.kinds)


COLUMNS: tuple[Column[NeedRow], ...] = (
    Column("受付番号", lambda row: row.number, width=4),
    Column("受付日", lambda row: format_day(row.received_on, _DAY), width=4),
    Column("内容", _what, width=11, tip=lambda row: f"{row.content}\n{'・'.join(row.kinds)}"),
    Column("対応", lambda row: row.handling.label, width=5),
    Column("つないだ先", lambda row: row.handed_to, width=6, tip=lambda row: row.handed_to),
    Column("緊急度", lambda row: row.urgency.label, width=3),
    Column("圏域", lambda row: row.district, width=5),
    Column("経路", lambda row: row.route.label, width=5),
)


class NeedList(RecordList):
    """The needs somebody spoke of."""

    MASTERS = frozenset({"district", "support_kind"})

    def __init__(self, ui: Ui_NeedsPage, store: ObservableStore, year: YearChoice) -> None:
        filters = (ui.handlingCombo, ui.districtCombo, ui.kindCombo, ui.yearCombo)
        super().__init__(ui, ui.needList, filters, store)
        self._ui = ui
        fill_years(ui.yearCombo, year)
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, NeedListing(), self), "needs")
        self.say_when_empty(
            EmptyState(
                "まだニーズがありません",
                "本人や家族、民生委員、包括支援センターなどから聞いた困りごとを、お名前を書かずに"
                "受け付けます。どこへつないだか、その後どうなったかまで残ります。",
                "最初のニーズを受け付ける",
            ),
            EmptyState(
                "あてはまるニーズがありません",
                "受付番号、内容、町名、つないだ先の一部で探せます。"
                "対応・圏域・区分・年度の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    def listing(self) -> NeedListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return NeedListing(
            text=self.text,
            handling=ui.handlingCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            kind_id=ui.kindCombo.currentData(),
            year=ui.yearCombo.currentData(),
            binned=ui.binCheck.isChecked(),
        )

    def fill_filters(self) -> None:
        """Offer the ways of handling, the districts and the kinds of support."""
        ui, ask = self._ui, self.store.ask
        fill_filter(ui.handlingCombo, "対応", [(one.label, one) for one in Handling])
        fill_filter(ui.districtCombo, "圏域", [(row.name, row.id) for row in ask(office.districts)])
        kinds = [(row.name, row.id) for row in ask(supporters.support_kinds)]
        fill_filter(ui.kindCombo, "区分", kinds)
