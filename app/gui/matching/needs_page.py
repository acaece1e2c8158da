"""The part ニーズ of マッチング: the list at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.gui.compiled.matching.ui_needs_page import Ui_NeedsPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.matching.need_card_view import NeedCardView
from app.gui.matching.need_form import NeedForm
from app.gui.matching.need_list import NeedList
from app.gui.matching.needs_to_issue import NeedsToIssue
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState
from app.local_issues.local_issue import LocalIssueId
from app.matching import commands

_SIDES = (600, 480)


class NeedsPage(Page):
    """Shows needs; those selected are gathered into a local issue."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_NeedsPage()
        self.ui.setupUi(self)
        self.needs = NeedList(self.ui, self.store, self.year)
        self.card = NeedCardView(self.store, self.dialogs, lambda: self.today)
        self.form = NeedForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState(
            "一覧から選んでください", "選んだニーズの内容と、つないだ先、その後がここに出ます。"
        )
        self.side = RecordSide(self, self.ui, self.needs, self.card, self.form, nothing, _SIDES)
        self.side.add_keys(find="ニーズを探す", add="新しいニーズを受け付ける")
        self.side.add_bin_keys(commands.bin_need, commands.restore_need)
        card, keys = self.card.ui, self.keys
        keys.add("つないだ先を記録", "Ctrl+L", self.card.begin_hand_on, card.handButton)
        keys.add("その後の結果を記録", "Ctrl+J", self.card.begin_check, card.checkButton)
        keys.add("希望票にする", "Ctrl+G", self.card.make_request, card.requestButton)
        self.needs.view.allow_several()
        self._gathering = NeedsToIssue(
            self.store, card.actForm, lambda: self.today, self.needs.view, self._gathered
        )
        keys.add("選んだニーズを課題にまとめる", "Ctrl+B", self.gather, self.ui.issueButton)
        keys.tell("Shift+↓", "一覧で、続けて選ぶ（まとめて課題にするとき）")
        keys.tell("Esc", "入力をやめる")

    @Slot()
    def gather(self) -> None:
        """Ask for the issue that the selected needs show."""
        if self.card.key is None or self.side.editing:
            self.dialogs.tell("課題にまとめるニーズを、一覧で選んでください。")
            return
        self._gathering.begin(self.needs.view.selected_keys(), self.card.content)

    def _gathered(self, issue: LocalIssueId) -> None:
        self.wanted.emit(Target("issues", "issue", issue))

    def open_target(self, target: Target) -> None:
        """Show a need (``need``), or begin a new one."""
        if target.key is None:
            self.side.add()
        else:
            self.side.open(target.key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
