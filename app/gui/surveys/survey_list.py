"""The list of surveys."""

from __future__ import annotations

from app.gui.compiled.surveys.ui_surveys_page import Ui_SurveysPage
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.matching.years import fill_years
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.fiscal_year import FiscalYear
from app.surveys.queries import SurveyListing, SurveyRow


def returned(row: SurveyRow) -> str:
    """Say how many sheets came back, of how many."""
    if row.rate is None:
        return f"{row.sheets}枚"
    return f"{row.sheets}/{row.handed_out}枚（{float(row.rate):.1%}）"


COLUMNS: tuple[Column[SurveyRow], ...] = (
    Column("年度", lambda row: str(FiscalYear(row.fiscal_year)), width=5),
    Column("名前", lambda row: row.title, width=14, tip=lambda row: row.title),
    Column("対象", lambda row: row.target, width=7, tip=lambda row: row.target),
    Column("回収", returned, width=8),
)


class SurveyList(RecordList):
    """The surveys of the office, the newest first."""

    def __init__(self, ui: Ui_SurveysPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui, ui.surveyList, (ui.yearCombo,), store)
        self._ui = ui
        fill_years(ui.yearCombo, year)
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(WindowModel(store, COLUMNS, SurveyListing(), self), "surveys")
        self.say_when_empty(
            EmptyState(
                "まだアンケートがありません",
                "町会や団体へのアンケートの設問を作り、紙で戻った回答を入力すると、集計と"
                "クロス集計ができます。",
                "最初のアンケートを作る",
            ),
            EmptyState(
                "あてはまるアンケートがありません",
                "名前か対象の一部で探せます。年度の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )

    def listing(self) -> SurveyListing:
        """Return what the boxes ask for."""
        ui = self._ui
        return SurveyListing(
            text=self.text, year=ui.yearCombo.currentData(), binned=ui.binCheck.isChecked()
        )
