"""The list of the staff: every term, those of today and those that are over."""

from __future__ import annotations

from app.contacts.term import TermState
from app.gui.compiled.staff.ui_staff_page import Ui_StaffPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.records.record_form import Today
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.staff.full_time import equivalent_text
from app.staff.queries import StaffListing, StaffRow

_DAY = "R8.4.1"


def term_text(row: StaffRow) -> str:
    """Write from when to when a term goes."""
    first, last = (
        format_day(day, _DAY) if day else "" for day in (row.draft.starts_on, row.draft.ends_on)
    )
    return f"{first}～{last}"


class StaffList(RecordList):
    """Who works here; a change of coordinator without the city's agreement says so."""

    UNIT = "人"

    def __init__(self, ui: Ui_StaffPage, store: ObservableStore, today: Today) -> None:
        super().__init__(ui, ui.staffList, (), store)
        self._today = today
        columns: tuple[Column[StaffRow], ...] = (
            Column("氏名", lambda row: row.name, width=6, tip=lambda row: row.kana),
            Column("状態", self._state, width=4),
            Column(
                "職種",
                lambda row: row.draft.role.label,
                width=7,
                tip=lambda row: row.draft.role.label,
            ),
            Column("期間", term_text, width=8),
            Column("常勤換算", lambda row: equivalent_text(row.equivalent), number=True, width=4),
        )
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, columns, StaffListing(), self), "staff")
        self.say_when_empty(
            EmptyState(
                "職員の登録がまだありません",
                "コーディネーターと補助員を、期間と週の勤務時間を付けて登録します。常勤換算と、交代のときの"
                "市の承諾、研修の受講記録がここで分かります。",
                "最初の職員を追加する",
            ),
            EmptyState(
                "あてはまる職員がいません", "氏名・ふりがな・職種で探せます。", "絞り込みをやめる"
            ),
        )

    def _state(self, row: StaffRow) -> str:
        state = row.state(self._today())
        return "承諾なし" if row.warning and state is not TermState.PAST else state.label

    def listing(self) -> StaffListing:
        """Return what the box asks for."""
        return StaffListing(self.text)
