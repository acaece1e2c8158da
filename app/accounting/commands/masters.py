"""The masters of accounting: items (費目) and programmes (事業区分)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from app.accounting.account import Side
from app.accounting.tables import AccountItem, AccountProgramme
from app.office.named_master import NamedMaster

_SIDES = {side.value: side for side in Side}
_PROGRAMMES = NamedMaster(AccountProgramme, "事業区分")


def seed_accounts(session: Session, data: Mapping[str, Any]) -> None:
    """Fill the masters of a new office; ``data`` is laid out as ``account_items.toml``."""
    _PROGRAMMES.seed(session, [one["name"] for one in data["programme"]])
    for position, one in enumerate(data["item"], start=1):
        side = _SIDES[one["side"]]
        parent = _add(session, side, None, one["name"], position)
        for place, name in enumerate(one.get("items", []), start=1):
            _add(session, side, parent, name, place)


def _add(session: Session, side: Side, parent: int | None, name: str, position: int) -> int:
    row = AccountItem(side=side, parent_id=parent, name=name, position=position, retired=False)
    session.add(row)
    session.flush()
    return row.id
