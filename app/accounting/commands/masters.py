"""The masters of accounting: items (費目) and programmes (事業区分)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.accounting.account import AccountItemId, Side
from app.accounting.commands.rows import item_row
from app.accounting.tables import AccountEntry, AccountItem, AccountProgramme, BudgetLine
from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.office.named_master import NamedMaster, move_to, name_for
from app.storage.erasing import count_referring

_SIDES = {side.value: side for side in Side}
_OWN = (
    "一覧の1番目はこの業務です。決算にはこの業務の分だけが載るため、"
    "1番目を入れ替えたり「使わない」にしたりはできません。名前は変更できます。"
)


class _Programmes(NamedMaster[AccountProgramme]):
    """The first programme is this work itself, for good: figures of all years hang on it."""

    def move(self, session: Session, key: int, position: int) -> None:
        if position <= 1 or self._is_own(session, key):
            raise Refusal(_OWN)
        super().move(session, key, position)

    def retire(self, session: Session, key: int, *, retired: bool = True) -> None:
        if self._is_own(session, key):
            raise Refusal(_OWN)
        super().retire(session, key, retired=retired)

    def remove(self, session: Session, key: int) -> None:
        if self._is_own(session, key):
            raise Refusal(_OWN)
        super().remove(session, key)

    def _is_own(self, session: Session, key: int) -> bool:
        first = select(func.min(AccountProgramme.position))
        return self.row(session, key).position == session.scalars(first).one()


_PROGRAMMES = _Programmes(AccountProgramme, "事業区分")

add_programme = _PROGRAMMES.add
rename_programme = _PROGRAMMES.rename
move_programme = _PROGRAMMES.move
retire_programme = _PROGRAMMES.retire
remove_programme = _PROGRAMMES.remove


def seed_accounts(session: Session, data: Mapping[str, Any]) -> None:
    """Fill the masters of a new office; ``data`` is laid out as ``account_items.toml``."""
    _PROGRAMMES.seed(session, [one["name"] for one in data["programme"]])
    for position, one in enumerate(data["item"], start=1):
        side = _SIDES[one["side"]]
        parent = _add(session, side, None, one["name"], position)
        for place, name in enumerate(one.get("items", []), start=1):
            _add(session, side, parent, name, place)


def add_item(
    session: Session, side: Side, name: str, parent: AccountItemId | None = None
) -> AccountItemId:
    """Add an item at the end of its side, or under another one; that then is a sum.

    Refuses a third level, and an item above that has amounts of its own.
    """
    if parent is not None:
        above = item_row(session, parent)
        side = above.side
        _check_above(session, above)
    name = _name(session, name, side, parent, None)
    last = select(func.max(AccountItem.position)).where(*_siblings(side, parent))
    position = (session.scalars(last).one() or 0) + 1
    return AccountItemId(_add(session, side, parent, name, position))


def rename_item(session: Session, item: int, name: str) -> None:
    """Give an item another name; budgets and entries follow."""
    row = item_row(session, item)
    row.name = _name(session, name, row.side, row.parent_id, row.id)


def move_item(session: Session, item: int, position: int) -> None:
    """Put an item at a place among those it stands with, counted from 1."""
    row = item_row(session, item)
    query = (
        select(AccountItem)
        .where(*_siblings(row.side, row.parent_id))
        .order_by(AccountItem.position, AccountItem.id)
    )
    move_to(session.scalars(query).all(), row, position)


def retire_item(session: Session, item: int, *, retired: bool = True) -> None:
    """Offer an item no longer, or again; budgets and entries keep it."""
    item_row(session, item).retired = retired


def remove_item(session: Session, item: int) -> None:
    """Delete an item nothing refers to; one that is used can only be retired."""
    row = item_row(session, item)
    session.flush()
    if used := count_referring(session, AccountItem.__tablename__, row.id):
        raise Refusal(
            f"費目{quoted(row.name)}を使っている予算・出納・内訳が{used}件あるため削除できません"
            "（ごみ箱の中も数えます）。これから使わないときは「使わない」にしてください。"
        )
    session.delete(row)


def _check_above(session: Session, above: AccountItem) -> None:
    if above.parent_id is not None:
        raise Refusal("費目は2段までです。上の段の費目を選んでください。")
    entries = select(AccountEntry.id).where(AccountEntry.item_id == above.id)
    lines = select(BudgetLine.id).where(BudgetLine.item_id == above.id)
    if any(session.scalars(query.limit(1)).first() is not None for query in (entries, lines)):
        raise Refusal(
            f"費目{quoted(above.name)}には予算か出納の記録があるため、内訳を作れません。"
            "新しい費目を作り、これまでの費目は「使わない」にしてください。"
        )


def _name(session: Session, name: str, side: Side, parent: int | None, own: int | None) -> str:
    same = select(AccountItem.id).where(
        *_siblings(side, parent), AccountItem.name == tidy(name).text
    )
    taken = any(found != own for found in session.scalars(same))
    return name_for(name, "費目", taken=taken)


def _siblings(side: Side, parent: int | None) -> tuple[Any, ...]:
    return (AccountItem.side == side, AccountItem.parent_id.is_not_distinct_from(parent))


def _add(session: Session, side: Side, parent: int | None, name: str, position: int) -> int:
    row = AccountItem(side=side, parent_id=parent, name=name, position=position, retired=False)
    session.add(row)
    session.flush()
    return row.id
