"""The master of kinds of organisations (団体種別)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.commands.places import move_to, name_for
from app.contacts.commands.rows import kind_row
from app.contacts.tables import Organisation, OrganisationKind
from app.kernel.errors import Refusal


def seed_organisation_kinds(session: Session, names: Sequence[str]) -> None:
    """Fill the master of a new office."""
    for position, name in enumerate(names, start=1):
        session.add(OrganisationKind(name=name, position=position, retired=False))


def add_organisation_kind(session: Session, name: str) -> int:
    """Add a kind at the end of the list and return its key."""
    last = session.scalars(select(func.max(OrganisationKind.position))).one()
    row = OrganisationKind(name=_name(session, name, None), position=(last or 0) + 1, retired=False)
    session.add(row)
    session.flush()
    return row.id


def rename_organisation_kind(session: Session, kind: int, name: str) -> None:
    """Give a kind another name; the organisations that bear it follow."""
    row = kind_row(session, kind)
    row.name = _name(session, name, kind)


def move_organisation_kind(session: Session, kind: int, position: int) -> None:
    """Put a kind at a place of the list, counted from 1; the others close up."""
    order = select(OrganisationKind).order_by(OrganisationKind.position, OrganisationKind.id)
    move_to(session.scalars(order).all(), kind_row(session, kind), position)


def retire_organisation_kind(session: Session, kind: int, *, retired: bool = True) -> None:
    """Offer a kind no longer, or again; who bears it keeps it."""
    kind_row(session, kind).retired = retired


def remove_organisation_kind(session: Session, kind: int) -> None:
    """Delete a kind nobody bears; one that is used can only be retired."""
    row = kind_row(session, kind)
    query = select(func.count(Organisation.id)).where(Organisation.kind_id == kind)
    used = session.scalars(query).one()
    if used:
        raise Refusal(
            f"団体種別「{row.name}」の団体が{used}件あるため削除できません（ごみ箱の中も数えます）。"
            "これから使わないときは「使わない」にしてください。"
        )
    session.delete(row)


def _name(session: Session, name: str, own: int | None) -> str:
    found = session.scalars(
        select(OrganisationKind.id).where(OrganisationKind.name == name.strip())
    ).one_or_none()
    return name_for(name, "団体種別", taken=found is not None and found != own)
