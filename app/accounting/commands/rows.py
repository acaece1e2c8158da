"""Fetching the rows a command works on, or refusing in words when they cannot be changed."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import AccountEntryId, AccountItemId, ContractId
from app.accounting.tables import AccountEntry, AccountItem, Contract
from app.kernel.errors import Refusal
from app.kernel.text import quoted


def item_row(session: Session, item: int) -> AccountItem:
    """Return an item, or refuse."""
    row = session.get(AccountItem, item)
    if row is None:
        text = "この費目は削除されています。選び直してください。"
        raise Refusal(text, {"item_id": text})
    return row


def bookable_item(
    session: Session, item: AccountItemId, kept: AccountItemId | None = None
) -> AccountItem:
    """Return an item that takes amounts, or refuse: a sum never does, a retired one no new ones.

    ``kept`` is the item of the row that is changed: it may stay, retired as it is.
    """
    row = item_row(session, item)
    under = select(AccountItem.id).where(AccountItem.parent_id == row.id).limit(1)
    if session.scalars(under).first() is not None:
        text = f"費目{quoted(row.name)}は内訳の合計です。内訳の費目を選んでください。"
        raise Refusal(text, {"item_id": text})
    if row.retired and item != kept:
        text = f"費目{quoted(row.name)}は「使わない」になっています。ほかの費目を選んでください。"
        raise Refusal(text, {"item_id": text})
    return row


def contract_row(session: Session, contract: ContractId) -> Contract:
    """Return a contract, or refuse."""
    row = session.get(Contract, contract)
    if row is None:
        raise Refusal("この契約は削除されています。一覧から選び直してください。")
    return row


def any_entry(session: Session, entry: AccountEntryId) -> AccountEntry:
    """Return an entry, in the bin or not, or refuse."""
    row = session.get(AccountEntry, entry)
    if row is None:
        raise Refusal("この出納の記録は削除されています。一覧から選び直してください。")
    return row


def entry_row(session: Session, entry: AccountEntryId) -> AccountEntry:
    """Return an entry that is not in the bin, or refuse."""
    row = any_entry(session, entry)
    if row.deleted_at is not None:
        raise Refusal("この出納の記録はごみ箱にあります。先に「ごみ箱から戻す」を押してください。")
    return row
