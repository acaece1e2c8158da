"""The part 出納 of 計画と収支: the cash book at the left, card or form at the right."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from sqlalchemy.orm import Session

from app.accounting import commands, queries
from app.accounting.account import AccountEntryId
from app.gui.accounting.entry_card_view import EntryCardView
from app.gui.accounting.entry_form import EntryForm
from app.gui.accounting.entry_list import COLUMNS, EntryList
from app.gui.compiled.accounting.ui_entries_page import Ui_EntriesPage
from app.gui.framework.page import Page
from app.gui.framework.search import Target
from app.gui.records.record_side import RecordSide
from app.gui.widgets.empty_state import EmptyState
from app.kernel.errors import Refusal
from app.kernel.yen import yen_text

_SIDES = (680, 400)
ITEM = "account_item"
"""The kind of a link to the entries of one item."""


class EntriesPage(Page):
    """After a new entry the form is there for the next one, until Esc."""

    def __init__(self, *made_with: object, **named: object) -> None:
        super().__init__(*made_with, **named)  # type: ignore[arg-type]
        self.ui = Ui_EntriesPage()
        self.ui.setupUi(self)
        self.entries = EntryList(self.ui, self.store, self.year)
        self.card = EntryCardView(self.store, self.dialogs, lambda: self.today)
        self.form = EntryForm(self.store, self.dialogs, lambda: self.today, self.year)
        nothing = EmptyState(
            "一覧から選んでください", "選んだ記帳の内容と、按分、領収書番号がここに出ます。"
        )
        self.side = RecordSide(self, self.ui, self.entries, self.card, self.form, nothing, _SIDES)
        self.form.saved.connect(self._go_on)
        self.side.add_keys(find="出納を探す", add="記帳する")
        self.side.add_bin_keys(_to_bin, _restore)
        self.keys.add(
            "出納簿を写す（Excelなどに貼り付けられます）",
            "Ctrl+Shift+C",
            self.copy,
            self.ui.csvButton,
        )
        self.keys.tell("A～Z", "費目の欄：その文字の費目を選ぶ")
        self.keys.tell("Esc", "記帳をやめる")
        self.store.changed.connect(self._changed)
        self.year.changed.connect(self._say_balance)
        self._say_balance()

    def open_target(self, target: Target) -> None:
        """Show an entry (``account_entry``), or those of an item (``account_item``)."""
        if target.key is None:
            self.side.add()
        elif target.kind == ITEM:
            if self.side.may_leave():
                self.entries.show_item(int(target.key))
        else:
            self._open(AccountEntryId(int(target.key)))

    def _open(self, key: AccountEntryId) -> None:
        """Show an entry in the books of its year."""
        try:
            row = self.store.ask(queries.entry_card, key).row
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return
        if self.side.may_leave():
            self.year.choose(row.year)
            self.side.open(key)

    def may_leave(self) -> bool:
        """Ask before typed text is dropped."""
        return self.side.may_leave()

    @Slot(int)
    def _go_on(self, _key: int) -> None:
        """Begin the next entry after a new one."""
        if self.form.key is None:
            self.side.add()

    @Slot(object)
    def _changed(self, tables: frozenset[str]) -> None:
        if tables & self.entries.model.listing.tables:
            self._say_balance()

    @Slot()
    def _say_balance(self) -> None:
        year = self.year.value
        income, expense = self.store.ask(queries.cash, year)
        self.ui.balanceLabel.setText(
            f"{year}　収入 {yen_text(income)}円 － 支出 {yen_text(expense)}円"
            f" ＝ 残高 {yen_text(income - expense)}円"
        )

    @Slot()
    def copy(self) -> None:
        """Copy what is listed with tabs, for a workbook."""
        listing = self.entries.model.listing
        keys = self.store.ask(listing.keys)
        rows = self.store.ask(listing.rows, keys)
        lines = [[column.heading for column in COLUMNS]]
        lines += [[column.show(rows[key]) for column in COLUMNS] for key in keys]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        self.said.emit(f"出納簿の{len(keys):,}行を写しました。Excelなどに貼り付けられます。")


def _to_bin(session: Session, entry: AccountEntryId) -> None:
    commands.bin_entries(session, [entry])


def _restore(session: Session, entry: AccountEntryId) -> None:
    commands.restore_entries(session, [entry])
