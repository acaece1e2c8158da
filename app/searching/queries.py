"""What pages read of saved searches."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.searching.tables import SavedSearch


@dataclass(frozen=True, slots=True)
class SavedSearchRow:
    """A saved search as a list of them shows it."""

    id: int
    name: str
    subject: Subject


def saved_searches(session: Session) -> tuple[SavedSearchRow, ...]:
    """Return the saved searches in the order the office gave them."""
    query = select(SavedSearch).order_by(SavedSearch.position, SavedSearch.id)
    return tuple(SavedSearchRow(row.id, row.name, row.subject) for row in session.scalars(query))
