"""The part アンケート: the list at the left, the card or form of a survey at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot

from app.gui.compiled.surveys.ui_surveys_page import Ui_SurveysPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.surveys.survey_card_view import SurveyCardView
from app.gui.surveys.survey_form import SurveyForm
from app.gui.surveys.survey_list import SurveyList
from app.gui.widgets.empty_state import EmptyState
from app.surveys import commands

_SIDES = (360, 740)


class SurveysPage(Page):
    """The list can be folded away, so that the grid of sheets has the whole width."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_SurveysPage()
        self.ui.setupUi(self)
        self.surveys = SurveyList(self.ui, self.store, self.year)
        self.card = SurveyCardView(self.store, self.dialogs, lambda: self.today)
        self.form = SurveyForm(self.store, self.dialogs, lambda: self.today, self.year)
        nothing = EmptyState(
            "一覧から選んでください", "選んだアンケートの設問、回答、集計がここに出ます。"
        )
        self.side = RecordSide(self, self.ui, self.surveys, self.card, self.form, nothing, _SIDES)
        self.side.add_keys(find="アンケートを探す", add="新しいアンケート")
        self._add_keys()

    def _add_keys(self) -> None:
        card, view, add = self.card, self.card.ui, self.keys.add
        view.binButton.clicked.connect(partial(self.side.do, "ごみ箱へ移動", commands.bin_survey))
        add(
            "ごみ箱から戻す",
            "Ctrl+R",
            lambda: self.side.do("ごみ箱から復帰", commands.restore_survey),
            view.restoreButton,
        )
        add("アンケートの一覧を出す・たたむ", "F4", self.fold, self.ui.foldButton)
        add("概要を開く", "Alt+1", partial(card.show_tab, 0))
        add("設問を開く", "Alt+2", partial(card.show_tab, 1))
        add("回答の入力を開く", "Alt+3", partial(card.show_tab, 2))
        add("集計を開く", "Alt+4", partial(card.show_tab, 3))
        add("設問を追加。回答の入力では次の回答票へ", "Ctrl+G", card.add)
        add("設問・回答票を消す", "Ctrl+Delete", card.take_away)
        add("設問を上へ", "Alt+Up", card.questions.move_up)
        add("設問を下へ", "Alt+Down", card.questions.move_down)
        add("アンケートを課題の根拠にする", "Ctrl+E", card.begin_issue, view.issueButton)
        add("来年度へ写す", "Ctrl+D", card.copy_on, view.copyButton)
        add(
            "選んだ答えをニーズにする", "Ctrl+L", card.results.make_need, card.results.ui.needButton
        )
        self.keys.tell("1　1,3　13", "回答の入力で：選択肢の番号を打つ（Enter で次の設問へ）")
        self.keys.tell("Delete", "回答の入力で：いまの欄を消す")
        self.keys.tell("Esc", "入力をやめる")

    @Slot()
    def fold(self) -> None:
        """Fold the list away, or show it again."""
        shown = self.ui.listSide.isVisibleTo(self)
        self.ui.listSide.setVisible(not shown)
        self.ui.foldButton.setText("一覧を出す" if shown else "一覧をたたむ")

    def open_target(self, target: Target) -> None:
        """Show a survey (``survey``), or begin a new one."""
        if target.key is None:
            self.side.add()
        else:
            self.side.open(target.key)
            self.surveys.view.setFocus()

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()
