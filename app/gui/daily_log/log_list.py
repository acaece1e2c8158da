"""The list of entries of the year that is shown, the latest first."""

from __future__ import annotations

from datetime import date

from app.daily_log.log_entry import LogEntryId, Means
from app.daily_log.queries import LogListing, LogRow, entries
from app.duties import queries as duties
from app.gui.compiled.daily_log.ui_entries_page import Ui_EntriesPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.daily_log.log_words import hours_of, title_of
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.office import queries as office

_DAY = "R8.4.1(水)"

COLUMNS: tuple[Column[LogRow], ...] = (
    Column("日付", lambda row: format_day(row.on_day, _DAY), width=6),
    Column("時間", hours_of, width=6),
    Column("業務", lambda row: row.duty.sign, width=3, tip=lambda row: row.duty.name),
    Column("件名・内容", title_of, width=11, tip=lambda row: row.content or row.title),
    Column("相手", lambda row: row.with_whom, width=7, tip=lambda row: row.with_whom),
    Column("種別", lambda row: row.kind, width=6, tip=lambda row: row.kind),
    Column("手段", lambda row: row.means.label, width=4),
    Column("場所", lambda row: row.place, width=6, tip=lambda row: row.place),
    Column("人数", lambda row: str(row.people or ""), number=True, width=3),
)


class LogList(RecordList):
    """The entries.  ``choose`` shows the year of an entry of another year."""

    MASTERS = frozenset({"duty", "duty_list", "activity_kind", "district"})

    def __init__(self, ui: Ui_EntriesPage, store: ObservableStore, year: YearChoice) -> None:
        self._ui, self._year = ui, year
        filters = (
            ui.dutyCombo, ui.kindCombo, ui.meansCombo, ui.districtCombo, ui.monthCombo,
            ui.cityCombo,
        )  # fmt: skip
        super().__init__(ui, ui.logList, filters, store)
        ui.countLabel.prepare(ems=4, quiet=True, right=True)
        first, last = year.value.first_day, year.value.last_day
        model = WindowModel(store, COLUMNS, LogListing(first=first, last=last), self)
        self.show_model(model, "log")
        self.say_when_empty(
            EmptyState(
                "この年度の日報はまだありません",
                "したことを1件ずつ、日・時間・業務区分の順に書きます。業務区分は数字1つで選べ、"
                "市・国などの集計はそれだけでできあがります。",
                "最初の記録を書く",
            ),
            EmptyState(
                "あてはまる記録がありません",
                "件名・内容・相手・場所の一部で探せます。絞り込みと、上の年度も確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self._year_changed)

    def _year_changed(self) -> None:
        self.fill_filters()
        self.narrow()

    def choose(self, key: int) -> None:
        """Make an entry current, showing its year and taking away what hides it."""
        if rows := self.store.ask(entries, [LogEntryId(key)]):
            self._year.choose(FiscalYear.of(rows[0].on_day))
            super().choose(key)

    def listing(self) -> LogListing:
        """Return what the boxes ask for."""
        ui = self._ui
        first, last = self._span(ui.monthCombo.currentData())
        return LogListing(
            text=self.text,
            first=first,
            last=last,
            duty_id=ui.dutyCombo.currentData(),
            kind_id=ui.kindCombo.currentData(),
            means=ui.meansCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            to_city=ui.cityCombo.currentData(),
            binned=ui.binCheck.isChecked(),
        )

    def _span(self, month: int | None) -> tuple[date, date]:
        year = self._year.value
        return (year.first_day, year.last_day) if month is None else year.month(month)

    def fill_filters(self) -> None:
        """Offer what an entry can be narrowed by."""
        ui, ask, year = self._ui, self.store.ask, self._year.value
        rows = ask(duties.duty_list, year.last_day)
        fill_filter(ui.dutyCombo, "業務区分", [(row.label, row.id) for row in rows])
        kinds = [(row.name, row.id) for row in ask(duties.activity_kinds)]
        fill_filter(ui.kindCombo, "活動種別", kinds)
        fill_filter(ui.meansCombo, "手段", [(one.label, one) for one in Means])
        fill_filter(ui.districtCombo, "圏域", [(row.name, row.id) for row in ask(office.districts)])
        months = [(format_day(first, "令和8年4月"), first.month) for first, _ in year.months]
        fill_filter(ui.monthCombo, "月", months)
        fill_filter(ui.cityCombo, "市へ報告", [("報告する", True), ("報告しない", False)])
