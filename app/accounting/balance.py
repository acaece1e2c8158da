"""The account of a fiscal year: budget against actual by item, and what is left.

Only the part of this work counts; what 按分 divided off to other programmes is told beside.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.accounting.account import (
    AccountEntryId,
    AccountItemId,
    BudgetLineDraft,
    ProgrammeId,
    Side,
)
from app.accounting.breakdown import Priced, breakdown
from app.accounting.items import ItemRow
from app.kernel.figure import Counted, Figure
from app.kernel.fiscal_year import FiscalYear


@dataclass(frozen=True, slots=True)
class Posting:
    """An entry as the account sees it: the part of this work, and what went to others."""

    id: AccountEntryId
    item_id: AccountItemId
    priced: Priced
    others: tuple[tuple[ProgrammeId, int], ...] = ()


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One item: budget (A), actual (B) with its entries, B − A, and the breakdown of each."""

    item: ItemRow
    budget: int
    actual: Figure
    basis: str = ""
    spent_on: str = ""

    @property
    def difference(self) -> int:
        """決算額 − 予算額; below nothing where less was spent or came in than planned."""
        return self.actual.count - self.budget

    @property
    def is_blank(self) -> bool:
        """Whether nothing was planned and nothing happened."""
        return not (self.budget or self.actual.keys or self.basis)


@dataclass(frozen=True, slots=True)
class AccountTotal:
    """計 of a side."""

    side: Side
    budget: int
    actual: Figure

    @property
    def difference(self) -> int:
        return self.actual.count - self.budget


@dataclass(frozen=True, slots=True)
class DividedOff:
    """What another programme bore of the expenses of entries that were shared with it."""

    programme: str
    amount: Figure


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a year; ``lines`` is every item in the order of the tree."""

    year: FiscalYear
    lines: tuple[AccountLine, ...]
    divided_off: tuple[DividedOff, ...] = ()

    def of_side(self, side: Side) -> tuple[AccountLine, ...]:
        """Return the lines of a side, items and those under them."""
        return tuple(line for line in self.lines if line.item.side is side)

    def total(self, side: Side) -> AccountTotal:
        """Return 計 of a side: the sum of its items of the upper level."""
        upper = [line for line in self.of_side(side) if line.item.parent_id is None]
        return AccountTotal(
            side, sum(line.budget for line in upper), summed([line.actual for line in upper])
        )

    @property
    def surplus(self) -> int:
        """差引残額: what came in less what was spent."""
        return self.total(Side.INCOME).actual.count - self.total(Side.EXPENSE).actual.count

    @property
    def planned_surplus(self) -> int:
        """What the budget leaves over; a budget that balances leaves nothing."""
        return self.total(Side.INCOME).budget - self.total(Side.EXPENSE).budget


def balance(
    year: FiscalYear,
    items: Sequence[ItemRow],
    budget: Mapping[AccountItemId, BudgetLineDraft],
    postings: Sequence[Posting],
    programmes: Sequence[tuple[ProgrammeId, str]] = (),
) -> Account:
    """Return the account of a year; ``items`` are in the order of the tree."""
    posted: dict[AccountItemId, list[Posting]] = defaultdict(list)
    for one in postings:
        posted[one.item_id].append(one)
    leaves = {item.id: _leaf(item, budget.get(item.id), posted[item.id]) for item in items}
    under: dict[AccountItemId, list[AccountLine]] = defaultdict(list)
    for item in items:
        if item.parent_id is not None:
            under[item.parent_id].append(leaves[item.id])
    lines = tuple(_with_children(leaves[item.id], under[item.id]) for item in items)
    kept = tuple(line for line in lines if not (line.item.retired and line.is_blank))
    spent = [one for item in items if item.side is Side.EXPENSE for one in posted[item.id]]
    return Account(year, kept, tuple(_divided_off(spent, programmes)))


def summed(figures: Sequence[Figure]) -> Figure:
    """Return amounts as one, with the entries of all."""
    keys = tuple(key for one in figures for key in one.keys)
    return Figure(Counted.ACCOUNT_ENTRY, keys, sum(one.count for one in figures))


def _leaf(
    item: ItemRow, planned: BudgetLineDraft | None, postings: Sequence[Posting]
) -> AccountLine:
    amount = sum(one.priced.amount for one in postings)
    return AccountLine(
        item,
        planned.amount if planned else 0,
        Figure(Counted.ACCOUNT_ENTRY, tuple(one.id for one in postings), amount),
        planned.basis if planned else "",
        breakdown(one.priced for one in postings),
    )


def _with_children(line: AccountLine, children: Sequence[AccountLine]) -> AccountLine:
    if not children:
        return line
    together = (line, *children)
    return AccountLine(
        line.item,
        sum(one.budget for one in together),
        summed([one.actual for one in together]),
        line.basis,
    )


def _divided_off(
    postings: Sequence[Posting], programmes: Sequence[tuple[ProgrammeId, str]]
) -> list[DividedOff]:
    found = []
    for programme, name in programmes:
        parts = [
            (one.id, amount)
            for one in postings
            for other, amount in one.others
            if other == programme
        ]
        if parts:
            keys = tuple(key for key, _ in parts)
            amount = sum(amount for _, amount in parts)
            found.append(DividedOff(name, Figure(Counted.ACCOUNT_ENTRY, keys, amount)))
    return found
