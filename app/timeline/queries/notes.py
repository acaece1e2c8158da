"""Notes of contacts, and what was promised in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.tables import Organisation, Person
from app.kernel.errors import Refusal
from app.timeline.note import FollowUp, NoteDraft, NoteRow
from app.timeline.owner import Owner
from app.timeline.tables import ContactNote


def note(session: Session, note: int) -> NoteRow:
    """Return one note.  Raises ``Refusal`` where it was removed."""
    row = session.get(ContactNote, note)
    if row is None:
        raise Refusal("この記録は削除されています。")
    return note_row(row)


def notes(session: Session, owner: Owner, limit: int) -> list[NoteRow]:
    """Return the newest notes of a person or an organisation, the newest first."""
    column = (
        ContactNote.organisation_id == owner.organisation
        if owner.person is None
        else ContactNote.person_id == owner.person
    )
    query = (
        select(ContactNote)
        .where(column)
        .order_by(ContactNote.happened_at.desc(), ContactNote.id.desc())
        .limit(limit)
    )
    return [note_row(row) for row in session.scalars(query)]


def notes_between(session: Session, first: date, last: date) -> tuple[NoteRow, ...]:
    """Return the notes of a span of days about contacts not in the bin, the oldest first."""
    query = (
        select(ContactNote)
        .outerjoin(Person, Person.id == ContactNote.person_id)
        .outerjoin(Organisation, Organisation.id == ContactNote.organisation_id)
        .where(
            func.date(ContactNote.happened_at).between(first.isoformat(), last.isoformat()),
            Person.deleted_at.is_(None),
            Organisation.deleted_at.is_(None),
        )
        .order_by(ContactNote.happened_at, ContactNote.id)
    )
    return tuple(note_row(row) for row in session.scalars(query))


def open_follow_ups(session: Session, until: date) -> tuple[FollowUp, ...]:
    """Return what is due by a day and not done yet, the oldest first.

    Those of contacts in the bin are left out.
    """
    query = (
        select(
            ContactNote,
            Person.family_name,
            Person.given_name,
            Person.phone,
            Person.mobile,
            Organisation.name,
            Organisation.phone,
        )
        .outerjoin(Person, Person.id == ContactNote.person_id)
        .outerjoin(Organisation, Organisation.id == ContactNote.organisation_id)
        .where(
            ContactNote.follow_up_on <= until,
            ContactNote.followed_up_on.is_(None),
            Person.deleted_at.is_(None),
            or_(ContactNote.person_id.is_not(None), Organisation.deleted_at.is_(None)),
        )
        .order_by(ContactNote.follow_up_on, ContactNote.id)
    )
    return tuple(_follow_up(until, *values) for values in session.execute(query))


def _follow_up(
    until: date,
    row: ContactNote,
    family: str | None,
    given: str | None,
    phone: str | None,
    mobile: str | None,
    organisation: str | None,
    its_phone: str | None,
) -> FollowUp:
    if row.person_id is not None:
        name = "　".join(part for part in (family, given) if part)
        phone = phone or mobile
    else:
        name, phone = organisation or "", its_phone
    return FollowUp(
        row.id,
        _person(row),
        _organisation(row),
        name,
        phone or "",
        row.happened_at,
        row.follow_up_on or until,
        row.follow_up or row.text,
    )


def note_row(row: ContactNote) -> NoteRow:
    """Return a stored note as a plain value."""
    draft = NoteDraft(
        row.happened_at, row.text, row.kind, row.incoming, row.follow_up_on, row.follow_up
    )
    return NoteRow(
        row.id,
        draft,
        _person(row),
        _organisation(row),
        row.followed_up_on,
    )


def _person(row: ContactNote) -> PersonId | None:
    return None if row.person_id is None else PersonId(row.person_id)


def _organisation(row: ContactNote) -> OrganisationId | None:
    return None if row.organisation_id is None else OrganisationId(row.organisation_id)
