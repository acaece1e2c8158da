"""What people need to take part, and what they consented to."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.card import ConsentRow
from app.contacts.person import ConsentDraft, ConsentItem, Consideration, PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Consent, PersonConsideration


def consideration(session: Session, person: PersonId) -> Consideration:
    """Return what a person needs to take part: sensitive, so asked for by itself."""
    query = select(PersonConsideration).where(PersonConsideration.person_id == person)
    row = session.scalars(query).one_or_none()
    if row is None:
        return Consideration()
    return Consideration(row.hearing, row.wheelchair, row.pickup, row.detail)


def consents(session: Session, person: PersonId) -> tuple[ConsentRow, ...]:
    """Return a person's consents, the newest first, withdrawn ones among them."""
    query = (
        select(Consent)
        .where(Consent.person_id == person)
        .order_by(Consent.given_on.desc(), Consent.id.desc())
    )
    return tuple(
        ConsentRow(
            row.id,
            ConsentDraft(
                row.item, row.given_on, row.way, row.form_version, row.withdrawn_on, row.note
            ),
        )
        for row in session.scalars(query)
    )


def without_consent(
    session: Session, persons: Sequence[PersonId], item: ConsentItem
) -> list[PersonId]:
    """Return those of these people who have not consented, or have withdrawn, in their order."""
    given: set[int] = set()
    for chunk in chunks(persons):
        query = select(Consent.person_id).where(
            Consent.person_id.in_(chunk), Consent.item == item, Consent.withdrawn_on.is_(None)
        )
        given.update(session.scalars(query))
    return [person for person in persons if person not in given]
