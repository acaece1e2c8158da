"""The form of a year's words: those of the plan, and those of the annual report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.gui.compiled.planning.ui_words_form import Ui_WordsForm
from app.gui.council.room import no_more_than
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_form import RecordForm
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands, queries
from app.planning.plan import PlanYearDraft

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("vision", "visionEdit"),
    ("policy", "policyEdit"),
    ("priorities", "prioritiesEdit"),
    ("structure", "structureEdit"),
    ("overview", "overviewEdit"),
    ("problems", "problemsEdit"),
    ("proposals", "proposalsEdit"),
)


class WordsForm(RecordForm[int]):
    """Its key is the year."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        year: YearChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.year = year
        self.ui = ui = Ui_WordsForm()
        ui.setupUi(self)
        for _, editor in _EDITORS:
            no_more_than(getattr(ui, editor), 4)
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))

    def start_new(self) -> None:
        """Begin with the words of the year of the window."""
        year = self.year.value
        words = self.store.ask(queries.words_of, year)
        self.begin(year.start, words, f"{year}の計画と報告の文章")

    def write(self, draft: PlanYearDraft) -> Done[int] | None:
        """Write the words down."""
        year = FiscalYear(self.key or self.year.value.start)
        return self.store.do(
            f"計画の文章（{year}）", _set_words, year, draft, on_refusal=self.refused
        )


def _set_words(session: Session, year: FiscalYear, draft: PlanYearDraft) -> int:
    commands.set_plan_year(session, year, draft)
    return year.start
