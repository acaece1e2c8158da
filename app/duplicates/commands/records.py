"""The two kinds of records that can be merged, in one way of speaking."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, cast

from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationDraft, OrganisationId
from app.contacts.person import PersonDraft, PersonId
from app.contacts.tables import Organisation, Person
from app.supporters import commands as supporters

Draft = PersonDraft | OrganisationDraft
Record = Person | Organisation


def kind_of(subject: Subject) -> type[Person] | type[Organisation]:
    """Return the mapped class of a subject."""
    return Person if subject is Subject.PERSON else Organisation


def field_names(subject: Subject) -> tuple[str, ...]:
    """Return the fields of a draft, which bear the names of the columns."""
    draft = PersonDraft if subject is Subject.PERSON else OrganisationDraft
    return tuple(field.name for field in fields(draft))


def record(session: Session, subject: Subject, key: int) -> Record | None:
    """Return a record, merged or in the bin or neither."""
    return cast("Record | None", session.get(kind_of(subject), key))


def change(session: Session, subject: Subject, key: int, values: Draft) -> None:
    """Replace what is written about a record."""
    if subject is Subject.PERSON:
        assert isinstance(values, PersonDraft)
        contacts.change_person(session, PersonId(key), values)
    else:
        assert isinstance(values, OrganisationDraft)
        contacts.change_organisation(session, OrganisationId(key), values)


def draft(subject: Subject, values: dict[str, Any]) -> Draft:
    """Return the draft that these fields make."""
    return PersonDraft(**values) if subject is Subject.PERSON else OrganisationDraft(**values)


def refresh(session: Session, subject: Subject, *keys: int) -> None:
    """Derive anew what follows from what hangs on records, after that came or went."""
    if subject is Subject.PERSON:
        people = [PersonId(key) for key in keys]
        contacts.refresh_search(session, people=people)
        supporters.derive(session, people)
    else:
        contacts.refresh_search(session, organisations=[OrganisationId(key) for key in keys])
