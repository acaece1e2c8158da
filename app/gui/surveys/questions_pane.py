"""The questions of a survey in their order; one at a time is written in a small form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy.orm import Session

from app.gui.compiled.surveys.ui_questions_pane import Ui_QuestionsPane
from app.gui.council.room import no_less_than
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.matching.choices import fill_labels
from app.gui.settings.whole_listing import WholeListing
from app.gui.supporters.small_form import SmallForm
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.surveys import commands, queries
from app.surveys.queries import SurveyCard
from app.surveys.survey import Question, QuestionDraft, QuestionId, QuestionKind, SurveyId

_TABLES = frozenset({"survey_question", "survey_option"})


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A question as it is typed, one option a line."""

    text: str = ""
    kind: QuestionKind = QuestionKind.SINGLE
    lines: str = ""

    def draft(self, key: QuestionId | None) -> QuestionDraft:
        """Return what is stored."""
        options = tuple(self.lines.splitlines()) if self.kind.is_choice else ()
        return QuestionDraft(self.text, self.kind, options, key)


class QuestionForm(SmallForm):
    """Asks for options only where one chooses among them."""

    def __init__(self) -> None:
        self.textEdit, self.kindCombo = QLineEdit(), QComboBox()
        self.linesEdit = QPlainTextEdit()
        self.linesEdit.setPlaceholderText("1行に1つ。入力の番号は上から1、2、3…になります")
        fill_labels(self.kindCombo, QuestionKind)
        super().__init__(
            (
                ("text", "設問", self.textEdit),
                ("kind", "答え方", self.kindCombo),
                ("lines", "選択肢", self.linesEdit),
            )
        )
        self.kindCombo.currentIndexChanged.connect(self.show_options)

    @Slot()
    def show_options(self) -> None:
        """Ask for options, or do not."""
        kind = self.kindCombo.currentData()
        self.show_field("lines", shown=kind is not None and kind.is_choice)


COLUMNS: tuple[Column[Question], ...] = (
    Column("番号", lambda row: row.label, width=3),
    Column("設問", lambda row: row.text, width=16, tip=lambda row: row.text),
    Column("答え方", lambda row: row.kind.label, width=6),
    Column("選択肢", lambda row: options_text(row), width=18, tip=lambda row: options_text(row)),  # noqa: PLW0108
)


def options_text(question: Question) -> str:
    """Return the options with the numbers they are typed by."""
    named = (f"{place} {one.text}" for place, one in enumerate(question.options, start=1))
    return "　".join(named)


def _questions(survey: SurveyId | None, session: Session) -> Sequence[Question]:
    return () if survey is None else queries.questions_of(session, survey)


class QuestionsPane(QWidget):
    """Each change is one step of undo; one that somebody answered is not taken away."""

    def __init__(self, store: ObservableStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._card: SurveyCard | None = None
        self._being: QuestionId | None = None
        self.ui = ui = Ui_QuestionsPane()
        ui.setupUi(self)
        self.form = QuestionForm()
        ui.formPlace.addWidget(self.form)
        self.form.hide()
        no_less_than(ui.questionList, 4)
        self.model = WindowModel(store, COLUMNS, self._listing(None), self)
        ui.questionList.show_model(self.model, "questions")
        self._empty = EmptyState(
            "まだ設問がありません",
            "設問と答え方、選択肢を書きます。1つ選ぶ、いくつでも選ぶ、5段階、数、自由記述から選べます。",
            "設問を追加",
        )
        ui.stack.addWidget(self._empty)
        self.setFocusProxy(ui.questionList)
        self._empty.wanted.connect(self.add)
        self.form.entered.connect(self._enter)
        self.form.closed.connect(self._close)
        for button, slot in (
            (ui.addButton, self.add),
            (ui.changeButton, self.change),
            (ui.upButton, self.move_up),
            (ui.downButton, self.move_down),
            (ui.removeButton, self.remove),
        ):
            button.clicked.connect(slot)
        ui.questionList.opened.connect(self.change)

    def _listing(self, survey: SurveyId | None) -> WholeListing[Question]:
        return WholeListing(partial(_questions, survey), _TABLES)

    def show_card(self, card: SurveyCard) -> None:
        """Show the questions of a survey."""
        if self._card is None or self._card.row.id != card.row.id:
            self._close()
            self.model.show(self._listing(card.row.id))
        self._card = card
        self._show_part()

    def _show_part(self) -> None:
        some = self._card is not None and bool(self._card.questions)
        self.ui.stack.setCurrentIndex(0 if some else 1)
        writing = not self.form.isHidden()
        self.ui.tools.setVisible(not writing)
        for button in (self.ui.changeButton, self.ui.removeButton):
            button.setEnabled(some)
        for button in (self.ui.upButton, self.ui.downButton):
            button.setEnabled(some)

    def _place(self) -> int | None:
        key = self.ui.questionList.current_key()
        return None if key is None else self.model.row_of(key)

    @Slot()
    def add(self) -> None:
        """Begin another question, at the end."""
        if self._card is not None:
            self._begin(None, QuestionEntry(), f"問{len(self._card.questions) + 1}")

    @Slot()
    def change(self) -> None:
        """Change the current question."""
        place = self._place()
        if self._card is not None and place is not None:
            row = self._card.questions[place]
            lines = "\n".join(one.text for one in row.options)
            self._begin(row.id, QuestionEntry(row.text, row.kind, lines), row.label)

    def _begin(self, being: QuestionId | None, entry: QuestionEntry, title: str) -> None:
        self._being = being
        self.form.show()
        self._show_part()
        self.form.begin(title, "保存（Ctrl+Enter）", entry)
        self.form.show_options()

    @Slot(object)
    def _enter(self, entry: QuestionEntry) -> None:
        if self._card is None:
            return
        drafts = [one.draft for one in self._card.questions]
        places = [one.id for one in self._card.questions]
        place = places.index(self._being) if self._being in places else len(drafts)
        drafts[place : place + 1] = [entry.draft(self._being)]
        if self._keep(drafts, f"設問「{entry.text[:20]}」"):
            self._close()
            self.ui.questionList.setCurrentIndex(self.model.index(place, 0))
            self.ui.questionList.setFocus()

    def _keep(self, drafts: Sequence[QuestionDraft], label: str) -> bool:
        if self._card is None:
            return False
        done = self._store.do(
            label, commands.set_questions, self._card.row.id, drafts, on_refusal=self._say
        )
        return done is not None

    def _say(self, refusal: Refusal) -> None:
        """Say what is refused in the form, or else in the line of the window."""
        if self.form.isHidden():
            self._store.refused.emit(refusal.text)
        else:
            self.form.refused(Refusal(refusal.text))

    @Slot()
    def _close(self) -> None:
        self.form.hide()
        self._show_part()

    @Slot()
    def remove(self) -> None:
        """Take the current question away."""
        place = self._place()
        if self._card is not None and place is not None:
            drafts = [one.draft for one in self._card.questions]
            gone = drafts.pop(place)
            self._keep(drafts, f"設問「{gone.text[:20]}」を消す")

    @Slot()
    def move_up(self) -> None:
        """Move the current question before the one above it."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the current question after the one below it."""
        self._move(1)

    def _move(self, by: int) -> None:
        place = self._place()
        if self._card is None or place is None:
            return
        drafts = [one.draft for one in self._card.questions]
        if 0 <= place + by < len(drafts):
            drafts[place], drafts[place + by] = drafts[place + by], drafts[place]
            if self._keep(drafts, "設問の順番"):
                self.ui.questionList.setCurrentIndex(self.model.index(place + by, 0))
