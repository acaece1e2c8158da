"""What people are to each other, seen from either side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.relation import INTRODUCED, RelationKind, RelationRow, inverse
from app.contacts.tables import Person, Relation


def relations(session: Session, person: PersonId) -> tuple[RelationRow, ...]:
    """Return everybody a person is related to, whoever's card it was written on.

    A parent shows as 子 from the other side; an introducer sees 紹介した人.
    """
    own = _of(session, Relation.person_id == person, Relation.other_id)
    others = _of(session, Relation.other_id == person, Relation.person_id)
    found = [_row(row, key, name, kana, row.kind) for row, key, name, kana in own]
    for row, key, name, kana in others:
        found.append(_row(row, key, name, kana, inverse(row.kind)))
    order = list(RelationKind)
    return tuple(sorted(found, key=lambda row: (order.index(row.kind), row.kana, row.id)))


def _of(
    session: Session, side: ColumnElement[bool], other: Any
) -> Iterator[tuple[Relation, PersonId, str, str]]:
    query = (
        select(Relation, Person)
        .join(Person, Person.id == other)
        .where(side, Person.deleted_at.is_(None))
    )
    for row, person in session.execute(query):
        name = "　".join(part for part in (person.family_name, person.given_name) if part)
        kana = "　".join(part for part in (person.family_kana, person.given_kana) if part)
        yield row, PersonId(person.id), name, kana


def _row(
    row: Relation, other: PersonId, name: str, kana: str, kind: RelationKind | None
) -> RelationRow:
    label = INTRODUCED if kind is None else kind.label
    return RelationRow(row.id, other, name, kana, kind or row.kind, label, row.note)
