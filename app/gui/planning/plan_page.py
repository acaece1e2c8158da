"""The part 計画と評価: the items of the year's plan at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent

from app.gui.compiled.planning.ui_plan_page import Ui_PlanPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.planning.item_card_view import ItemCardView
from app.gui.planning.item_form import ItemForm
from app.gui.planning.plan_list import PlanList
from app.gui.planning.words_form import WordsForm
from app.gui.records.record_side import RecordSide
from app.gui.reporting.document_link import document_target
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.planning import commands, queries
from app.planning.plan import PlanItemId

_SIDES = (660, 470)


class PlanPage(Page):
    """In April and May the arrows of the window go between last year's review and this plan."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_PlanPage()
        self.ui.setupUi(self)
        self.items = PlanList(self.ui, self.store, self.year)
        self.card = ItemCardView(self.store, self.dialogs, lambda: self.today)
        self.form = ItemForm(self.store, self.dialogs, lambda: self.today, self.year)
        self.words = WordsForm(self.store, self.dialogs, lambda: self.today, self.year)
        nothing = EmptyState(
            "一覧から選んでください", "選んだ事業の目標と実績、評価がここに出ます。"
        )
        self.side = RecordSide(self, self.ui, self.items, self.card, self.form, nothing, _SIDES)
        self.ui.sideStack.addWidget(self.words)
        self.words.saved.connect(self._close_words)
        self.words.left.connect(self._close_words)
        self._add_keys()
        self.year.changed.connect(self._name_year)
        self._name_year()

    def _add_keys(self) -> None:
        card, keys, ui = self.card.ui, self.keys, self.ui
        self.side.add_keys(find="事業を探す", add="事業を追加")
        keys.add("事業を削除", "Del", self._remove, card.binButton)
        keys.add("評価を書く", "Ctrl+J", self.assess, card.assessButton)
        keys.add("実績のもとになった行を出す", "Ctrl+L", self.card.show_rows, card.rowsButton)
        keys.add("前年度の実績の行を出す", "Ctrl+Shift+L", self.card.show_before, card.beforeButton)
        keys.add("事業を上へ", "Alt+Up", self.card.move_up, card.upButton)
        keys.add("事業を下へ", "Alt+Down", self.card.move_down, card.downButton)
        keys.add("年度の文章（方針・総括）を書く", "Ctrl+T", self.write_words, ui.wordsButton)
        keys.add("前の年度の計画を写す", "Ctrl+Shift+N", self.copy_year, ui.copyButton)
        keys.add("年間事業計画書を印刷・Excel", "Ctrl+P", self._print_plan, ui.planButton)
        keys.add(
            "活動評価・活動計画を印刷・Excel", "Ctrl+Shift+P", self._print_review, ui.reviewButton
        )
        keys.tell("Esc", "入力をやめる。行の一覧では閉じる")

    @Slot()
    def _name_year(self) -> None:
        self.ui.copyButton.setText(f"{self.year.value.previous.short}の計画を写す")

    # Doing

    @Slot()
    def assess(self) -> None:
        """Write the review of the item whose card is shown."""
        key = self.card.key
        if key is not None:
            self.side.begin(lambda: self.form.start_review(key))

    @Slot()
    def write_words(self) -> None:
        """Show the words of the year."""
        if self.may_leave():
            self.words.start_new()
            self.ui.sideStack.setCurrentWidget(self.words)
            self.card.allow(shown=False)
            self._open_list(opened=False)
            self.words.form.focus_first()

    @Slot()
    def _close_words(self) -> None:
        self._open_list(opened=True)
        self.side.show_card()

    def _open_list(self, *, opened: bool) -> None:
        """Let the list alone while the words are written: a step in it would drop them."""
        for part in (self.ui.listSide, self.ui.toolRow):
            part.setEnabled(opened)

    @Slot()
    def copy_year(self) -> None:
        """Copy the plan of the year before into this one; say what was there already."""
        year = self.year.value
        done = self.store.do(
            f"{year.previous}の計画を写す", commands.copy_year, year.previous, year
        )
        if done is not None:
            self.said.emit(done.result.sentence)
            self.ui.itemList.setFocus()

    @Slot()
    def _remove(self) -> None:
        self.side.do("事業を削除", commands.remove_item)

    @Slot()
    def _print_plan(self) -> None:
        self.wanted.emit(document_target("annual-plan"))

    @Slot()
    def _print_review(self) -> None:
        self.wanted.emit(document_target("plan-and-review"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Count anew what the card shows: elsewhere something may have been written down."""
        super().showEvent(event)
        if self.card.key is not None:
            self.card.show_record(self.card.key)

    # Going somewhere

    def open_target(self, target: Target) -> None:
        """Show an item (``plan_item``) in its year, a year (``plan_year``), or begin a new item."""
        if target.key is None:
            self.side.add()
            return
        if target.kind == "plan_year":
            if self.may_leave():
                self.year.choose(FiscalYear(int(target.key)))
            return
        key = PlanItemId(int(target.key))
        try:
            row = self.store.ask(queries.plan_item, key)
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return
        if self.may_leave():
            self.year.choose(row.year)
            self.side.open(key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        if self.ui.sideStack.currentWidget() is self.words:
            if not self.words.may_leave():
                return False
            self._close_words()
        return self.side.may_leave()
