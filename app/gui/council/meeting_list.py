"""The list of meetings: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.council import queries
from app.council.council import Tier
from app.council.meeting import MeetingId, MeetingState, MinutesState
from app.council.queries import MeetingListing, MeetingRow
from app.gui.compiled.council.ui_meetings_page import Ui_MeetingsPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day

_DAY = "R8.4.1"


def standing(row: MeetingRow) -> str:
    """Say in one word how far a meeting is: from being planned to its minutes being final."""
    if row.state is MeetingState.PLANNED and row.invited_on is not None:
        return "案内済み"
    if row.state is MeetingState.HELD and row.minutes is not MinutesState.NONE:
        return f"会議録{row.minutes.label}"
    return row.state.label


def _present(row: MeetingRow) -> str:
    return f"{row.present}/{row.members}" if row.state is MeetingState.HELD else f"{row.members}"


COLUMNS: tuple[Column[MeetingRow], ...] = (
    Column("開催日", lambda row: format_day(row.held_on, _DAY), width=4),
    Column("会議", lambda row: row.council, width=10, tip=lambda row: row.title),
    Column("回", lambda row: f"{row.number}", number=True, width=2),
    Column("状態", standing, width=5),
    Column("出席/委員", _present, number=True, width=4),
    Column(
        "議題", lambda row: "・".join(row.agenda), width=14, tip=lambda row: "\n".join(row.agenda)
    ),
)


class MeetingList(RecordList):
    """The meetings of all councils in the year of the window.

    They have no bin: one that falls through is called off.
    """

    MASTERS = frozenset({"council"})

    def __init__(self, ui: Ui_MeetingsPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui, ui.meetingList, (ui.councilCombo, ui.tierCombo), store)
        self._ui, self._year = ui, year
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(
            WindowModel(store, COLUMNS, MeetingListing(year=year.value), self), "meetings"
        )
        self.say_when_empty(
            EmptyState(
                "この年度の会議はまだありません",
                "第1層・第2層協議体や地域ケア会議の開催を書くと、回の番号、委員の名簿、前の会議の宿題が"
                "自動で入ります。案内から会議録の確定まで、ここで進めます。",
                "最初の会議を書く",
            ),
            EmptyState(
                "あてはまる会議がありません",
                "協議体の名前、会場、議題、決定事項、会議録の言葉で探せます。"
                "協議体・種類の絞り込みと、上の年度も確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self.narrow)

    def choose(self, key: int) -> None:
        """Make a meeting current, showing its year and taking away what hides it."""
        if rows := self.store.ask(queries.meetings, [MeetingId(key)]):
            self._year.choose(FiscalYear.of(rows[0].held_on))
            super().choose(key)

    def listing(self) -> MeetingListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return MeetingListing(
            council=ui.councilCombo.currentData(),
            tier=ui.tierCombo.currentData(),
            year=self._year.value,
            text=self.text,
        )

    def fill_filters(self) -> None:
        """Offer the councils and what kinds of them there are."""
        ui, ask = self._ui, self.store.ask
        rows = ask(queries.councils, ask(queries.CouncilListing().keys))
        fill_filter(ui.councilCombo, "協議体", [(row.name, row.id) for row in rows])
        fill_filter(ui.tierCombo, "種類", [(tier.label, tier) for tier in Tier])
