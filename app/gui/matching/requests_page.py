"""The part 希望票 of マッチング: the requests at the left, who could help with one at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from app.gui.compiled.matching.ui_requests_page import Ui_RequestsPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.matching.proposal_entry import ProposalEntry
from app.gui.matching.ranking_pane import RankingPane
from app.gui.matching.request_card_view import RequestCardView
from app.gui.matching.request_form import RequestForm
from app.gui.matching.request_list import RequestList
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState
from app.matching import commands
from app.matching.request import RequestId

_SIDES = (560, 560)
_ROWS = (260, 330)


class RequestsPage(Page):
    """While a form is open it takes the place of the list too: a paper is long."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_RequestsPage()
        self.ui.setupUi(self)
        self.requests = RequestList(self.ui, self.store, self.year)
        self.card = RequestCardView(self.store, self.dialogs, lambda: self.today)
        self.form = RequestForm(self.store, self.dialogs, lambda: self.today)
        self.ranking = RankingPane(self.store, lambda: self.today)
        self._nobody = EmptyState(
            "頼めそうな人がここに並びます",
            "希望票を選ぶか、入力して保存すると、打診した人と返事、候補のサポーターの点数とその理由"
            "が出ます。",
        )
        for side in (self._nobody, self.ranking):
            self.ui.rankingStack.addWidget(side)
        nothing = EmptyState("一覧から選んでください", "選んだ希望票の内容がここに出ます。")
        self.side = RecordSide(self, self.ui, self.requests, self.card, self.form, nothing, _SIDES)
        self.ui.leftSplitter.setSizes(_ROWS)
        self.proposal = ProposalEntry(self, self.ui.views, self.ui.listView)
        self._add_keys()
        self._connect()

    def _add_keys(self) -> None:
        card, keys = self.card.ui, self.keys
        self.side.add_keys(find="希望票を探す", add="新しい希望票を入力")
        self.side.add_bin_keys(commands.bin_request, commands.restore_request)
        keys.add("一覧と候補を行き来する", "F6", self.cross)
        keys.add("候補とその理由を文にして写す", "Ctrl+Shift+C", self.ranking.copy)
        keys.add("一括の提案", "Ctrl+B", self.proposal.begin, self.ui.proposalButton)
        keys.add("終了・取下げを記録", "Ctrl+E", self.card.begin_close, card.closeButton)
        keys.add("受付に戻す", "Ctrl+Shift+E", self.card.reopen, card.reopenButton)
        keys.add("希望票を印刷・Excel", "Ctrl+P", self.card.print, card.printButton)
        keys.tell("Esc", "入力をやめる")
        for line in self.ranking.keys.help():
            keys.tell(line.keys, line.text)

    def _connect(self) -> None:
        self.ranking.wanted.connect(self.wanted)
        self.ranking.said.connect(self.said)
        self.ranking.copyButton.clicked.connect(self.ranking.copy)
        self.card.dropped.connect(self.ranking.ask)
        self.requests.chosen.connect(self._show_ranking)
        self.ui.sideStack.currentChanged.connect(self._make_room)

    @Slot(object)
    def _show_ranking(self, key: int | None) -> None:
        self.ranking.show_request(None if key is None else RequestId(key))
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        """Give the whole column to a form; what is not written down yet has no candidates."""
        self.ui.listSide.setVisible(not self.side.editing)
        is_new = self.side.editing and self.form.key is None
        known = self.ranking.request is not None and not is_new
        self.ui.rankingStack.setCurrentWidget(self.ranking if known else self._nobody)

    @Slot()
    def cross(self) -> None:
        """Go from the list or the card to the candidates, and back."""
        focus = QApplication.focusWidget()
        inside = focus is not None and self.ranking.isAncestorOf(focus)
        if inside or self.ranking.request is None:
            self.requests.view.setFocus()
        else:
            self.ranking.view.setFocus()

    def open_target(self, target: Target) -> None:
        """Show a request (``request``), or begin a new one."""
        if self.proposal.pane is not None:
            self.proposal.close()
        if target.key is None:
            self.side.add()
            return
        self.side.open(target.key)
        self.requests.view.setFocus()

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
