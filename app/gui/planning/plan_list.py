"""The list of the items of a year's plan, by duty."""

from __future__ import annotations

from contextlib import suppress

from app.duties import queries as duties
from app.gui.compiled.planning.ui_plan_page import Ui_PlanPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.planning.plan_words import counted, rate_text, target_text
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.planning import queries
from app.planning.plan import PlanItemId
from app.planning.queries import PlanListing, PlanRow

COLUMNS: tuple[Column[PlanRow], ...] = (
    Column("区分", lambda row: row.duty.sign, width=2, tip=lambda row: row.duty.name),
    Column("事業", lambda row: row.title, width=11, tip=lambda row: row.title),
    Column("時期", lambda row: row.when, width=4, tip=lambda row: row.when),
    Column("目標", target_text, number=True, width=4, tip=lambda row: row.draft.indicator),
    Column("実績", lambda row: counted(row.actual, row), number=True, width=4),
    Column("達成率", rate_text, number=True, width=3),
    Column("評価", lambda row: row.review.grade.label[:1] if row.review.grade else "", width=2),
)


class PlanList(RecordList):
    """The plan of the year of the window; nothing of it has a bin."""

    MASTERS = frozenset({"duty", "duty_list"})

    def __init__(self, ui: Ui_PlanPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui, ui.itemList, (ui.dutyCombo,), store)
        self._ui = ui
        self._year = year
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, PlanListing(year.value), self), "plan_items")
        self.say_when_empty(
            EmptyState(
                "この年度の計画はまだありません",
                "業務区分ごとに事業と目標を書くと、実績は日報・研修・会議などの記録から自動で数えます。"
                "前の年度の計画があれば「前の年度から写す」で始められます。",
                "最初の事業を追加する",
            ),
            EmptyState(
                "あてはまる事業がありません",
                "事業名・目的・内容の一部で探せます。業務区分の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self._year_changed)

    def _year_changed(self) -> None:
        self.fill_filters()
        self.narrow()

    def choose(self, key: int) -> None:
        """Make an item current, showing its year."""
        with suppress(Refusal):
            self._year.choose(self.store.ask(queries.plan_item, PlanItemId(key)).year)
        super().choose(key)

    def listing(self) -> PlanListing:
        """Return what the boxes ask for, in the year of the window."""
        return PlanListing(self._year.value, self.text, self._ui.dutyCombo.currentData())

    def fill_filters(self) -> None:
        """Offer the duties of the year."""
        rows = self.store.ask(duties.duty_list, self._year.value.last_day)
        fill_filter(self._ui.dutyCombo, "業務区分", [(row.label, row.id) for row in rows])
