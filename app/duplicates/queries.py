"""What is known of pairs and of merges."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.duplicates.tables import NotSame


def not_same(session: Session, subject: Subject) -> frozenset[tuple[int, int]]:
    """Return the pairs somebody said are not the same, the smaller key first."""
    query = select(NotSame.first_id, NotSame.second_id).where(NotSame.subject == subject)
    return frozenset((first, second) for first, second in session.execute(query))
