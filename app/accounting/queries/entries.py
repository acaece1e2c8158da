"""The cash book (出納簿): its list with a running balance, one entry, and partners typed before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from app.accounting.account import (
    AccountEntryDraft,
    AccountEntryId,
    AccountItemId,
    ProgrammeId,
    Side,
)
from app.accounting.apportionment import own_and_others
from app.accounting.items import ItemRow
from app.accounting.queries.masters import items
from app.accounting.queries.shares import own_programme, shares_of
from app.accounting.tables import AccountEntry, AccountItem, AccountProgramme, EntryShare
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold, query_forms

_APART = frozenset({"shares", "fiscal_year"})
_COLUMNS = tuple(field.name for field in fields(AccountEntryDraft) if field.name not in _APART)
_TABLES = frozenset(
    {
        AccountEntry.__tablename__,
        AccountItem.__tablename__,
        EntryShare.__tablename__,
        AccountProgramme.__tablename__,
    }
)
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry as the cash book shows it; ``own`` is the part of this work.

    ``balance`` is what is left after it of all entries of its fiscal year, shown or not;
    nothing for one in the bin.
    """

    id: AccountEntryId
    on_day: date
    item: ItemRow
    partner: str
    description: str
    unit_price: int | None
    quantity: int | None
    amount: int
    own: int
    receipt_number: str
    year: FiscalYear
    balance: int | None
    deleted_at: datetime | None

    @property
    def side(self) -> Side:
        return self.item.side

    @property
    def is_late(self) -> bool:
        """Whether it belongs to another year than its day says."""
        return self.on_day not in self.year


@dataclass(frozen=True, slots=True)
class EntryCard:
    """One entry; ``draft`` is for the form."""

    id: AccountEntryId
    draft: AccountEntryDraft
    row: EntryRow


@dataclass(frozen=True, slots=True)
class EntryListing:
    """The entries in the order of their days, narrowed by year, item, side or words.

    An item finds those of the items under it too.  ``only`` leaves these keys, as a figure
    names them.
    """

    year: FiscalYear | None = None
    item: AccountItemId | None = None
    side: Side | None = None
    text: str = ""
    binned: bool = False
    only: frozenset[int] | None = None

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        query = self.select_keys()
        words = [query_forms(word) for word in self.text.split()]
        if not words and self.only is None:
            return session.scalars(query).all()
        found = session.execute(query.add_columns(*_searched())).all()
        return [
            key
            for key, *texts in found
            if (self.only is None or key in self.only) and _met(texts, words)
        ]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, EntryRow]:
        return {row.id: row for row in _entries(session, keys)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, words left aside."""
        binned = (
            AccountEntry.deleted_at.is_not(None)
            if self.binned
            else AccountEntry.deleted_at.is_(None)
        )
        return (
            select(AccountEntry.id)
            .join(AccountItem, AccountItem.id == AccountEntry.item_id)
            .where(binned, *self._conditions())
            .order_by(AccountEntry.on_day, AccountEntry.id)
        )

    def _conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = []
        if self.year is not None:
            found.append(AccountEntry.fiscal_year == self.year.start)
        if self.item is not None:
            found.append(or_(AccountItem.id == self.item, AccountItem.parent_id == self.item))
        if self.side is not None:
            found.append(AccountItem.side == self.side)
        return found


def entry_card(session: Session, entry: AccountEntryId) -> EntryCard:
    """Return everything about an entry; refuse where there is none."""
    row = session.get(AccountEntry, entry)
    if row is None:
        raise Refusal("この出納の記録は削除されています。一覧から選び直してください。")
    own_year = FiscalYear.of(row.on_day).start
    draft = AccountEntryDraft(
        **{name: getattr(row, name) for name in _COLUMNS},
        shares=shares_of(session, [row.id])[row.id],
        fiscal_year=None if row.fiscal_year == own_year else row.fiscal_year,
    )
    return EntryCard(entry, draft, _entries(session, [row.id])[0])


def partners(session: Session, text: str = "", limit: int = 12) -> tuple[str, ...]:
    """Return partners written before that hold what is typed, the last used first."""
    query = (
        select(AccountEntry.partner)
        .where(AccountEntry.partner != "", AccountEntry.deleted_at.is_(None))
        .group_by(AccountEntry.partner)
        .order_by(func.max(AccountEntry.id).desc())
    )
    words = [query_forms(word) for word in text.split()]
    found = [name for name in session.scalars(query) if _met([name], words)]
    return tuple(found[:limit])


def _entries(session: Session, keys: Sequence[int]) -> list[EntryRow]:
    known = {item.id: item for item in items(session)}
    own = own_programme(session)
    found = []
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        shares = shares_of(session, chunk)
        rows = session.scalars(select(AccountEntry).where(AccountEntry.id.in_(chunk))).all()
        balances = _balances(session, {row.fiscal_year for row in rows}, chunk)
        found += [
            _row(row, known[AccountItemId(row.item_id)], own, shares[row.id], balances.get(row.id))
            for row in rows
        ]
    return found


def _row(
    row: AccountEntry,
    item: ItemRow,
    own: ProgrammeId,
    shares: Sequence[tuple[ProgrammeId, int]],
    balance: int | None,
) -> EntryRow:
    part, _ = own_and_others(row.amount, shares, own)
    return EntryRow(
        id=AccountEntryId(row.id),
        on_day=row.on_day,
        item=item,
        partner=row.partner,
        description=row.description,
        unit_price=row.unit_price,
        quantity=row.quantity,
        amount=row.amount,
        own=part,
        receipt_number=row.receipt_number,
        year=FiscalYear(row.fiscal_year),
        balance=balance,
        deleted_at=row.deleted_at,
    )


def _balances(session: Session, years: set[int], keys: Sequence[int]) -> dict[int, int]:
    """Return what was left after each entry, of all entries of its year up to it."""
    signed = case(
        (AccountItem.side == Side.INCOME, AccountEntry.amount), else_=-AccountEntry.amount
    )
    running = (
        select(
            AccountEntry.id,
            func.sum(signed)
            .over(
                partition_by=AccountEntry.fiscal_year,
                order_by=(AccountEntry.on_day, AccountEntry.id),
            )
            .label("balance"),
        )
        .join(AccountItem, AccountItem.id == AccountEntry.item_id)
        .where(AccountEntry.deleted_at.is_(None), AccountEntry.fiscal_year.in_(years))
        .subquery()
    )
    query = select(running.c.id, running.c.balance).where(running.c.id.in_(keys))
    return {row.id: row.balance for row in session.execute(query)}


def _searched() -> tuple[Any, ...]:
    return (
        AccountEntry.partner,
        AccountEntry.description,
        AccountEntry.receipt_number,
        AccountEntry.note,
        AccountItem.name,
    )


def _met(texts: Sequence[str], words: Sequence[Sequence[str]]) -> bool:
    """Say whether every word, in any of its forms, is in one of the texts."""
    folded = [fold(text) for text in texts]
    return all(any(form in text for form in forms for text in folded) for forms in words)
