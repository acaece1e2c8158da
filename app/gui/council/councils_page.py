"""The part 協議体と委員: the councils at the left, the members of one at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from app.council import commands
from app.gui.compiled.council.ui_councils_page import Ui_CouncilsPage
from app.gui.council.council_card_view import CouncilCardView
from app.gui.council.council_form import CouncilForm
from app.gui.council.council_list import CouncilList
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.reporting.document_link import document_target
from app.gui.widgets.empty_state import EmptyState

_SIDES = (430, 680)


class CouncilsPage(Page):
    """The councils of an office whose city has none yet are made ready in one step."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_CouncilsPage()
        self.ui.setupUi(self)
        self.councils = CouncilList(self.ui, self.store, self.year, lambda: self.today)
        self.card = CouncilCardView(self.store, self.dialogs, lambda: self.today, self.year)
        self.form = CouncilForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState("一覧から選んでください", "選んだ協議体の委員と任期がここに出ます。")
        self.side = RecordSide(self, self.ui, self.councils, self.card, self.form, nothing, _SIDES)
        self.councils.first_wanted.disconnect(self.side.add)
        self.councils.first_wanted.connect(self.seed)
        self._add_keys()

    def _add_keys(self) -> None:
        card, keys = self.card.ui, self.keys
        self.side.add_keys(find="協議体を探す", add="新しい協議体")
        keys.add("カーソルのある協議体・委員の記録を消す", "Del", self._remove, card.binButton)
        keys.add(
            "ごみ箱から戻す",
            "Ctrl+R",
            lambda: self.side.do("ごみ箱から復帰", commands.restore_council),
            card.restoreButton,
        )
        keys.tell("Esc", "入力をやめる")
        keys.add("委員を追加", "Ctrl+G", self.card.add_member, card.memberButton)
        keys.add("委員の記録を直す", "Ctrl+L", self.card.change_member, card.changeButton)
        keys.add("委員を次の任期に更新", "Ctrl+J", self.card.renew, card.renewButton)
        keys.add("委員の任期を終える", "Ctrl+E", self.card.end_member, card.endButton)
        keys.add("この協議体の会議を開く", "Ctrl+M", self.card.open_meeting, card.meetingButton)
        keys.add("委員名簿を印刷・Excel", "Ctrl+P", self.card.print, card.printButton)
        care = self.ui.careButton
        keys.add("地域ケア会議参加実績を印刷・Excel", "Ctrl+Shift+P", self._print_care, care)
        keys.add("市の協議体を用意する", "Ctrl+I", self.seed, self.ui.seedButton)

    @Slot()
    def seed(self) -> None:
        """Add the first-layer council and a second-layer one for each district that lacks it."""
        done = self.store.do("協議体の用意", commands.seed_councils)
        if done is not None and not done.result:
            self.said.emit("第1層と、すべての圏域の第2層の協議体がもうあります。")
        elif done is not None:
            self.councils.choose(done.result[0])
            self.councils.view.setFocus()

    @Slot()
    def _print_care(self) -> None:
        """Go to what was held and attended of 地域ケア会議, district by district."""
        self.wanted.emit(document_target("care-meetings"))

    @Slot()
    def _remove(self) -> None:
        """Remove what the cursor is in: the council, or a seat on it."""
        focus = QApplication.focusWidget()
        if focus is not None and self.card.ui.memberStack.isAncestorOf(focus):
            self.card.remove_member()
        else:
            self.side.do("ごみ箱へ移動", commands.bin_council)

    def open_target(self, target: Target) -> None:
        """Show a council (``council``), or begin a new one."""
        if target.key is None:
            self.side.add()
        else:
            self.side.open(target.key)
            self.councils.view.setFocus()

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
