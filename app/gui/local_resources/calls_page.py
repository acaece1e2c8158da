"""The part 確認の電話 of 地域資源: what was not confirmed for long, one call after the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.gui.compiled.local_resources.ui_calls_page import Ui_CallsPage
from app.gui.contacts.facts_grid import FactsGrid
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column, WindowModel
from app.gui.local_resources.confirm_form import usual
from app.gui.local_resources.resource_form import ResourceForm
from app.gui.local_resources.resource_groups import groups_of
from app.gui.matching.choices import fill_labels
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.kernel.wareki import format_day
from app.local_resources import commands, queries
from app.local_resources.freshness import age_text
from app.local_resources.local_resource import (
    ConfirmationDraft,
    ConfirmationResult,
    ConfirmationWay,
    LocalResourceId,
)
from app.local_resources.queries import CallListing
from app.local_resources.resource_card import StaleResource

_SIDES = (430, 680)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CallsPage(Page):
    """A call without answer comes again when all others were made; each is one step to undo."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_CallsPage()
        self.ui.setupUi(self)
        self._shown: LocalResourceId | None = None
        self._round: set[int] = set()
        self._facts = FactsGrid(self.ui.factsPanel)
        self.form = ResourceForm(self.store, self.dialogs, lambda: self.today)
        self.form.confirmation = lambda: self._made(ConfirmationResult.CHANGED)
        self._done = EmptyState(
            "確認の電話をかける先はありません",
            "情報の確認から決めた月数（設定の「手伝いの決まり」）を過ぎたものが、ここに並びます。",
        )
        for side in (self.form, self._done):
            self.ui.sideStack.addWidget(side)
        self.ui.splitter.setSizes(_SIDES)
        self.ui.progressLabel.prepare(ems=8, bold=True, right=True)
        self._remember()
        self._list()
        self._add_keys()
        self.setFocusProxy(self.ui.callList)
        self._begin_next(0)

    def _remember(self) -> None:
        """Begin with who confirmed last; a round of calls is made by telephone."""
        last = usual(self.store, self.today)
        self.ui.byEdit.setText(last.confirmed_by)
        fill_labels(self.ui.wayCombo, ConfirmationWay)
        self.ui.wayCombo.setCurrentIndex(self.ui.wayCombo.findData(ConfirmationWay.CALL))

    def _list(self) -> None:
        columns: tuple[Column[StaleResource], ...] = (
            Column("名称", lambda one: one.row.name, width=11, tip=lambda one: one.row.name),
            Column("確認", lambda one: age_text(one.row.confirmed_on, self.today), width=6),
            Column(
                "応答なし", lambda one: f"{len(one.attempts)}回" if one.attempts else "", width=4
            ),
        )
        self.model = WindowModel(self.store, columns, CallListing(self.today), self)
        self.ui.callList.show_model(self.model, "resource_calls")
        self.ui.callList.chosen.connect(self._chosen)
        self.ui.callList.installEventFilter(self)
        self.store.changed.connect(self._changed)
        self.form.saved.connect(self._saved)
        self.form.left.connect(self._show_call)

    def _add_keys(self) -> None:
        ui, keys = self.ui, self.keys
        ui.sameButton.clicked.connect(self.confirm_same)
        ui.noAnswerButton.clicked.connect(self.note_no_answer)
        keys.add("変更あり", "F2", self.change, ui.changedButton)
        keys.tell("Enter・S", "一覧で：変わりなし")
        keys.tell("N", "一覧で：応答なし（あとでもう一度）")
        keys.tell("Ctrl+Enter", "変更を保存して確認済みにする")
        keys.tell("Esc", "変更の入力をやめる")

    # Which call

    @property
    def current(self) -> LocalResourceId | None:
        """The resource that is being called."""
        return self._shown

    @Slot(object)
    def _chosen(self, key: int | None) -> None:
        if self._editing and (self.form.dirty or key is None):
            return
        self._shown = None if key is None else LocalResourceId(key)
        self._show_call()

    @property
    def _editing(self) -> bool:
        return self.ui.sideStack.currentWidget() is self.form

    @Slot()
    def _show_call(self) -> None:
        """Show whom to call and what to ask."""
        key = self.ui.callList.current_key()
        row = None if key is None else self.model.row_of(key)
        if key is None or row is None:
            self._shown = None
            self._show_side(self._done)
            return
        self._shown = LocalResourceId(key)
        try:
            card = self.store.ask(queries.resource_card, self._shown, self.today)
        except Refusal:
            self._show_side(self._done)
            return
        call = self.store.ask(CallListing(self.today).rows, [key])[key]
        ui = self.ui
        ui.nameLabel.setText(
            "　".join(part for part in (card.draft.name, card.organisation) if part)
        )
        ui.phoneLabel.setText(call.contact.phone or "電話番号がありません")
        tried = "、".join(
            format_day(one.confirmation.confirmed_on, "R8.4.1") for one in call.attempts[:3]
        )
        said = (
            f"話す相手：{call.contact.name}" if call.contact.name else "",
            f"前の確認：{card.confirmed}",
            f"応答なし：{tried}" if tried else "",
        )
        ui.attemptLabel.setText("　".join(part for part in said if part))
        self._facts.show(groups_of(card))
        self._show_side(ui.callSide)

    def _show_side(self, side: QWidget) -> None:
        self.ui.sideStack.setCurrentWidget(side)
        calling = side is self.ui.callSide
        for button in (self.ui.sameButton, self.ui.changedButton, self.ui.noAnswerButton):
            button.setEnabled(calling)

    def _begin_next(self, row: int) -> None:
        """Go to the call that stands in a row now, or to the last one."""
        count = self.model.rowCount()
        if count:
            self.ui.callList.setCurrentIndex(self.model.index(min(row, count - 1), 0))
        self._show_call()
        self._say_progress()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & CallListing(self.today).tables and not self._editing:
            if self.ui.callList.current_key() is None:
                self._begin_next(0)
            else:
                self._show_call()
            self._say_progress()

    def _say_progress(self) -> None:
        """Say how many of this round are done."""
        left = set(self.ui.callList.listed_keys())
        self._round |= left
        self.ui.progressLabel.setText(f"{len(self._round - left)}/{len(self._round)} 件")

    # What came of it

    def _made(self, result: ConfirmationResult) -> ConfirmationDraft:
        way = self.ui.wayCombo.currentData()
        return ConfirmationDraft(self.today, self.ui.byEdit.text().strip(), way, result)

    @Slot()
    def confirm_same(self) -> None:
        """Write down that nothing changed, and go on."""
        self._write(ConfirmationResult.SAME, "電話で確認・変わりなし")

    @Slot()
    def note_no_answer(self) -> None:
        """Write down that nobody answered, and go on; the call comes again."""
        self._write(ConfirmationResult.NO_ANSWER, "電話で確認・応答なし")

    def _write(self, result: ConfirmationResult, label: str) -> None:
        key = self._shown
        row = None if key is None else self.model.row_of(key)
        if key is None or row is None or self._editing:
            return
        name = self.ui.nameLabel.text()
        done = self.store.do(
            f"{label}（{name}）", commands.confirm_resource, key, self._made(result)
        )
        if done is not None:
            self._begin_next(row)

    @Slot()
    def change(self) -> None:
        """Open the form beside the list; saving it is the confirmation too."""
        if self._shown is not None and self.form.start_edit(self._shown):
            self._show_side(self.form)
            self.form.form.focus_first()

    @Slot(int)
    def _saved(self, _key: int) -> None:
        self._show_side(self.ui.callSide)
        self._begin_next(max(self.ui.callList.currentIndex().row(), 0))
        self.ui.callList.setFocus()

    # Keys, going

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in (*_ENTER, Qt.Key.Key_S):
            self.confirm_same()
        elif event.key() == Qt.Key.Key_N:
            self.note_no_answer()
        else:
            return False
        return True

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        if self._editing and not self.form.may_leave():
            return False
        if self._editing:
            self._show_call()
        return True
