"""The form of a survey; its questions are written on the card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.gui.compiled.surveys.ui_survey_form import Ui_SurveyForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.surveys import commands, queries
from app.surveys.survey import SurveyDraft, SurveyId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.storage.store import Done

_EDITORS = (
    ("title", "titleEdit"),
    ("fiscal_year", "yearCombo"),
    ("target", "targetEdit"),
    ("purpose", "purposeEdit"),
    ("way", "wayEdit"),
    ("starts_on", "startEdit"),
    ("ends_on", "endEdit"),
    ("handed", "handedSpin"),
    ("findings", "findingsEdit"),
    ("note", "noteEdit"),
)


@dataclass(frozen=True, slots=True)
class SurveyEntry(SurveyDraft):
    """A ``SurveyDraft``; 0 sheets handed out is that nobody knows how many."""

    handed: int = 0


class SurveyForm(RecordForm[SurveyId]):
    """Asks what is asked whom, and in the end what it said."""

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
        self.ui = ui = Ui_SurveyForm()
        ui.setupUi(self)
        ui.startEdit.prepare(today, "始まり")
        ui.endEdit.prepare(today, "締切")
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.titleEdit)

    def start_new(self) -> None:
        """Begin with an empty form, in the year of the window."""
        self._start(None, SurveyEntry("", self.year.value.start), "新しいアンケート")

    def start_edit(self, key: SurveyId) -> bool:
        """Begin with a stored survey; return whether it is still there."""
        try:
            draft = self.store.ask(queries.survey_card, key).draft
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        values = {field.name: getattr(draft, field.name) for field in fields(SurveyDraft)}
        entry = SurveyEntry(**values, handed=draft.handed_out or 0)
        self._start(key, entry, f"{draft.title}の編集")
        return True

    def _start(self, key: SurveyId | None, entry: SurveyEntry, title: str) -> None:
        combo, now = self.ui.yearCombo, FiscalYear.of(self.today()).start
        combo.clear()
        for start in sorted({now - 1, now, now + 1, entry.fiscal_year}, reverse=True):
            combo.addItem(str(FiscalYear(start)), start)
        self.begin(key, entry, title)

    def write(self, entry: SurveyEntry) -> Done[SurveyId] | None:
        """Write the survey down."""
        label = "アンケートの追加" if self.key is None else "アンケートの変更"
        return self.store.do(
            f"{label}（{entry.title[:20]}）",
            enter_survey,
            self.key,
            entry,
            on_refusal=self.refused,
        )


def enter_survey(session: Session, survey: SurveyId | None, entry: SurveyEntry) -> SurveyId:
    """Write a survey down, new or known; return its key."""
    values = {field.name: getattr(entry, field.name) for field in fields(SurveyDraft)}
    draft = replace(SurveyDraft(**values), handed_out=entry.handed or None)
    if survey is None:
        return commands.add_survey(session, draft)
    commands.change_survey(session, survey, draft)
    return survey
