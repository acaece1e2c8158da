"""The account and the settlement of a fiscal year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.accounting.account import AccountEntryId, AccountItemId, BudgetLineDraft, Side
from app.accounting.apportionment import own_and_others
from app.accounting.balance import Account, Posting, balance
from app.accounting.breakdown import Priced
from app.accounting.contract_years import ContractYears, is_of
from app.accounting.queries.contracts import contract_years, contracts
from app.accounting.queries.masters import items, programmes
from app.accounting.queries.shares import own_programme, shares_of
from app.accounting.settlement import Settlement
from app.accounting.tables import AccountEntry, AccountItem, BudgetLine
from app.kernel.fiscal_year import FiscalYear


def account(session: Session, year: FiscalYear) -> Account:
    """Return budget and actual of every item in a year; entries in the bin do not count."""
    return _account(session, year, lambda _day: True)


def settlement(session: Session, year: FiscalYear) -> Settlement:
    """Return what is left of a year and what of it goes back."""
    return Settlement(account(session, year), contract_years(session, year))


def contract_accounts(session: Session, contract: ContractYears) -> tuple[Account, ...]:
    """Return the account of each fiscal year of a contract, as the whole contract is reported.

    In a year another contract follows in, or came before, an entry is of the one its day is in.
    """
    known = contracts(session)
    return tuple(
        _account(session, one.year, partial(is_of, contract.contract, known, one.year))
        for one in contract.years
    )


def cash(session: Session, year: FiscalYear) -> tuple[int, int]:
    """Return what came in and what was paid in a year, whoever bears it (出納の計)."""
    query = (
        select(AccountItem.side, func.sum(AccountEntry.amount))
        .join(AccountItem, AccountItem.id == AccountEntry.item_id)
        .where(AccountEntry.fiscal_year == year.start, AccountEntry.deleted_at.is_(None))
        .group_by(AccountItem.side)
    )
    sums = {side: total for side, total in session.execute(query).all()}  # noqa: C416  typed
    return sums.get(Side.INCOME, 0), sums.get(Side.EXPENSE, 0)


def _account(session: Session, year: FiscalYear, counts: Callable[[date], bool]) -> Account:
    """Return the account of a year with the entries of the days that count."""
    known = [(row.id, row.name) for row in programmes(session)]
    postings = _postings(session, year, counts)
    return balance(year, items(session), _budget(session, year), postings, known)


def _budget(session: Session, year: FiscalYear) -> Mapping[AccountItemId, BudgetLineDraft]:
    query = select(BudgetLine).where(BudgetLine.fiscal_year == year.start)
    return {
        AccountItemId(row.item_id): BudgetLineDraft(
            AccountItemId(row.item_id), row.amount, row.basis
        )
        for row in session.scalars(query)
    }


def _postings(session: Session, year: FiscalYear, counts: Callable[[date], bool]) -> list[Posting]:
    query = (
        select(AccountEntry)
        .where(AccountEntry.fiscal_year == year.start, AccountEntry.deleted_at.is_(None))
        .order_by(AccountEntry.on_day, AccountEntry.id)
    )
    rows = [row for row in session.scalars(query) if counts(row.on_day)]
    shares = shares_of(session, [row.id for row in rows])
    own = own_programme(session)
    found = []
    for row in rows:
        part, others = own_and_others(row.amount, shares[row.id], own)
        priced = Priced(part, row.amount, row.unit_price, row.quantity)
        found.append(Posting(AccountEntryId(row.id), AccountItemId(row.item_id), priced, others))
    return found
