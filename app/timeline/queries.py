"""What pages and documents read of notes and attached files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.timeline.tables import ContactNote


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something that was promised, and by which day."""

    note: int
    person: int | None
    organisation: int | None
    happened_at: datetime
    due: date
    what: str


def open_follow_ups(session: Session, until: date) -> tuple[FollowUp, ...]:
    """Return what is due by a day and not done yet, the oldest first."""
    query = (
        select(ContactNote)
        .where(ContactNote.follow_up_on <= until, ContactNote.followed_up_on.is_(None))
        .order_by(ContactNote.follow_up_on, ContactNote.id)
    )
    return tuple(
        FollowUp(
            row.id,
            row.person_id,
            row.organisation_id,
            row.happened_at,
            row.follow_up_on,
            row.follow_up or row.text,
        )
        for row in session.scalars(query)
        if row.follow_up_on is not None
    )
