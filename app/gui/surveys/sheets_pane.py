"""The sheets of a survey, typed in one after the other as they lie on the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.gui.compiled.surveys.ui_sheets_pane import Ui_SheetsPane
from app.gui.council.room import no_less_than
from app.gui.framework.observable_store import ObservableStore
from app.gui.surveys.questions_pane import options_text
from app.gui.surveys.sheet_model import DISTRICT, NEW, ORGANISATION
from app.gui.surveys.sheet_typing import read_cell
from app.gui.widgets.empty_state import EmptyState
from app.gui.widgets.typed_cells import Go
from app.kernel.errors import Refusal
from app.office import queries as office
from app.surveys import commands, queries
from app.surveys.queries import SurveyCard
from app.surveys.survey import Question, QuestionKind

_HINTS = {
    QuestionKind.SINGLE: "1つだけ番号で",
    QuestionKind.MULTIPLE: "番号をつづけて（13 は 1 と 3）",
    QuestionKind.SCALE: "1から5の数で",
    QuestionKind.NUMBER: "数で",
    QuestionKind.FREE: "言葉で",
}


class SheetsPane(QWidget):
    """A cell is saved as it is typed; what cannot be read stays in it, marked, with the reason."""

    def __init__(
        self, store: ObservableStore, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._today = store, today
        self._card: SurveyCard | None = None
        self.ui = ui = Ui_SheetsPane()
        ui.setupUi(self)
        ui.stack.addWidget(
            EmptyState("設問がありません", "「設問」で設問を書くと、ここに回答の欄が並びます。", "")
        )
        self.grid = ui.grid
        no_less_than(self.grid, 5)
        self.grid.typed.connect(self._typed)
        self.grid.cleared.connect(self._clear)
        self.grid.moved.connect(self._say)
        self.setFocusProxy(self.grid)

    @property
    def wrong(self) -> int:
        """How many cells of the survey could not be read; those of others wait there."""
        model = self.grid.sheets
        shown = {NEW, *(row.id for row in model.rows)}
        return sum(key in shown for key, _column in model.wrong)

    def show_card(self, card: SurveyCard) -> None:
        """Show the sheets of a survey."""
        anew = self._card is None or self._card.row.id != card.row.id
        self._card = card
        if anew:
            for place in [place for place in self.grid.sheets.wrong if place[0] == NEW]:
                del self.grid.sheets.wrong[place]
        self.grid.sheets.show(card.questions, self._store.ask(queries.sheets, card.row.id))
        self.ui.stack.setCurrentIndex(0 if card.questions else 1)
        if anew or not self.grid.currentIndex().isValid():
            self.grid.go(self.grid.sheets.rowCount() - 1, 0)
        self._say()

    # Leaving

    def commit(self) -> None:
        """Save the cell that is being typed into, as far as it can be read."""
        self.grid.editing.commit()

    def forget_wrong(self) -> None:
        """Drop what could not be read of the survey."""
        model = self.grid.sheets
        shown = {NEW, *(row.id for row in model.rows)}
        for place in [place for place in model.wrong if place[0] in shown]:
            del model.wrong[place]
        model.tell()
        self._say()

    # Typing

    @Slot(int, int, str, object)
    def _typed(self, row: int, column: int, text: str, go: Go) -> None:
        if not text or self._keep(row, column, text):
            self.grid.go_on(go)
        self._say()

    @Slot(int, int)
    def _clear(self, row: int, column: int) -> None:
        if self.grid.sheets.text(row, column):
            self._keep(row, column, "")
            self._say()

    def _keep(self, row: int, column: int, text: str) -> bool:
        """Save a cell; return whether it could be read."""
        if self._card is None:
            return False
        model, failed = self.grid.sheets, list[Refusal]()
        key, number = model.key(row), row + 1 if row >= len(model.rows) else model.rows[row].number
        marked = model.wrong.pop((key, column), None)
        if key == NEW and not text:
            model.tell()
            return True
        try:
            draft = read_cell(self._store, model, row, column, text, self._today())
        except Refusal as refusal:
            model.wrong[key, column] = text, refusal.text
            model.tell()
            return False
        label = f"回答票{number}の入力（{self._card.row.title[:20]}）"
        if key == NEW:
            self._adopt(label, draft, failed)
        else:
            if marked is not None:
                model.tell()
            self._store.do(label, commands.change_sheet, key, draft, on_refusal=failed.append)
        for said in failed:
            model.wrong[key, column] = text, said.text
            model.tell()
        return not failed

    def _adopt(self, label: str, draft: object, failed: list[Refusal]) -> None:
        """Keep the first answer of a new sheet; what could not be read in its row goes along."""
        assert self._card is not None
        model = self.grid.sheets
        waiting = {at: said for (key, at), said in model.wrong.items() if key == NEW}
        for at in waiting:
            del model.wrong[NEW, at]
        done = self._store.do(
            label, commands.add_sheet, self._card.row.id, draft, on_refusal=failed.append
        )
        key = NEW if done is None else done.result
        model.wrong |= {(key, at): said for at, said in waiting.items()}
        model.tell()

    @Slot()
    def remove(self) -> None:
        """Delete the current sheet, as one typed twice."""
        model, row = self.grid.sheets, self.grid.currentIndex().row()
        if 0 <= row < len(model.rows):
            sheet = model.rows[row]
            for place in [place for place in model.wrong if place[0] == sheet.id]:
                del model.wrong[place]
            self._store.do(f"回答票{sheet.number}を消す", commands.remove_sheet, sheet.id)

    # Saying

    @Slot()
    def _say(self) -> None:
        place = self.grid.currentIndex()
        problem = self.grid.sheets.problem(place.row(), place.column()) if place.isValid() else ""
        if not problem and self.wrong:
            problem = f"読み取れない回答が{self.wrong}か所あります（！の欄）。"
        self.ui.problemLabel.setText(problem)
        self.ui.problemLabel.setVisible(bool(problem))
        self.ui.hintLabel.setText(self._hint(place.column()))

    def _hint(self, column: int) -> str:
        question = self.grid.sheets.question(column)
        if question is not None:
            return _question_hint(question)
        if column == DISTRICT:
            rows = self._store.ask(office.districts)
            return "　".join(f"{place} {row.name}" for place, row in enumerate(rows, start=1))
        if column == ORGANISATION:
            return "団体の名称かふりがなの一部。無記名のときは空欄のまま Enter で進みます。"
        if column == self.grid.sheets.received_column:
            return "回答票を受け取った日（r8.6.1、0601）。次の回答票も同じ日になります。"
        return "備考。Enter で次の回答票へ進みます。"


def _question_hint(question: Question) -> str:
    parts = (f"{question.label}　{question.text}", f"（{_HINTS[question.kind]}）")
    return "".join(parts) + f"　{options_text(question)}"
