"""Who may be the person a form or a list names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.contacts.queries.people import people
from app.contacts.tables import Organisation, Person


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be the person a draft describes, and how sure that is."""

    person: PersonRow
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """A stored organisation as an import compares them, by its search text."""

    id: OrganisationId
    text: str
    binned: bool


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

    Somebody of whom only a name agrees is left out where both birth dates are known.  A record
    that was merged into another tells of that one: a list may still write it the old way.
    """
    wanted = Wanted(sought)
    query = select(
        Person.id,
        Person.search_text,
        _iso(Person.birth_date),
        Person.deleted_at.is_not(None),
        Person.merged_into_id,
    )
    into: dict[int, int] = {}
    binned: set[int] = set()
    found: list[tuple[int, Identity]] = []
    for key, text, birth, in_bin, merged in session.execute(query):
        if merged is not None:
            into[key] = merged
        elif in_bin:
            binned.add(key)
        if wanted.holds(text, birth):
            found.append((key, identity(text, birth or "")))
    return [
        Known(PersonId(root), one, root in binned)
        for root, one in ((_root(key, into), one) for key, one in found)
    ]


def known_organisations(session: Session) -> list[KnownOrganisation]:
    """Return every organisation, those in the bin too; what was merged into another comes first.

    A record that was merged tells of the one it is part of: a list may still write it the old way.
    """
    query = select(
        Organisation.id,
        Organisation.search_text,
        Organisation.deleted_at.is_not(None),
        Organisation.merged_into_id,
    ).order_by(Organisation.merged_into_id.is_(None), Organisation.sort_key, Organisation.id)
    rows = session.execute(query).all()
    into = {key: merged for key, _, _, merged in rows if merged is not None}
    binned = {key for key, _, in_bin, _ in rows if in_bin}
    known = ((_root(key, into), text) for key, text, _, _ in rows)
    return [KnownOrganisation(OrganisationId(key), text, key in binned) for key, text in known]


def _root(key: int, into: Mapping[int, int]) -> int:
    while key in into:
        key = into[key]
    return key


def _iso(column: Any) -> ColumnElement[str]:
    """Return a stored day as its text, which is quicker than a day for a hundred thousand rows."""
    return type_coerce(column, String)
