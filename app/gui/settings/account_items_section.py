"""設定 → 費目: the items of budget and settlement, in two levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget
from sqlalchemy.orm import Session

from app.accounting import commands, queries
from app.accounting.account import AccountItemId, Side
from app.accounting.items import ItemRow
from app.gui.framework.page import Page
from app.gui.framework.window_model import Column
from app.gui.settings.named_master_section import Master, NamedMasterSection

_PLACE_NAME = "入れる場所"


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """What the form asks: a name, and of a new item where it goes: a side or another item."""

    name: str = ""
    place: Side | AccountItemId = Side.EXPENSE


def add_item(session: Session, entry: ItemEntry) -> AccountItemId:
    """Add an item to a side, or under another item."""
    if isinstance(entry.place, Side):
        return commands.add_item(session, entry.place, entry.name)
    return commands.add_item(session, Side.EXPENSE, entry.name, entry.place)


def rename_item(session: Session, item: AccountItemId, entry: ItemEntry) -> None:
    """Give an item another name; it stays where it is."""
    commands.rename_item(session, item, entry.name)


class AccountItemsSection(NamedMasterSection):
    """The tree of items."""

    COLUMNS = (
        Column[ItemRow]("収支", lambda row: row.side.label, width=3),
        Column[ItemRow](
            "費目", lambda row: f"　　{row.name}" if row.parent else row.name, width=11
        ),
        Column[ItemRow]("状態", lambda row: "使わない" if row.retired else "使う", width=4),
    )
    MASTER = Master(
        word="費目",
        about="予算書と決算書の費目です。内訳のある費目は内訳の合計になり、金額は入りません。"
        "「使わない」にした費目は、すでに記帳したところに残ります。",
        tables=frozenset({"account_item"}),
        query=queries.items,
        add=add_item,
        change=rename_item,
        move=commands.move_item,
        retire=commands.retire_item,
        remove=commands.remove_item,
    )

    def __init__(self, page: Page) -> None:
        self.placeCombo = QComboBox()
        self.placeCombo.setAccessibleName(_PLACE_NAME)
        super().__init__(page)

    def fields(self) -> Sequence[tuple[str, QWidget]]:
        """Return the name and where a new item goes."""
        self.ui.masterForm.insertRow(1, _PLACE_NAME, self.placeCombo)
        return (*super().fields(), ("place", self.placeCombo))

    def entry_of(self, row: ItemRow | None) -> ItemEntry:
        if row is None:
            return ItemEntry()
        return ItemEntry(row.name, row.parent_id if row.parent_id is not None else row.side)

    def typed(self, entry: ItemEntry) -> ItemEntry:
        return entry

    @Slot()
    def reset(self) -> None:
        """Show what is stored; where a known item stands is only told."""
        combo = self.placeCombo
        combo.clear()
        for side in Side:
            combo.addItem(f"{side.label}の費目", side)
        for row in self.store.ask(queries.items):
            if row.parent_id is None:
                combo.addItem(f"{row.name}の内訳", row.id)
        combo.setEnabled(self.row is None)
        super().reset()

    def _move(self, step: int) -> None:
        """Move an item among those of its own level."""
        row = self.stored()
        if row is None:
            return
        level = (row.side, row.parent_id)
        keys = [one.id for one in self.rows() if (one.side, one.parent_id) == level]
        if 0 <= (place := keys.index(row.id) + step) < len(keys):
            self.put_at(row, place + 1)
