"""What is held in memory of every person or organisation: place in the list and search text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation, Person

Entry = tuple[int, str, str]
"""Key, sort key and search text."""


def all_entries(session: Session, subject: Subject) -> Iterator[Entry]:
    """Give everybody not in the bin, in the order of the list; who was merged is in neither."""
    table = _table(subject)
    query = _entries(table).order_by(table.sort_key, table.id)
    return map(_entry, session.execute(query))


def some_entries(session: Session, subject: Subject, keys: Sequence[int]) -> Iterator[Entry]:
    """Give those of these that are not in the bin."""
    table = _table(subject)
    for chunk in chunks(keys):
        yield from map(_entry, session.execute(_entries(table).where(table.id.in_(chunk))))


def _entry(row: Row[int, str, str]) -> Entry:
    key, place, text = row
    return key, place, text


def _table(subject: Subject) -> type[Person | Organisation]:
    return Person if subject is Subject.PERSON else Organisation


def _entries(table: type[Person | Organisation]) -> Select[int, str, str]:
    return select(table.id, table.sort_key, table.search_text).where(table.deleted_at.is_(None))
