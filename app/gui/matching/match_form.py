"""The form of a match: dates put right, the day of the next call, both sides' words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.gui.compiled.matching.ui_match_form import Ui_MatchForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.matching.choices import fill_labels
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.matching import commands, queries
from app.matching.match import Answer, MatchDraft, MatchId

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.storage.store import Done

_EDITORS = (
    ("answer", "answerCombo"),
    ("answered_on", "answeredEdit"),
    ("decline_reason", "declineEdit"),
    ("meeting_on", "meetingEdit"),
    ("agreed_on", "agreedEdit"),
    ("starts_on", "startEdit"),
    ("ends_on", "endEdit"),
    ("end_reason", "endReasonEdit"),
    ("follow_up_on", "followEdit"),
    ("supporter_words", "supporterEdit"),
    ("place_words", "placeEdit"),
    ("satisfaction", "satisfactionCombo"),
    ("note", "noteEdit"),
)
_SATISFACTION = ("1　不満", "2　やや不満", "3　ふつう", "4　やや満足", "5　満足")


def keep_match(session: Session, match: MatchId, draft: MatchDraft) -> MatchId:
    """Replace what is written about a match; return its key, as a form wants it."""
    commands.change_match(session, match, draft)
    return match


class MatchForm(RecordForm[MatchId]):
    """Matches begin by asking somebody, so that there is no new one to be typed."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.ui = ui = Ui_MatchForm()
        ui.setupUi(self)
        for edit, name in (
            (ui.answeredEdit, "返事の日"),
            (ui.meetingEdit, "顔合わせの日"),
            (ui.agreedEdit, "成立の日"),
            (ui.startEdit, "活動開始の日"),
            (ui.endEdit, "終了の日"),
            (ui.followEdit, "次に連絡する日"),
        ):
            edit.prepare(today, name)
        fill_labels(ui.answerCombo, Answer, "（まだ）")
        ui.satisfactionCombo.addItem("（聞いていない）", None)
        for number, text in enumerate(_SATISFACTION, start=1):
            ui.satisfactionCombo.addItem(text, number)
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.declineEdit, ui.endReasonEdit)

    def start_edit(self, key: MatchId) -> bool:
        """Begin with a stored match; return whether it is still there."""
        try:
            card = self.store.ask(queries.match_card, key, self.today())
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self._name = card.row.name
        self.begin(key, card.draft, f"{card.row.name}さんのマッチの編集")
        return True

    def write(self, draft: MatchDraft) -> Done[MatchId] | None:
        """Write the match down."""
        if self.key is None:
            return None
        label = f"マッチの変更（{self._name}）"
        return self.store.do(label, keep_match, self.key, draft, on_refusal=self.refused)
