"""The part 会議 of 協議体: the list at the left, the card or the form of a meeting at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication

from app.council import commands
from app.council.council import CouncilId
from app.gui.compiled.council.ui_meetings_page import Ui_MeetingsPage
from app.gui.council.meeting_card_view import MeetingCardView
from app.gui.council.meeting_form import MeetingForm
from app.gui.council.meeting_list import MeetingList
from app.gui.framework import icons, view
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState

_SIDES = (430, 680)


class MeetingsPage(Page):
    """The list can be folded away, so that a meeting has the whole width."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_MeetingsPage()
        self.ui.setupUi(self)
        self._asked: CouncilId | None = None
        self.meetings = MeetingList(self.ui, self.store, self.year)
        self.card = MeetingCardView(self.store, self.dialogs, lambda: self.today)
        self.form = MeetingForm(self.store, self.dialogs, lambda: self.today)
        self.form.council = self._council
        self.meetings.chosen.connect(self._stay)
        nothing = EmptyState(
            "一覧から選んでください",
            "選んだ会議の議題、出欠、会議録、決定事項と宿題がここに出ます。",
        )
        self.side = RecordSide(self, self.ui, self.meetings, self.card, self.form, nothing, _SIDES)
        self._add_keys()
        view.current().changed.connect(self._draw)
        self._draw()

    def _add_keys(self) -> None:
        card, keys = self.card.ui, self.keys
        self.side.add_keys(find="会議を探す", add="新しい会議")
        keys.add(
            "カーソルのある会議・議題・決定事項などを消す", "Del", self._remove, card.binButton
        )
        keys.tell("Esc", "入力をやめる")
        keys.add("会議の一覧を出す・たたむ", "F4", self.fold, self.ui.foldButton)
        keys.add("概要を開く", "Alt+1", partial(self.card.show_tab, 0))
        keys.add("議題を開く", "Alt+2", partial(self.card.show_tab, 1))
        keys.add("出欠を開く", "Alt+3", partial(self.card.show_tab, 2))
        keys.add("会議録を開く", "Alt+4", partial(self.card.show_tab, 3))
        keys.add("決定・宿題を開く", "Alt+5", partial(self.card.show_tab, 4))
        keys.add(
            "次の段階（案内・開催・照会・確定）を記録", "Ctrl+J", self.card.step, card.nextButton
        )
        keys.add("会議を中止にする", "Ctrl+E", self.card.cancel, card.cancelButton)
        keys.add("開催案内を印刷・Excel", "Ctrl+P", self.card.print_notice, card.noticeButton)
        keys.add("会議録を印刷・Excel", "Ctrl+Shift+P", self.card.print_minutes, card.minutesButton)
        self._add_keys_of_tabs()

    def _add_keys_of_tabs(self) -> None:
        card, keys = self.card, self.keys
        outcome, attendance = card.outcome.ui, card.attendance.ui
        keys.add("議題・出席者・決定事項を追加", "Ctrl+G", card.add)
        keys.add("議題・出席者・決定事項を外す", "Ctrl+Delete", card.take_away)
        keys.add("宿題・地域課題から議題に入れる", "Ctrl+B", card.propose)
        keys.add("議題を上へ", "Alt+Up", card.agenda.move_up)
        keys.add("議題を下へ", "Alt+Down", card.agenda.move_down)
        keys.add("空欄を全員出席に", "Ctrl+Shift+A", card.mark_all, attendance.presentButton)
        keys.add("宿題を追加", "Ctrl+H", card.add_homework, outcome.homeworkButton)
        keys.add("宿題を済みに", "Ctrl+D", card.outcome.finish, outcome.finishButton)
        outcome.decisionButton.clicked.connect(card.outcome.add_decision)
        keys.tell("O D X", "出欠の一覧で：出席・代理・欠席を付けて次の人へ（返事の欄も同じ）")
        keys.tell("Space", "出欠の一覧で：代理の方の氏名と備考を書く")
        keys.tell("Delete", "出欠の一覧で：印を消す")
        keys.tell("← →", "出欠の一覧で：返事と出欠の欄を移る")

    @Slot(object)
    def _stay(self, key: int | None) -> None:
        """Go back to a meeting in which something is typed that cannot be saved as it is."""
        before = self.card.key
        if before is not None and key not in (None, before) and not self.card.save():
            self.meetings.view.choose(before)

    @Slot()
    def _draw(self) -> None:
        shown = self.ui.listSide.isVisibleTo(self)
        self.ui.foldButton.setIcon(icons.icon("chevron-left" if shown else "chevron-right"))
        self.ui.foldButton.setText("一覧をたたむ" if shown else "一覧を出す")

    @Slot()
    def fold(self) -> None:
        """Fold the list away, or show it again."""
        self.ui.listSide.setVisible(not self.ui.listSide.isVisibleTo(self))
        self._draw()

    def _council(self) -> CouncilId | None:
        """Return whose meeting a new one most likely is."""
        if self._asked is not None:
            return self._asked
        chosen = self.ui.councilCombo.currentData()
        shown = self.card.card
        return chosen or (None if shown is None else shown.row.council_id)

    @Slot()
    def _remove(self) -> None:
        """Remove what the cursor is in: the meeting, or a row of the tab that is shown."""
        focus = QApplication.focusWidget()
        if focus is not None and self.card.ui.tabs.isAncestorOf(focus):
            self.card.take_away()
        else:
            self.side.do("会議を消す", commands.remove_meeting)

    def open_target(self, target: Target) -> None:
        """Show a meeting (``meeting``), or begin a new one, of a council that is named."""
        if target.kind == "meeting" and target.key is not None:
            self.side.open(target.key)
            self.meetings.view.setFocus()
            return
        self._asked = None if target.key is None else CouncilId(int(target.key))
        self.side.add()
        self._asked = None

    def may_leave(self) -> bool:
        """Ask before typed text is dropped; what is typed into a meeting is saved."""
        return self.card.save() and self.side.may_leave()
