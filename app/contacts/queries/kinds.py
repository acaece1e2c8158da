"""The master of kinds of organisations (団体種別)."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.organisation_card import OrganisationKindRow
from app.contacts.tables import Organisation, OrganisationKind


def organisation_kinds(session: Session) -> tuple[OrganisationKindRow, ...]:
    """Return every kind in its order, retired ones among them, with how many bear it."""
    used = (
        select(func.count(Organisation.id))
        .where(Organisation.kind_id == OrganisationKind.id, Organisation.merged_into_id.is_(None))
        .scalar_subquery()
    )
    query = select(
        OrganisationKind.id,
        OrganisationKind.name,
        OrganisationKind.position,
        OrganisationKind.retired,
        used,
    ).order_by(OrganisationKind.position, OrganisationKind.id)
    return tuple(OrganisationKindRow(*row) for row in session.execute(query))
