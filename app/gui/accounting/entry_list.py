"""The cash book of the year of the window: what is typed and chosen above it narrows it."""

from __future__ import annotations

from app.accounting import queries
from app.accounting.account import Side
from app.accounting.queries import EntryListing, EntryRow
from app.gui.compiled.accounting.ui_entries_page import Ui_EntriesPage
from app.gui.contacts.filter_box import fill_filter
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.window_model import Column, WindowModel
from app.gui.framework.year_choice import YearChoice
from app.gui.records.record_list import RecordList
from app.gui.widgets.empty_state import EmptyState
from app.kernel.wareki import format_day
from app.kernel.yen import yen_text

_DAY = "R8.4.1"


def _amount_of(side: Side, row: EntryRow) -> str:
    return yen_text(row.amount) if row.side is side else ""


def _what(row: EntryRow) -> str:
    return "　".join(part for part in (row.partner, row.description) if part)


COLUMNS: tuple[Column[EntryRow], ...] = (
    Column("日付", lambda row: format_day(row.on_day, _DAY), width=4),
    Column("費目", lambda row: row.item.name, width=5, tip=lambda row: row.item.full_name),
    Column("相手先・摘要", _what, width=10, tip=_what),
    Column("収入", lambda row: _amount_of(Side.INCOME, row), number=True, width=4),
    Column("支出", lambda row: _amount_of(Side.EXPENSE, row), number=True, width=4),
    Column(
        "残高",
        lambda row: "" if row.balance is None else yen_text(row.balance),
        number=True,
        width=4,
    ),
    Column("領収書", lambda row: row.receipt_number, width=3),
)


class EntryList(RecordList):
    """The entries of one fiscal year, those of April and May after it at the end."""

    MASTERS = frozenset({"account_item"})

    def __init__(self, ui: Ui_EntriesPage, store: ObservableStore, year: YearChoice) -> None:
        super().__init__(ui, ui.entryList, (ui.sideCombo, ui.itemCombo), store)
        self._ui = ui
        self._year = year
        ui.countLabel.prepare(ems=3.5, quiet=True, right=True)
        self.show_model(
            WindowModel(store, COLUMNS, EntryListing(year=year.value), self), "account_entries"
        )
        self.say_when_empty(
            EmptyState(
                "この年度の記帳はまだありません",
                "委託料の入金と、領収書1枚ごとの支出を記帳すると、残高と決算書が自動でできます。"
                "4月と5月に前の年度の分を記帳するときは、上の年度を前の年度にしてください。",
                "最初の記帳をする",
            ),
            EmptyState(
                "あてはまる記帳がありません",
                "相手先・摘要・領収書番号・費目の一部で探せます。"
                "収入・支出と費目の絞り込みも確かめてください。",
                "絞り込みをやめる",
            ),
        )
        year.changed.connect(self.narrow)

    def listing(self) -> EntryListing:
        """Return what the boxes ask for, in the year of the window."""
        ui = self._ui
        return EntryListing(
            year=self._year.value,
            item=ui.itemCombo.currentData(),
            side=ui.sideCombo.currentData(),
            text=self.text,
            binned=ui.binCheck.isChecked(),
        )

    def show_item(self, item: int) -> None:
        """List the entries of one item."""
        self.clear()
        self._ui.itemCombo.setCurrentIndex(self._ui.itemCombo.findData(item))

    def fill_filters(self) -> None:
        """Offer the sides and the items, those under another one set in."""
        ui = self._ui
        fill_filter(ui.sideCombo, "収支", [(one.label, one) for one in Side])
        items = self.store.ask(queries.items)
        fill_filter(
            ui.itemCombo,
            "費目",
            [(f"　{one.name}" if one.parent else one.name, one.id) for one in items],
        )
