"""Who may be the person a form or a list names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, String, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from app.contacts.card import PersonRow
from app.contacts.derived import line
from app.contacts.identity import (
    Identity,
    Known,
    Level,
    Likeness,
    Wanted,
    identity,
    identity_of,
    likeness,
)
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries.people import people
from app.contacts.tables import Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the person a draft describes, and how sure that is."""

    person: PersonRow
    likeness: Likeness


def possible_same(
    session: Session, draft: PersonDraft, day: date, other_than: PersonId | None = None
) -> tuple[Candidate, ...]:
    """Return who may be the person being typed in, the surest first."""
    sought = identity_of(draft)
    if not sought.keys:
        return ()
    text = Person.search_text
    named = or_(*(func.instr(text, line(key)) > 0 for key in sorted(sought.keys)))
    query = select(Person.id, text, _iso(Person.birth_date)).where(named)
    likely = {
        key: likeness(sought, identity(found, birth or ""))
        for key, found, birth in session.execute(query.where(Person.deleted_at.is_(None)))
        if key != other_than
    }
    likely = {key: found for key, found in likely.items() if found.level is not Level.OTHER}
    candidates = [Candidate(row, likely[row.id]) for row in people(session, list(likely), day)]
    return tuple(sorted(candidates, key=lambda candidate: -candidate.likeness.level))


def known_by(session: Session, sought: Iterable[Identity]) -> list[Known]:
    """Return everybody who may be one of those sought, in one reading of the table.

    Somebody of whom only a name agrees is left out where both birth dates are known.
    """
    wanted = Wanted(sought)
    query = select(
        Person.id, Person.search_text, _iso(Person.birth_date), Person.deleted_at.is_not(None)
    )
    return [
        Known(PersonId(key), identity(text, birth or ""), binned)
        for key, text, birth, binned in session.execute(
            query.where(Person.merged_into_id.is_(None))
        )
        if wanted.holds(text, birth)
    ]


def _iso(column: Any) -> ColumnElement[str]:
    """Return a stored day as its text, which is quicker than a day for a hundred thousand rows."""
    return type_coerce(column, String)
