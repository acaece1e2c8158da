"""The budget of a year as the grid shows it: every item, last year beside."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.accounting.account import Side
from app.accounting.balance import Account, AccountLine
from app.accounting.items import ItemRow
from app.accounting.queries.account import account
from app.kernel.fiscal_year import FiscalYear


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """An item: what is planned, and what was planned and happened the year before."""

    item: ItemRow
    amount: int
    basis: str
    last_budget: int
    last_actual: int


@dataclass(frozen=True, slots=True)
class BudgetSheet:
    """The budget of a year; a retired item is in it where either year has an amount."""

    now: Account
    last: Account
    rows: tuple[BudgetRow, ...]

    def of_side(self, side: Side) -> tuple[BudgetRow, ...]:
        return tuple(row for row in self.rows if row.item.side is side)


def budget(session: Session, year: FiscalYear) -> BudgetSheet:
    """Return the budget of a year with that of the year before."""
    now, last = account(session, year), account(session, year.previous)
    before = {line.item.id: line for line in last.lines}
    lines = {line.item.id: line for line in now.lines}
    order = [line.item for line in now.lines]
    gone = [line.item for line in last.lines if line.item.id not in lines]
    rows = [_row(item, lines.get(item.id), before.get(item.id)) for item in (*order, *gone)]
    return BudgetSheet(now, last, tuple(rows))


def _row(item: ItemRow, now: AccountLine | None, last: AccountLine | None) -> BudgetRow:
    return BudgetRow(
        item,
        now.budget if now else 0,
        now.basis if now else "",
        last.budget if last else 0,
        last.actual.count if last else 0,
    )
