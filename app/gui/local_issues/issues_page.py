"""The part 課題: the ledger at the left, card or form at the right."""

from __future__ import annotations

from app.gui.compiled.local_issues.ui_issues_page import Ui_IssuesPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.local_issues.issue_card_view import IssueCardView
from app.gui.local_issues.issue_form import IssueForm
from app.gui.local_issues.issue_list import IssueList
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState
from app.local_issues import commands

_SIDES = (520, 560)


class IssuesPage(Page):
    """Shows issues.  A form with unsaved input keeps its place until it is given up."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_IssuesPage()
        self.ui.setupUi(self)
        self.issues = IssueList(self.ui, self.store, self.year)
        self.card = IssueCardView(self.store, self.dialogs, lambda: self.today)
        self.form = IssueForm(self.store, self.dialogs, lambda: self.today)
        nothing = EmptyState(
            "一覧から選んでください",
            "選んだ課題の根拠、段階、対応と、できた資源、市への提案がここに出ます。",
        )
        self.side = RecordSide(self, self.ui, self.issues, self.card, self.form, nothing, _SIDES)
        self.side.add_keys(find="課題を探す", add="新しい課題を書く")
        self.side.add_bin_keys(commands.bin_issue, commands.restore_issue)
        self._add_keys()

    def _add_keys(self) -> None:
        card, view, add = self.card, self.card.ui, self.keys.add
        add("次の段階へ進める", "Ctrl+J", card.step, view.stepButton)
        add("段階を1つ戻す", "Ctrl+B", card.take_back, view.backButton)
        add("ニーズを根拠に加える", "Ctrl+E", card.add_need, view.needButton)
        add("アンケートを根拠に加える", "Ctrl+Shift+E", card.add_survey, view.surveyButton)
        add("できた資源を加える", "Ctrl+G", card.add_resource, view.resourceButton)
        add("できた資源を次（関係づくり・位置づけ…）へ", "Ctrl+L", card.advance, view.createButton)
        add("市への提案を記録", "Ctrl+T", card.submit, view.submitButton)
        add("市の回答を記録", "Ctrl+U", card.answer, view.answerButton)
        add("地域課題一覧を印刷・Excel", "Ctrl+P", card.print, self.ui.printButton)
        self.keys.tell("Esc", "入力をやめる")

    def open_target(self, target: Target) -> None:
        """Show an issue (``issue``), or begin a new one."""
        if target.key is None:
            self.side.add()
        else:
            self.side.open(target.key)
            self.issues.view.setFocus()

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
