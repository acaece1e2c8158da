"""The part 収発簿: letters sent and received at the left, card or form at the right."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.gui.compiled.submissions.ui_letters_page import Ui_LettersPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.submissions.letter_card_view import LetterCardView
from app.gui.submissions.letter_form import LetterForm
from app.gui.submissions.letter_list import LetterList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.submissions import commands, queries
from app.submissions.submission import LetterId

_SIDES = (680, 400)


class LettersPage(Page):
    """What was handed in is there already; everything else is written here."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_LettersPage()
        self.ui.setupUi(self)
        self.letters = LetterList(self.ui, self.store, self.year)
        self.card = LetterCardView(self.store, self.dialogs, lambda: self.today)
        self.form = LetterForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState("一覧から選んでください", "選んだ文書の内容がここに出ます。")
        self.side = RecordSide(self, self.ui, self.letters, self.card, self.form, nothing, _SIDES)
        self.side.add_keys(find="文書を探す", add="文書を書く")
        self.side.add_bin_keys(_to_bin, _restore)

    def open_target(self, target: Target) -> None:
        """Show a letter in the register of its year; without a key begin a new one."""
        if target.key is None:
            self.side.add()
            return
        try:
            row = self.store.ask(queries.letter, LetterId(int(target.key)))
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return
        if self.side.may_leave():
            self.year.choose(row.year)
            self.side.open(row.id)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()


def _to_bin(session: Session, letter: LetterId) -> None:
    commands.bin_letters(session, [letter])


def _restore(session: Session, letter: LetterId) -> None:
    commands.restore_letters(session, [letter])
