"""What a survey brought: shares of each question, cross tables, and everything written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from app.gui.compiled.surveys.ui_results_pane import Ui_ResultsPane
from app.gui.council.room import no_less_than
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.framework.window_model import Column, WindowModel
from app.gui.settings.whole_listing import WholeListing
from app.gui.surveys.result_tables import (
    ShareTable,
    all_table,
    cross_table,
    note_of,
    question_table,
)
from app.surveys import commands, queries
from app.surveys.queries import SheetRow, SurveyCard
from app.surveys.survey import AnswerSheetId, Question, SurveyId
from app.surveys.tabulation import CrossBy, QuestionResult
from app.surveys.typed_answer import answer_text

_TABLES = frozenset({"answer_sheet", "survey_answer", "survey_question", "survey_option"})


class ResultsPane(QWidget):
    """``wanted`` carries a need that was made of an answer."""

    wanted = Signal(object)

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._today = store, today
        self._card: SurveyCard | None = None
        self.table: ShareTable | None = None
        self.ui = ui = Ui_ResultsPane()
        ui.setupUi(self)
        no_less_than(ui.figures, 5)
        no_less_than(ui.rowList, 3)
        ui.headLabel.setWordWrap(True)
        ui.splitter.setSizes([300, 160])
        ui.splitter.setStretchFactor(0, 1)
        self.model = WindowModel(store, self._columns(), _listing(None, ()), self)
        ui.rowList.show_model(self.model, "survey_sheets")
        for combo in (ui.questionCombo, ui.byCombo):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.currentIndexChanged.connect(self.show_results)
        ui.figures.opened.connect(self.open_figure)
        ui.rowList.left.connect(ui.figures.setFocus)
        ui.copyButton.clicked.connect(self.copy)
        self.setFocusProxy(ui.questionCombo)

    def _columns(self) -> tuple[Column[SheetRow], ...]:
        return (
            Column("票", lambda row: str(row.number), number=True, width=3),
            Column("答え", self._said, width=22, tip=self._said),
            Column("圏域", lambda row: row.district, width=5),
            Column("団体", lambda row: row.organisation, width=9),
        )

    def _said(self, row: SheetRow) -> str:
        """Return what a sheet says to the question that is shown, options in words."""
        question = self.question
        if question is None:
            return row.draft.note
        given = next((one for one in row.draft.answers if one.question_id == question.id), None)
        if given is None or not question.kind.is_choice:
            return answer_text(question, given)
        return "、".join(one.text for one in question.options if one.id in given.options)

    @property
    def question(self) -> Question | None:
        """The question that is shown, nothing while all are."""
        key = self.ui.questionCombo.currentData()
        asked = () if self._card is None else self._card.questions
        return next((one for one in asked if one.id == key), None)

    # Showing

    def show_card(self, card: SurveyCard) -> None:
        """Show what a survey brought."""
        self._card = card
        ui = self.ui
        named = [(f"{one.label}　{one.text}", one.id) for one in card.questions]
        counted = [pair for pair, one in zip(named, card.questions, strict=True) if _crosses(one)]
        by = [(one.label, one) for one in CrossBy]
        _fill(ui.questionCombo, [("すべての設問", None), *named])
        _fill(ui.byCombo, [("（掛け合わせない）", None), *by, *counted])
        self.show_results()

    @Slot()
    def show_results(self) -> None:
        """Show the table that the two boxes ask for, and what was written to its question."""
        if self._card is None:
            return
        ui, question, survey = self.ui, self.question, self._card.row.id
        by = ui.byCombo.currentData()
        ui.byCombo.setEnabled(question is not None and _crosses(question))
        found = self._store.ask(queries.results, survey)
        result = next((one for one in found.questions if one.question == question), None)
        if question is None or result is None:
            self.table = all_table(found)
            ui.noteLabel.setText(note_of_all(found.sheets.count, found.handed_out))
        elif by is not None and by != question.id and _crosses(question):
            crossed = self._store.ask(queries.cross, survey, question.id, by)
            self.table = cross_table(crossed)
            ui.noteLabel.setText(
                "".join(crossed.notes) or "割合は各列の回答数（n）に対するものです。"
            )
        else:
            self.table = question_table(result)
            ui.noteLabel.setText(note_of(result))
        ui.figures.show_table(self.table)
        self._show_texts(result)

    def _show_texts(self, result: QuestionResult | None) -> None:
        keys = () if result is None else tuple(one.sheet for one in result.texts)
        self._show_sheets(keys, f"自由記述　{len(keys)}件" if keys else "")

    def _show_sheets(self, keys: Sequence[int], head: str) -> None:
        survey = None if self._card is None else self._card.row.id
        self.model.show(_listing(survey, tuple(keys)))
        self.ui.headLabel.setText(head or "数字を選んで Enter を押すと、その回答票がここに出ます。")
        self.ui.needButton.setEnabled(bool(keys) and self.question is not None)
        if keys:
            self.ui.rowList.setCurrentIndex(self.model.index(0, 0))

    @Slot(int, int)
    def open_figure(self, row: int, column: int) -> None:
        """Show the sheets a figure counts, and go there."""
        if self.table is not None:
            figure = self.table.cells[row][column]
            name = self.table.name(row, column)
            self._show_sheets(figure.keys, f"{name}　{len(figure.keys)}票")
            if figure.keys:
                self.ui.rowList.setFocus()

    # What comes of it

    @Slot()
    def make_need(self) -> None:
        """Make a need of what the current sheet says to the question."""
        sheet, question = self.ui.rowList.current_key(), self.question
        if sheet is not None and question is not None and self._card is not None:
            label = f"アンケートの答えからニーズを作る（{self._card.row.title[:20]}）"
            answered = AnswerSheetId(sheet)
            done = self._store.do(label, commands.need_from_answer, answered, question.id)
            if done is not None:
                self.wanted.emit(Target("matching", "need", done.result))

    @Slot()
    def copy(self) -> None:
        """Copy the table with tabs, for a workbook or a letter."""
        if self.table is not None:
            QGuiApplication.clipboard().setText(self.table.as_text())


def note_of_all(sheets: int, handed_out: int | None) -> str:
    """Say how many sheets came back."""
    of = f"（配布{handed_out:,}枚、回収率{sheets / handed_out:.1%}）" if handed_out else ""
    return f"回収{sheets:,}枚{of}。割合は各設問の回答数（n）に対するもので、無回答を除きます。"


def _crosses(question: Question) -> bool:
    return question.kind.is_choice or question.kind.value == "scale"


def _fill(combo: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        for text, value in choices:
            combo.addItem(text, value)
        values = [value for _text, value in choices]
        combo.setCurrentIndex(values.index(chosen) if chosen in values else 0)


def _sheets(survey: SurveyId | None, keys: tuple[int, ...], session: Session) -> list[SheetRow]:
    rows = () if survey is None else queries.sheets(session, survey)
    return [row for row in rows if row.id in keys]


def _listing(survey: SurveyId | None, keys: tuple[int, ...]) -> WholeListing[SheetRow]:
    return WholeListing(partial(_sheets, survey, keys), _TABLES)
