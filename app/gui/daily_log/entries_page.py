"""The part 記録 of 日報: the entries, a form in the order of the paper, and what is offered."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from sqlalchemy.orm import Session

from app.daily_log import commands
from app.daily_log.log_entry import LogEntryDraft, LogEntryId
from app.gui.compiled.daily_log.ui_entries_page import Ui_EntriesPage
from app.gui.daily_log.log_card_view import LogCardView
from app.gui.daily_log.log_form import LogForm
from app.gui.daily_log.log_list import LogList
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.reporting.document_link import document_target
from app.gui.widgets.empty_state import EmptyState

_SIDES = (520, 600)
_ROWS = (380, 190)
NEW = "new"
"""The kind of a link that begins an entry, of the day that is its key."""


class EntriesPage(Page):
    """The list stays beside the form: what was written today is seen while the next is."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_EntriesPage()
        self.ui.setupUi(self)
        self.entries = LogList(self.ui, self.store, self.year)
        self.card = LogCardView(self.store, self.dialogs, lambda: self.today)
        self.form = LogForm(self.store, self.dialogs, lambda: self.today, self.year)
        nothing = EmptyState(
            "一覧から選んでください",
            "選んだ記録の内容がここに出ます。新しい記録は Ctrl+N で書き始めます。",
        )
        self.side = RecordSide(self, self.ui, self.entries, self.card, self.form, nothing, _SIDES)
        self.offers = self.ui.offers
        self.offers.prepare(self.store, lambda: self.today, lambda: self.year.value)
        self.ui.leftSplitter.setSizes(_ROWS)
        self._add_keys()
        self.year.changed.connect(self.offers.outdate)
        self.offers.change_wanted.connect(self._change_offer)
        self.offers.left.connect(self.entries.view.setFocus)

    def _add_keys(self) -> None:
        card, keys, offers = self.card.ui, self.keys, self.offers
        self.side.add_keys(find="日報を探す", add="新しい記録を書く")
        self.side.add_bin_keys(_to_bin, _restore)
        keys.add("同じように書く", "Ctrl+L", self.begin_like, card.likeButton)
        keys.add("次の対応を済みにする", "Ctrl+E", self.card.finish_next, card.doneButton)
        keys.add("市への報告・内部メモなどの欄を出す", "Ctrl+M", self.form.ui.moreButton.toggle)
        keys.add("記録にできることの一覧へ移る", "F6", self.offers.ui.offerList.setFocus)
        keys.add("「記録にできること」を記録する", "Ctrl+J", offers.take, offers.ui.takeButton)
        keys.add(
            "「記録にできること」を直して記録する",
            "Ctrl+Shift+J",
            offers.change,
            offers.ui.changeButton,
        )
        keys.add(
            "「記録にできること」から除く（ごみ箱へ移す）",
            "Ctrl+Delete",
            offers.set_aside,
            offers.ui.asideButton,
        )
        keys.add(
            "「記録にできること」をすべて記録する",
            "Ctrl+B",
            offers.take_everything,
            offers.ui.allButton,
        )
        keys.add("この日の日報を印刷・Excel", "Ctrl+P", self._print, self.ui.printButton)
        card.printButton.clicked.connect(self.card.print)
        keys.tell("1～8", "業務区分・手段を選ぶ（選ぶと次の欄へ）")
        keys.tell("A～Z", "活動種別を選ぶ（選ぶと次の欄へ）")
        keys.tell("Shift+Enter", "内容・結果の欄で改行")
        keys.tell("Esc", "入力をやめる")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.offers.refresh()

    @Slot()
    def begin_like(self) -> None:
        """Begin an entry of now that says what the one shown says."""
        if self.card.key is not None:
            self.side.begin(partial(self.form.start_like, self.card.key))

    @Slot(object)
    def _change_offer(self, draft: LogEntryDraft) -> None:
        self.side.begin(partial(self.form.start_with, draft))

    @Slot()
    def _print(self) -> None:
        """Go to the daily log of the day that is chosen, or of today."""
        day = self.card.day if self.card.isVisible() else None
        self.wanted.emit(document_target("daily-log", day=day or self.today, span="day"))

    def open_target(self, target: Target) -> None:
        """Show an entry (``log_entry``), or begin one, of a day (``new``) or of now."""
        if target.kind == NEW and target.key is not None:
            day = date.fromisoformat(str(target.key))
            self.side.begin(partial(self.form.start_on, day))
        elif target.key is None:
            self.side.add()
        else:
            self.side.open(target.key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()


def _to_bin(session: Session, key: LogEntryId) -> None:
    commands.bin_entries(session, [key])


def _restore(session: Session, key: LogEntryId) -> None:
    commands.restore_entries(session, [key])
