"""The list of surveys."""

from __future__ import annotations

from app.gui.compiled.surveys.ui_surveys_page import Ui_SurveysPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.fiscal_year import FiscalYear
from app.surveys.queries import SurveyListing, SurveyRow, surveys
from app.surveys.survey import SurveyId


def returned(row: SurveyRow) -> str:
    """Say how many sheets came back, of how many."""
    if row.rate is None:
        return f"{row.sheets}枚"
    return f"{row.sheets}/{row.handed_out}枚（{float(row.rate):.1%}）"


COLUMNS: tuple[Column[SurveyRow], ...] = (
    Column("名前", lambda row: row.title, width=14, tip=lambda row: row.title),
    Column("対象", lambda row: row.target, width=7, tip=lambda row: row.target),
    Column("回収", returned, width=8),
)


class SurveyList(RecordList):
    """The surveys of the year of the window, the newest first."""

    def __init__(self, ui: Ui_SurveysPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui, ui.surveyList, (), store)
        self._ui, self._year = ui, year
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(
            WindowModel(store, COLUMNS, SurveyListing(year=year.value), self), "surveys"
        )
        self.say_when_empty(
            EmptyState(
                "この年度のアンケートはまだありません",
                "町会や団体へのアンケートの設問を作り、紙で戻った回答を入力すると、集計と"
                "クロス集計ができます。",
                "最初のアンケートを作る",
            ),
            EmptyState(
                "あてはまるアンケートがありません",
                "名前か対象の一部で探せます。上の年度も確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self.narrow)

    def choose(self, key: int) -> None:
        """Make a survey current, showing its year and taking away what hides it."""
        if rows := self.store.ask(surveys, [SurveyId(key)]):
            self._year.choose(FiscalYear(rows[0].fiscal_year))
            super().choose(key)

    def listing(self) -> SurveyListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return SurveyListing(text=self.text, year=self._year.value, binned=ui.binCheck.isChecked())
