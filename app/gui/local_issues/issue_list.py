"""The list of issues: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.gui.compiled.local_issues.ui_issues_page import Ui_IssuesPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.local_issues import queries
from app.local_issues.local_issue import IssueStage, LocalIssueId
from app.local_issues.queries import IssueListing, IssueRow
from app.local_issues.stages import ENDED
from app.office import queries as office

_DAY = "R8.4.1"
_OPEN = "open"
"""The choice of all stages in which something is left to be done."""


def standing_at_city(row: IssueRow) -> str:
    """Say in one word what became of an issue at the city; nothing if it was not brought there."""
    if row.submitted_on is None:
        return ""
    if row.answered_on is None:
        return "回答待ち"
    return "反映" if row.taken_up else "回答あり"


COLUMNS: tuple[Column[IssueRow], ...] = (
    Column("番号", lambda row: row.number, width=4),
    Column("件名", lambda row: row.title, width=12, tip=lambda row: row.title),
    Column("段階", lambda row: row.stage.label, width=4),
    Column("圏域", lambda row: row.where, width=6, tip=lambda row: row.where),
    Column("区分", lambda row: row.kind, width=6, tip=lambda row: row.kind),
    Column("把握した日", lambda row: format_day(row.found_on, _DAY), width=4),
    Column("市へ", standing_at_city, width=5),
)


class IssueList(RecordList):
    """The issues worked on in the year of the window, the newest first.

    One that is not ended goes on in the next year.
    """

    MASTERS = frozenset({"district", "issue_kind"})

    def __init__(self, ui: Ui_IssuesPage, store: ObservableStore, year: YearChoice) -> None:
        filters = (ui.stageCombo, ui.kindCombo, ui.districtCombo)
        super().__init__(ui, ui.issueList, filters, store)
        self._ui, self._year = ui, year
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, IssueListing(year=year.value), self), "issues")
        self.say_when_empty(
            EmptyState(
                "この年度に取り組んでいる課題はありません",
                "ニーズ、日々の活動、アンケート、会議から見えてきた地域の課題を書きます。「マッチング」の"
                "「ニーズ」で何件か選び、「課題にまとめる」こともできます。",
                "最初の課題を書く",
            ),
            EmptyState(
                "あてはまる課題がありません",
                "番号、件名、内容、対応案の一部で探せます。段階・区分・圏域の絞り込みと、"
                "上の年度も確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self.narrow)

    def choose(self, key: int) -> None:
        """Make an issue current, in the year of the window if it was worked on in it."""
        for row in self.store.ask(queries.issues, [LocalIssueId(key)]):
            year = self._year.value
            if row.found_on > year.last_day:
                self._year.choose(FiscalYear.of(row.found_on))
            elif row.stage in ENDED and row.since < year.first_day:
                self._year.choose(FiscalYear.of(row.since))
            super().choose(key)

    def listing(self) -> IssueListing:
        """Return what the boxes ask for."""
        ui = self._ui
        stage = ui.stageCombo.currentData()
        return IssueListing(
            text=self.text,
            stage=stage if isinstance(stage, IssueStage) else None,
            open_only=stage == _OPEN,
            kind_id=ui.kindCombo.currentData(),
            district_id=ui.districtCombo.currentData(),
            year=self._year.value,
            binned=ui.binCheck.isChecked(),
        )

    def fill_filters(self) -> None:
        """Offer the stages, the kinds and the districts."""
        ui, ask = self._ui, self.store.ask
        stages = [("終わっていないもの", _OPEN), *((one.label, one) for one in IssueStage)]
        fill_filter(ui.stageCombo, "段階", stages)
        fill_filter(ui.kindCombo, "区分", [(row.name, row.id) for row in ask(queries.issue_kinds)])
        fill_filter(ui.districtCombo, "圏域", [(row.name, row.id) for row in ask(office.districts)])
