"""Finding people by words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, func, select
from sqlalchemy.orm import Session

from app.contacts.card import SearchHit, joined_address
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.queries.people import draft_of, text_conditions
from app.contacts.tables import Person


def search_people(session: Session, text: str, limit: int = 50) -> tuple[int, list[SearchHit]]:
    """Return how many people meet the words, and the first of them in 五十音 order."""
    conditions = text_conditions(text)
    if not conditions:
        return 0, []
    found = and_(Person.deleted_at.is_(None), *conditions)
    total = session.scalars(select(func.count()).select_from(Person).where(found)).one()
    query = select(Person.id).where(found).order_by(Person.sort_key, Person.id).limit(limit)
    return total, search_hits(session, session.scalars(query).all())


def search_hits(session: Session, keys: Sequence[int]) -> list[SearchHit]:
    """Return these people as hits of a search, in the order of the keys."""
    found: dict[int, SearchHit] = {}
    for chunk in chunks(keys):
        query = select(Person).where(Person.id.in_(chunk))
        found.update((row.id, _hit(row)) for row in session.scalars(query))
    return [found[key] for key in keys if key in found]


def search_entries(session: Session) -> list[tuple[int, str]]:
    """Return key and search text of everybody not in the bin, in the order of the list."""
    query = (
        select(Person.id, Person.search_text)
        .where(Person.deleted_at.is_(None))
        .order_by(Person.sort_key, Person.id)
    )
    return [(key, text) for key, text in session.execute(query)]


def unsure_readings(session: Session) -> list[SearchHit]:
    """Return everybody whose reading is a guess (ふりがな要確認), in 五十音 order."""
    query = select(Person.id).where(Person.kana_guessed, Person.deleted_at.is_(None))
    return search_hits(session, session.scalars(query.order_by(Person.sort_key, Person.id)).all())


def _hit(row: Person) -> SearchHit:
    draft = draft_of(row)
    address = joined_address(row.address_town, row.address_number, row.address_building)
    return SearchHit(PersonId(row.id), draft.name, draft.kana, row.birth_date, address)
