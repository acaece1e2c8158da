"""What was imported before: the lists that come again and again, and their editions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.contacts.custom import Subject
from app.contacts.person import PersonDraft
from app.contacts.tables import Organisation, Person
from app.importing.planned import HeldRecord
from app.importing.tables import ImportedList, ImportedRecord
from app.local_resources.tables import LocalResource


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One edition of a list, as it was imported."""

    id: int
    name: str
    file_name: str
    imported_on: date
    rows: int


def imported_lists(session: Session, subject: Subject) -> tuple[str, ...]:
    """Return the names of the lists that were imported before, the latest first."""
    query = (
        select(ImportedList.name)
        .where(ImportedList.subject == subject)
        .order_by(ImportedList.imported_on.desc(), ImportedList.id.desc())
    )
    return tuple(dict.fromkeys(session.scalars(query)))


def last_edition(session: Session, subject: Subject, name: str) -> EditionRow | None:
    """Return the edition of a list that was imported last."""
    query = (
        select(ImportedList)
        .where(ImportedList.subject == subject, ImportedList.name == name)
        .order_by(ImportedList.id.desc())
        .limit(1)
    )
    row = session.scalars(query).first()
    if row is None:
        return None
    return EditionRow(row.id, row.name, row.file_name, row.imported_on, row.rows)


def held_by(session: Session, subject: Subject, edition: int) -> dict[int, HeldRecord]:
    """Return what an edition held, by key in the order of its rows.

    A record that was merged since is there as the one it is part of now, as merging carries over
    what refers to it; what lies in the bin is left out.
    """
    return _HELD[subject](session, edition)


def _people(session: Session, edition: int) -> dict[int, HeldRecord]:
    names = (Person.family_name, Person.given_name, Person.family_kana, Person.given_kana)
    query = (
        select(Person.id, Person.status, *names)
        .join(ImportedRecord, ImportedRecord.person_id == Person.id)
        .where(ImportedRecord.list_id == edition, Person.deleted_at.is_(None))
        .order_by(ImportedRecord.row, ImportedRecord.id)
    )
    held = {}
    for row in session.execute(query):
        person = PersonDraft(
            row.family_name,
            row.given_name,
            row.family_kana,
            row.given_kana,
        )
        held[row.id] = HeldRecord(row.id, person.name, person.kana, row.status)
    return held


def _named(
    record: type[Organisation | LocalResource], column: InstrumentedAttribute[int | None]
) -> Callable[[Session, int], dict[int, HeldRecord]]:
    """Return the query for records that have one name; ``column`` is where they are held."""

    def held(session: Session, edition: int) -> dict[int, HeldRecord]:
        query = (
            select(record.id, record.name, record.kana, record.status)
            .join(ImportedRecord, column == record.id)
            .where(ImportedRecord.list_id == edition, record.deleted_at.is_(None))
            .order_by(ImportedRecord.row, ImportedRecord.id)
        )
        rows = session.execute(query)
        return {row.id: HeldRecord(row.id, row.name, row.kana, row.status) for row in rows}

    return held


_HELD: Mapping[Subject, Callable[[Session, int], dict[int, HeldRecord]]] = {
    Subject.PERSON: _people,
    Subject.ORGANISATION: _named(Organisation, ImportedRecord.organisation_id),
    Subject.RESOURCE: _named(LocalResource, ImportedRecord.local_resource_id),
}
