"""The masters of accounting: items in their tree, programmes in their order."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.accounting.account import AccountItemId, ProgrammeId
from app.accounting.items import ItemRow, in_tree_order
from app.accounting.tables import AccountItem, AccountProgramme


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """事業区分; the first one is this work itself."""

    id: ProgrammeId
    name: str
    position: int
    retired: bool


def items(session: Session) -> tuple[ItemRow, ...]:
    """Return every item in the order of the tree, retired ones among them."""
    return in_tree_order(
        ItemRow(
            AccountItemId(row.id),
            row.side,
            None if row.parent_id is None else AccountItemId(row.parent_id),
            row.name,
            row.position,
            row.retired,
        )
        for row in session.scalars(select(AccountItem))
    )


def programmes(session: Session) -> tuple[ProgrammeRow, ...]:
    """Return every programme in its order, this work first."""
    query = select(AccountProgramme).order_by(AccountProgramme.position, AccountProgramme.id)
    return tuple(
        ProgrammeRow(ProgrammeId(row.id), row.name, row.position, row.retired)
        for row in session.scalars(query)
    )
