"""The saved searches."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.kernel.errors import Refusal
from app.searching.condition import Search, from_json
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


def saved_search(session: Session, key: int) -> tuple[str, Search]:
    """Return the name of a saved search and what it asks; ``Refusal`` if it was removed."""
    row = session.get(SavedSearch, key)
    if row is None:
        raise Refusal("この保存した条件は削除されています。")
    return row.name, from_json(row.subject, row.conditions)
