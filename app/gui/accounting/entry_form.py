"""The form of an entry of the cash book; price times quantity makes the amount as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from app.accounting import commands, queries
from app.accounting.account import AccountEntryDraft, AccountEntryId, AccountItemId, TaxRate
from app.accounting.closing import year_of_entry
from app.accounting.entry_checks import entry_doubts, entry_year
from app.gui.compiled.accounting.ui_entry_form import Ui_EntryForm
from app.gui.framework.dialogs import Dialogs
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.year_choice import YearChoice
from app.gui.matching.choices import fill_labels
from app.gui.records.record_form import RecordForm
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.yen import yen_text

if TYPE_CHECKING:
    from app.storage.store import Done

_NONE = AccountItemId(0)
_EDITORS = (
    ("on_day", "dayEdit"),
    ("item_id", "itemCombo"),
    ("partner", "partnerEdit"),
    ("description", "descriptionEdit"),
    ("unit_price", "priceEdit"),
    ("quantity", "quantityEdit"),
    ("amount", "amountEdit"),
    ("receipt_number", "receiptEdit"),
    ("fiscal_year", "yearCombo"),
    ("tax", "taxCombo"),
    ("shares", "sharesEdit"),
    ("note", "noteEdit"),
)


class EntryForm(RecordForm[AccountEntryId]):
    """Begins each new entry on the day of the one before it: receipts come in heaps."""

    def __init__(
        self,
        store: ObservableStore,
        dialogs: Dialogs,
        today: Callable[[], date],
        year: YearChoice,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(store, dialogs, today, parent)
        self.year = year
        self._last_day: date | None = None
        self.ui = ui = Ui_EntryForm()
        ui.setupUi(self)
        ui.doubtLabel.hide()
        ui.dayEdit.prepare(today, "日付")
        ui.priceEdit.prepare("単価")
        ui.quantityEdit.prepare("数量", "", "個数・回数・月数")
        ui.amountEdit.prepare("金額", "単価×数量か、金額だけ")
        fill_labels(ui.taxCombo, TaxRate)
        self.hold(ui, tuple((name, getattr(ui, editor)) for name, editor in _EDITORS))
        self.tidy_names(ui.partnerEdit, ui.descriptionEdit)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.itemCombo.picked.connect(lambda: self.form.move_on(ui.itemCombo))
        ui.partnerEdit.taken.connect(ui.descriptionEdit.setFocus)
        for edit in (ui.priceEdit, ui.quantityEdit):
            edit.edited.connect(self._multiply)
        ui.dayEdit.settled.connect(self._follow_day)
        self.form.edited.connect(self._say_doubts)
        self.year.changed.connect(self._say_doubts)

    # Beginning

    def start_new(self) -> None:
        """Begin with an empty form on the day of the last entry, or today's."""
        day = self._last_day or self.today()
        year = year_of_entry(day, self.year.value).start
        self._start(None, AccountEntryDraft(day, _NONE, 0, fiscal_year=year), "新しい記帳")
        if self._last_day is not None:
            self.form.begin_at("item_id")

    def start_edit(self, key: AccountEntryId) -> bool:
        """Begin with a stored entry; return whether it is still there."""
        try:
            draft = self.store.ask(queries.entry_card, key).draft
        except Refusal as refusal:
            self.store.refused.emit(refusal.text)
            return False
        self.form.begin_at("on_day")
        year = entry_year(draft).start
        self._start(key, replace(draft, fiscal_year=year), "記帳の編集")
        return True

    def _start(self, key: AccountEntryId | None, draft: AccountEntryDraft, title: str) -> None:
        ui, ask = self.ui, self.store.ask
        ui.partnerEdit.recall(ask(queries.partners))
        ui.itemCombo.offer(
            [
                (f"{one.name}（{one.parent or one.side.label}）", one.id)
                for one in ask(queries.items)
                if not one.is_sum and (not one.retired or one.id == draft.item_id)
            ]
        )
        borne = {programme for programme, _ in draft.shares}
        ui.sharesEdit.offer(
            [
                (one.id, one.name)
                for one in ask(queries.programmes)
                if not one.retired or one.id in borne
            ]
        )
        self._fill_years(entry_year(draft))
        self.begin(key, draft, title)
        self._say_doubts()

    def _fill_years(self, own: FiscalYear) -> None:
        chosen = self.year.value
        years = {own, chosen, chosen.previous, chosen.next, FiscalYear.of(self.today())}
        self.ui.yearCombo.clear()
        for year in sorted(years):
            self.ui.yearCombo.addItem(str(year), year.start)

    # While typing

    @Slot()
    def _multiply(self) -> None:
        """Write the product into the amount."""
        ui = self.ui
        try:
            price, quantity = ui.priceEdit.value(), ui.quantityEdit.value()
        except Refusal:
            return
        if price is not None and quantity is not None:
            ui.amountEdit.set_value(price * quantity)

    @Slot()
    def _follow_day(self) -> None:
        """Choose the year a new entry of this day belongs to: last year's in April and May."""
        day = self.ui.dayEdit.value()
        if self.key is None and day is not None:
            year = year_of_entry(day, self.year.value)
            self.ui.yearCombo.setCurrentIndex(self.ui.yearCombo.findData(year.start))

    @Slot()
    def _say_doubts(self) -> None:
        """Say what could be right but is worth a look."""
        ui = self.ui
        try:
            day, amount = ui.dayEdit.value(), ui.amountEdit.value()
        except Refusal:
            return
        said = ""
        if day is not None:
            year = ui.yearCombo.currentData()
            draft = AccountEntryDraft(day, _NONE, amount or 0, fiscal_year=year)
            doubts = [*entry_doubts(draft, self.today()).values()]
            if year is not None and year != self.year.value.start:
                doubts.append(
                    f"{FiscalYear(year)}の出納になります（いまは{self.year.value}の表示）。"
                )
            said = "\n".join(doubts)
        ui.doubtLabel.setText(said)
        ui.doubtLabel.setVisible(bool(said))

    # Writing

    def write(self, draft: AccountEntryDraft) -> Done[AccountEntryId] | None:
        """Write the entry down."""
        if draft.on_day is None or draft.item_id is None:
            self.refused(_incomplete(draft))
            return None
        draft = replace(draft, amount=draft.amount or 0)
        what = draft.description or draft.partner or f"{yen_text(draft.amount)}円"
        if self.key is None:
            done = self.store.do(
                f"記帳（{what[:20]}）", commands.add_entry, draft, on_refusal=self.refused
            )
        else:
            done = self.store.do(
                f"記帳の変更（{what[:20]}）",
                change_entry,
                self.key,
                draft,
                on_refusal=self.refused,
            )
        if done is not None and self.key is None:
            self._last_day = draft.on_day
        return done


def _incomplete(draft: AccountEntryDraft) -> Refusal:
    fields: dict[str, str] = {}
    if draft.on_day is None:
        fields["on_day"] = "日付を入力してください。"
    if draft.item_id is None:
        fields["item_id"] = "費目を選んでください。"
    return Refusal("".join(fields.values()), fields)


def change_entry(
    session: Session, entry: AccountEntryId, draft: AccountEntryDraft
) -> AccountEntryId:
    """Change an entry and return its key, as a form wants it."""
    commands.change_entry(session, entry, draft)
    return entry
