"""The form of a letter: its number comes by itself where it is left empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.gui.compiled.submissions.ui_letter_form import Ui_LetterForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.submissions import commands, queries
from app.submissions.submission import Direction, LetterDraft, LetterId, LetterWay

if TYPE_CHECKING:
    from app.storage.store import Done

_EDITORS = (
    ("direction", "directionCombo"),
    ("on_day", "dayEdit"),
    ("subject", "subjectEdit"),
    ("partner", "partnerEdit"),
    ("number", "numberEdit"),
    ("way", "wayCombo"),
    ("enclosures", "enclosuresEdit"),
    ("note", "noteEdit"),
)


class LetterForm(RecordForm[LetterId]):
    """Begins a letter of today that is sent by mail."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_LetterForm()
        ui.setupUi(self)
        ui.dayEdit.prepare(today, "日付")
        fill_labels(ui.directionCombo, Direction)
        fill_labels(ui.wayCombo, LetterWay)
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.subjectEdit, ui.partnerEdit)
        ui.directionCombo.currentIndexChanged.connect(self._offer_number)
        ui.dayEdit.settled.connect(self._offer_number)

    def start_new(self) -> None:
        """Begin with an empty form of today."""
        self.begin(None, LetterDraft(Direction.SENT, self.today(), ""), "新しい文書")
        self._offer_number()

    def start_edit(self, key: LetterId) -> bool:
        """Begin with a stored letter; return whether it is still there."""
        try:
            row = self.store.ask(queries.letter, key)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self.begin(key, row.draft, "文書の編集")
        self._offer_number()
        return True

    @Slot()
    def _offer_number(self) -> None:
        """Say which number an empty field becomes."""
        ui = self.ui
        try:
            day = ui.dayEdit.value()
        except Refusal:
            return
        hint = "先方の文書番号"
        if ui.directionCombo.currentData() is Direction.SENT and day is not None:
            number = self.store.ask(queries.free_number, FiscalYear.of(day))
            hint = f"空欄なら {number}"
        ui.numberEdit.setPlaceholderText(hint)

    def write(self, draft: LetterDraft) -> Done[LetterId] | None:
        """Write the letter down."""
        if draft.on_day is None:
            problem = "日付を入力してください。"
            self.refused(Refusal(problem, fields={"on_day": problem}))
            return None
        what = draft.subject[:20]
        if self.key is None:
            return self.store.do(
                f"収発簿に記入（{what}）", commands.add_letter, draft, on_refusal=self.refused
            )
        return self.store.do(
            f"収発簿の変更（{what}）", _change, self.key, draft, on_refusal=self.refused
        )


def _change(session: Session, letter: LetterId, draft: LetterDraft) -> LetterId:
    commands.change_letter(session, letter, draft)
    return letter
