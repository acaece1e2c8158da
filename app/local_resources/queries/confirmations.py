"""When resources were confirmed, by whom and how."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.local_resources.local_resource import ConfirmationDraft, LocalResourceId
from app.local_resources.resource_card import ConfirmationRow
from app.local_resources.tables import LocalResource, ResourceConfirmation


def confirmations(
    session: Session, keys: Sequence[LocalResourceId]
) -> dict[LocalResourceId, tuple[ConfirmationRow, ...]]:
    """Return the confirmations of these and the attempts without answer, the newest first."""
    found: dict[LocalResourceId, tuple[ConfirmationRow, ...]] = {}
    for chunk in chunks(keys):
        query = (
            select(ResourceConfirmation)
            .where(ResourceConfirmation.local_resource_id.in_(chunk))
            .order_by(ResourceConfirmation.confirmed_on.desc(), ResourceConfirmation.id.desc())
        )
        for row in session.scalars(query):
            key = LocalResourceId(row.local_resource_id)
            found[key] = (*found.get(key, ()), _confirmation(row))
    return found


def confirmations_between(
    session: Session, first: date, last: date
) -> tuple[tuple[LocalResourceId, ConfirmationRow], ...]:
    """Return which resources were confirmed in a span of days, attempts too, the oldest first."""
    query = (
        select(ResourceConfirmation)
        .join(LocalResource, LocalResource.id == ResourceConfirmation.local_resource_id)
        .where(
            ResourceConfirmation.confirmed_on.between(first, last),
            LocalResource.deleted_at.is_(None),
        )
        .order_by(ResourceConfirmation.confirmed_on, ResourceConfirmation.id)
    )
    return tuple(
        (LocalResourceId(row.local_resource_id), _confirmation(row))
        for row in session.scalars(query)
    )


def last_confirmation(session: Session) -> ConfirmationDraft | None:
    """Return the one written down last: the next is likely to be by the same person and way."""
    query = select(ResourceConfirmation).order_by(ResourceConfirmation.id.desc()).limit(1)
    row = session.scalars(query).one_or_none()
    return None if row is None else _confirmation(row).confirmation


def _confirmation(row: ResourceConfirmation) -> ConfirmationRow:
    draft = ConfirmationDraft(row.confirmed_on, row.confirmed_by, row.way, row.result, row.note)
    return ConfirmationRow(row.id, draft)
