"""The lines of the cash book (出納簿)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import AccountEntryDraft, AccountEntryId, AccountItemId, Side
from app.accounting.commands.rows import any_entry, bookable_item, entry_row
from app.accounting.entry_checks import checked_entry, entry_year
from app.accounting.receipts import next_receipt
from app.accounting.tables import AccountEntry, AccountItem, AccountProgramme, EntryShare
from app.kernel.errors import Refusal
from app.storage.base import moment

_APART = frozenset({"shares", "fiscal_year"})
_COLUMNS = tuple(field.name for field in fields(AccountEntryDraft) if field.name not in _APART)


def add_entry(session: Session, draft: AccountEntryDraft) -> AccountEntryId:
    """Write an entry down; an expense without a receipt number gets the next of its year.

    Raises ``Refusal`` with a sentence for each field.
    """
    draft = _checked(session, draft, None)
    if not draft.receipt_number and _is_expense(session, draft.item_id):
        draft = replace(draft, receipt_number=_next_receipt(session, entry_year(draft).start))
    row = AccountEntry(
        **{name: getattr(draft, name) for name in _COLUMNS},
        fiscal_year=entry_year(draft).start,
        deleted_at=None,
    )
    session.add(row)
    session.flush()
    _keep_shares(session, row.id, draft)
    return AccountEntryId(row.id)


def change_entry(session: Session, entry: AccountEntryId, draft: AccountEntryDraft) -> None:
    """Replace what is written in an entry; a receipt number that was emptied stays empty."""
    row = entry_row(session, entry)
    draft = _checked(session, draft, AccountItemId(row.item_id))
    values = {name: getattr(draft, name) for name in _COLUMNS}
    for name, value in (values | {"fiscal_year": entry_year(draft).start}).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    _keep_shares(session, row.id, draft)


def bin_entries(session: Session, entries: Sequence[AccountEntryId]) -> None:
    """Move entries to the bin; their receipt numbers are not given again."""
    for entry in entries:
        entry_row(session, entry).deleted_at = moment(session)


def restore_entries(session: Session, entries: Sequence[AccountEntryId]) -> None:
    """Take entries out of the bin."""
    for entry in entries:
        any_entry(session, entry).deleted_at = None


def _checked(
    session: Session, draft: AccountEntryDraft, kept: AccountItemId | None
) -> AccountEntryDraft:
    bookable_item(session, draft.item_id, kept)
    for programme, _ in draft.shares:
        if session.get(AccountProgramme, programme) is None:
            text = "按分する事業が削除されています。選び直してください。"
            raise Refusal(text, {"shares": text})
    return checked_entry(draft, moment(session).date())


def _is_expense(session: Session, item: AccountItemId) -> bool:
    return session.get_one(AccountItem, item).side is Side.EXPENSE


def _next_receipt(session: Session, year: int) -> str:
    query = (
        select(AccountEntry.receipt_number)
        .where(AccountEntry.fiscal_year == year, AccountEntry.receipt_number != "")
        .order_by(AccountEntry.id)
    )
    return next_receipt(session.scalars(query).all())


def _keep_shares(session: Session, entry: int, draft: AccountEntryDraft) -> None:
    query = select(EntryShare).where(EntryShare.entry_id == entry)
    known = {row.programme_id: row for row in session.scalars(query)}
    wanted = dict(draft.shares)
    for programme, row in known.items():
        if programme not in wanted:
            session.delete(row)
    for programme, share in wanted.items():
        if programme not in known:
            session.add(EntryShare(entry_id=entry, programme_id=programme, share=share))
        elif known[programme].share != share:
            known[programme].share = share
    session.flush()
