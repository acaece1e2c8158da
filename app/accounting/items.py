"""The tree of items (費目): two levels, income before expense, each in the office's order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.accounting.account import AccountItemId, Side


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item; ``parent`` is the name of the one above it, ``is_sum`` whether it has others under.

    An item with others under it is their sum and takes no amount of its own.
    """

    id: AccountItemId
    side: Side
    parent_id: AccountItemId | None
    name: str
    position: int
    retired: bool
    parent: str = ""
    is_sum: bool = False

    @property
    def full_name(self) -> str:
        """Write the item with the one above it: 需用費（消耗品費）."""
        return f"{self.parent}（{self.name}）" if self.parent else self.name


def in_tree_order(rows: Iterable[ItemRow]) -> tuple[ItemRow, ...]:
    """Return items as lists show them, those of an item right after it."""
    known = {row.id: row for row in rows}
    sides = list(Side)
    sums = {row.parent_id for row in known.values()}

    def place(row: ItemRow) -> tuple[int, ...]:
        above = known[row.parent_id] if row.parent_id is not None else row
        below = (row.position, row.id) if row.parent_id is not None else (-1, -1)
        return (sides.index(row.side), above.position, above.id, *below)

    return tuple(
        replace(
            row,
            parent=known[row.parent_id].name if row.parent_id is not None else "",
            is_sum=row.id in sums,
        )
        for row in sorted(known.values(), key=place)
    )
