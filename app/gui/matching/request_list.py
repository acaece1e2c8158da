"""The list of requests for help: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.gui.compiled.matching.ui_requests_page import Ui_RequestsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.matching.years import fill_years
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.matching.queries import RequestListing, RequestRow
from app.matching.request import RequestState
from app.office import queries as office
from app.supporters import queries as supporters

OPEN_ONLY = "open"
"""What the filter of states holds for the requests that still look for somebody."""
_DAY = "R8.4.1"


def _what(row: RequestRow) -> str:
    return row.title or "・".join(row.kinds)


COLUMNS: tuple[Column[RequestRow], ...] = (
    Column("受付番号", lambda row: row.number, width=4),
    Column("状態", lambda row: row.state.label, width=3),
    Column("団体・活動の場", lambda row: row.who, width=7, tip=lambda row: row.organisation),
    Column("内容", _what, width=7, tip=lambda row: f"{_what(row)}\n{'・'.join(row.kinds)}"),
    Column("成立/必要", lambda row: f"{row.agreed}/{row.people_wanted}", number=True, width=5),
    Column("締切", lambda row: format_day(row.due_on, _DAY) if row.due_on else "", width=4),
    Column("日時", lambda row: row.when, width=8, tip=lambda row: row.when),
    Column("受付日", lambda row: format_day(row.received_on, _DAY), width=4),
)


class RequestList(RecordList):
    """The requests of the office."""

    MASTERS = frozenset({"district", "support_kind"})

    def __init__(self, ui: Ui_RequestsPage, store: ObservableStore, year: YearChoice) -> None:
        filters = (ui.stateCombo, ui.districtCombo, ui.kindCombo, ui.yearCombo)
        super().__init__(ui, ui.requestList, filters, store)
        self._ui = ui
        fill_years(ui.yearCombo, year)
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        model = WindowModel(store, COLUMNS, RequestListing(), self)
        self.show_model(model, "requests")
        self.say_when_empty(
            EmptyState(
                "まだ希望票がありません",
                "町会やサロンから届いたお手伝い希望票（FAX・郵送・電話）を、紙の順に入力します。"
                "入力すると、頼めそうなサポーターが理由とともに並びます。",
                "最初の希望票を入力する",
            ),
            EmptyState(
                "あてはまる希望票がありません",
                "受付番号、団体や活動の場の名前、内容の一部で探せます。"
                "状態・圏域・内容・年度の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    def listing(self) -> RequestListing:
        """Return what the boxes ask for."""
        ui = self._ui
        state = ui.stateCombo.currentData()
        return RequestListing(
            text=self.text,
            state=None if state == OPEN_ONLY else state,
            open_only=state == OPEN_ONLY,
            district_id=ui.districtCombo.currentData(),
            kind_id=ui.kindCombo.currentData(),
            year=ui.yearCombo.currentData(),
            binned=ui.binCheck.isChecked(),
        )

    def fill_filters(self) -> None:
        """Offer the states, districts and kinds of support."""
        ui, ask = self._ui, self.store.ask
        states: list[tuple[str, object]] = [("受付・調整中", OPEN_ONLY)]
        states += [(state.label, state) for state in RequestState]
        fill_filter(ui.stateCombo, "状態", states)
        fill_filter(ui.districtCombo, "圏域", [(row.name, row.id) for row in ask(office.districts)])
        kinds = [(row.name, row.id) for row in ask(supporters.support_kinds)]
        fill_filter(ui.kindCombo, "内容", kinds)
