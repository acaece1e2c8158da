"""The card of one survey: what it is, its questions, the sheets, and what they say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.gui.compiled.surveys.ui_survey_card import Ui_SurveyCardView
from app.gui.contacts.facts_grid import FactsGrid, Group
from app.gui.contacts.panel_lines import PanelLines, link, plain
from app.gui.council.issue_choices import prepare_issue
from app.gui.council.room import scrolled
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.matching.act_form import Act, Refused
from app.gui.records.record_card import RecordCard
from app.gui.surveys.questions_pane import QuestionsPane
from app.gui.surveys.results_pane import ResultsPane
from app.gui.surveys.sheets_pane import SheetsPane
from app.gui.surveys.survey_list import returned
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.local_issues import commands as local_issues
from app.local_issues import queries as issue_queries
from app.local_issues.local_issue import LocalIssueId
from app.surveys import commands, queries
from app.surveys.queries import SurveyCard
from app.surveys.survey import SurveyId

TABS = ("概要", "設問", "回答の入力", "集計")
_ABOUT, _QUESTIONS, _SHEETS, _RESULTS = range(len(TABS))


class SurveyCardView(RecordCard[SurveyId]):
    """Only the tab that is shown is kept up to date: hundreds of sheets are typed in a row."""

    TABLES = frozenset(
        {"survey", "survey_question", "survey_option", "answer_sheet", "survey_answer"}
        | {"organisation", "district", "issue_evidence", "local_issue"}
    )

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_SurveyCardView()
        ui.setupUi(self)
        self.hold(ui)
        self.card: SurveyCard | None = None
        self.questions = QuestionsPane(store)
        self.sheets = SheetsPane(store, today)
        self.results = ResultsPane(store, today)
        self.results.wanted.connect(self.wanted)
        for title, pane in zip(
            TABS, (self._about(), self.questions, self.sheets, self.results), strict=True
        ):
            ui.tabs.addTab(scrolled(pane), title)
        ui.tabs.currentChanged.connect(self._show_tab)
        ui.actForm.prepare(today)
        ui.actForm.opened.connect(ui.actRow.hide)
        ui.actForm.closed.connect(ui.actRow.show)
        prepare_issue(ui.actForm.toEdit, store)

    def _about(self) -> QWidget:
        about, facts = QWidget(), QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 8, 0, 0)
        self._lines = PanelLines()
        self._lines.linked.connect(self._follow)
        column.addWidget(facts)
        column.addWidget(self._lines)
        column.addStretch(1)
        self._facts = FactsGrid(facts)
        return about

    def may_leave(self) -> bool:
        """Ask before typed text and answers that could not be read are dropped."""
        self.sheets.commit()
        if self.sheets.wrong:
            if not self.dialogs.confirm(
                "読み取れない回答があります",
                f"読み取れない回答（！の欄）が{self.sheets.wrong}か所あり、まだ保存されていません。"
                "やめるとその入力は消えます。読み取れた回答は保存してあります。",
                "その入力を捨てる",
            ):
                return False
            self.sheets.forget_wrong()
        return super().may_leave()

    # Showing

    def fill(self, key: SurveyId) -> None:
        """Show everything that is written down."""
        card = self.store.ask(queries.survey_card, key)
        if key != self.key:
            self.ui.actForm.drop()
        self.card = card
        row = card.row
        year = str(FiscalYear(row.fiscal_year))
        self.show_head(row.title, f"{year}　回収 {returned(row)}", deleted_at=row.deleted_at)
        self.ui.actRow.setVisible(row.deleted_at is None and self.ui.actForm.isHidden())
        self.ui.tabs.setEnabled(row.deleted_at is None)
        self._show_tab()

    @Slot()
    def _show_tab(self) -> None:
        if (card := self.card) is None:
            return
        shown = self.ui.tabs.currentIndex()
        if shown == _ABOUT:
            self._show_about(card)
        elif shown == _QUESTIONS:
            self.questions.show_card(card)
        elif shown == _SHEETS:
            self.sheets.show_card(card)
        else:
            self.results.show_card(card)

    def _show_about(self, card: SurveyCard) -> None:
        self._facts.show(groups_of(card))
        self._lines.clear()
        for issue in self.store.ask(issue_queries.issues_of_survey, card.row.id):
            self._lines.add(f"{plain('根拠になった課題：')}{link('issue', issue.id, issue.title)}")

    def allow(self, *, shown: bool) -> None:
        """Let what is done with the record, and its keys, work only while the card is shown."""
        super().allow(shown=shown)
        self.ui.actRow.setEnabled(shown)

    def forget(self) -> None:
        """Drop what was shown: the record has gone."""
        self.card = None

    @Slot(str)
    def _follow(self, address: str) -> None:
        kind, _, key = address.partition(":")
        self.wanted.emit(Target("issues", kind, int(key)))

    def show_tab(self, number: int) -> None:
        """Show a tab and go into it, if a survey is shown."""
        if self.card is not None and self.ui.tabs.isEnabled():
            self.ui.tabs.setCurrentIndex(number)
            self.ui.tabs.currentWidget().setFocus()

    @Slot()
    def add(self) -> None:
        """Add a sheet where sheets are shown, otherwise a question."""
        if self.card is None or not self.ui.tabs.isEnabled():
            return
        if self.ui.tabs.currentIndex() == _SHEETS:
            self.sheets.grid.go_to_next_sheet()
        else:
            self.ui.tabs.setCurrentIndex(_QUESTIONS)
            self.questions.add()

    @Slot()
    def take_away(self) -> None:
        """Take away the current question or sheet of the tab that is shown."""
        if self.ui.tabs.currentIndex() == _SHEETS:
            self.sheets.remove()
        elif self.ui.tabs.currentIndex() == _QUESTIONS:
            self.questions.remove()

    # What comes of it

    @Slot()
    def begin_issue(self) -> None:
        """Ask for the issue the survey is evidence of."""
        self.ui.actForm.begin(
            "このアンケートを課題の根拠にする",
            "根拠にする",
            {"to": "地域課題", "text": "メモ"},
            Act(),
            self._be_evidence,
            back=self.ui.tabs,
        )

    def _be_evidence(self, act: Act, refused: Refused) -> bool:
        if self.key is None or not isinstance(act.to, int):
            refused(Refusal("", {"to": "根拠にする課題を選んでください。"}))
            return False
        done = self.store.do(
            f"課題の根拠にする（{self.name}）",
            local_issues.add_evidence,
            LocalIssueId(act.to),
            survey=self.key,
            note=act.text,
            on_refusal=refused,
        )
        return done is not None

    @Slot()
    def copy_on(self) -> None:
        """Ask the same questions again in the year after, and go there."""
        if self.card is not None:
            year = FiscalYear(self.card.row.fiscal_year).next
            label = f"アンケートを{year}へ写す（{self.name}）"
            done = self.store.do(label, commands.copy_survey, self.card.row.id, year)
            if done is not None:
                self.wanted.emit(Target("issues", "survey", done.result))


def groups_of(card: SurveyCard) -> tuple[Group, ...]:
    """Return what a card says of a survey, only what is known."""
    draft = card.draft
    days = [format_day(day) for day in (draft.starts_on, draft.ends_on) if day is not None]
    facts = (
        ("対象", draft.target),
        ("目的", draft.purpose),
        ("配り方", draft.way),
        ("期間", " ～ ".join(days)),
        ("回収", returned(card.row)),
        ("設問", f"{len(card.questions)}問"),
        ("分かったこと", draft.findings),
        ("研修", card.row.course),
        ("備考", draft.note),
    )
    return (("アンケート", tuple(fact for fact in facts if fact[1])),)
