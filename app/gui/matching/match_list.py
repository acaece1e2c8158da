"""The list of matches: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.gui.compiled.matching.ui_matches_page import Ui_MatchesPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.matching.years import fill_years
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.matching.match import MatchState
from app.matching.queries import MatchListing, MatchRow, matches

OPEN_ONLY = "open"
"""What the filter of states holds for the matches that are not over."""
_DAY = "R8.4.1"


def _follow_up(row: MatchRow) -> str:
    return format_day(row.follow_up_on, _DAY) if row.follow_up_on else ""


COLUMNS: tuple[Column[MatchRow], ...] = (
    Column("サポーター", lambda row: row.name, width=6, tip=lambda row: row.supporter_number),
    Column("状態", lambda row: row.state.label, width=4),
    Column("活動の場・件名", lambda row: row.what, width=11, tip=lambda row: row.what),
    Column("次の連絡", _follow_up, width=4),
    Column("打診日", lambda row: format_day(row.asked_on, _DAY), width=4),
    Column("希望票", lambda row: row.request_number, width=4),
    Column("レベル", lambda row: row.level, width=4),
)


class MatchList(RecordList):
    """Who was asked for what."""

    MASTERS = frozenset({"match"})

    def __init__(self, ui: Ui_MatchesPage, store: ObservableStore, year: YearChoice) -> None:
        filters = (ui.stateCombo, ui.yearCombo, ui.supporterCombo, ui.placeCombo)
        super().__init__(ui, ui.matchList, filters, store)
        self._ui = ui
        fill_years(ui.yearCombo, year)
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, MatchListing(), self), "matches")
        self.say_when_empty(
            EmptyState(
                "まだマッチがありません",
                "「希望票」で候補のサポーターに打診すると、返事や顔合わせ、活動の始まりと終わりまで"
                "の歩みがここに並びます。",
            ),
            EmptyState(
                "あてはまるマッチがありません",
                "サポーターの氏名、団体や活動の場、受付番号で探せます。"
                "状態・年度などの絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    def listing(self) -> MatchListing:
        """Return what the boxes ask for."""
        ui = self._ui
        state = ui.stateCombo.currentData()
        return MatchListing(
            text=self.text,
            state=None if state == OPEN_ONLY else state,
            open_only=state == OPEN_ONLY,
            year=ui.yearCombo.currentData(),
            supporter=ui.supporterCombo.currentData(),
            resource=ui.placeCombo.currentData(),
            binned=ui.binCheck.isChecked(),
        )

    def fill_filters(self) -> None:
        """Offer the states, and of the matches that go on the supporters and the places."""
        ui = self._ui
        states: list[tuple[str, object]] = [("終わっていない", OPEN_ONLY)]
        states += [(state.label, state) for state in MatchState]
        fill_filter(ui.stateCombo, "状態", states)
        keys = self.store.ask(MatchListing(open_only=True).keys)
        rows = self.store.ask(matches, keys)
        people = {row.supporter: f"{row.name}　{row.supporter_number}" for row in rows}
        places = {row.resource: row.place for row in rows if row.resource is not None}
        for combo, what, known in (
            (ui.supporterCombo, "サポーター", people),
            (ui.placeCombo, "活動の場", places),
        ):
            named = sorted((name, key) for key, name in known.items())
            fill_filter(combo, what, named)
