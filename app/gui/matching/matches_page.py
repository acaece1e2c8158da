"""The part マッチ of マッチング: the list at the left, card or form at the right."""

from __future__ import annotations

from app.gui.compiled.matching.ui_matches_page import Ui_MatchesPage
from app.gui.framework.page import Page
from app.gui.framework.parted_page import PART
from app.gui.framework.search import Target
from app.gui.matching.match_card_view import MatchCardView
from app.gui.matching.match_form import MatchForm
from app.gui.matching.match_list import MatchList
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState
from app.matching import commands
from app.matching.match import Answer

_SIDES = (540, 540)


class MatchesPage(Page):
    """Shows matches; a new one begins in 希望票, by asking somebody."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_MatchesPage()
        self.ui.setupUi(self)
        self.matches = MatchList(self.ui, self.store, self.year)
        self.card = MatchCardView(self.store, self.dialogs, lambda: self.today)
        self.form = MatchForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState(
            "一覧から選んでください",
            "選んだマッチの歩み、ほかに打診した人、双方の声がここに出ます。",
        )
        self.side = RecordSide(self, self.ui, self.matches, self.card, self.form, nothing, _SIDES)
        self._add_keys()

    def _add_keys(self) -> None:
        card, keys = self.card.ui, self.keys
        keys.add("マッチを探す", "Ctrl+F", self.side.find)
        keys.add("希望票を開いて打診する", "Ctrl+N", self._go_to_requests, self.ui.addButton)
        keys.add("編集", "F2", self.side.edit, card.editButton)
        keys.tell("Enter", "入力のときは次の欄へ、一覧では編集")
        keys.tell("Ctrl+Enter", "入力を保存")
        keys.tell("Esc", "入力をやめる")
        self.side.add_bin_keys(commands.bin_match, commands.restore_match)
        answer = self.card.answer
        keys.add("承諾を記録", "Ctrl+Shift+A", lambda: answer(Answer.ACCEPTED), card.acceptButton)
        keys.add("保留を記録", "Ctrl+W", lambda: answer(Answer.PENDING), card.pendingButton)
        keys.add("応答なしを記録", "Ctrl+Shift+N", lambda: answer(Answer.NONE), card.noneButton)
        keys.add("辞退を記録", "Ctrl+D", self.card.decline, card.declineButton)
        keys.add("次の段階へ進める", "Ctrl+S", self.card.step, card.stepButton)
        keys.add("段階を1つ戻す", "Ctrl+Shift+S", self.card.take_back, card.backButton)
        keys.add("活動依頼票を印刷・Excel", "Ctrl+P", self.card.print, card.printButton)
        keys.add("ヒヤリ・事故を記録", "Ctrl+H", self.card.begin_incident, card.incidentButton)

    def _go_to_requests(self) -> None:
        self.wanted.emit(Target("matching", PART, "requests"))

    def open_target(self, target: Target) -> None:
        """Show a match (``match``)."""
        if target.key is not None:
            self.side.open(target.key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
