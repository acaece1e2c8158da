"""The rows a command works on, or a refusal where somebody else removed them meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import CustomField, Organisation, Person, Tag
from app.kernel.errors import Refusal
from app.storage.base import Base

RowT = TypeVar("RowT", bound=Base)
_GONE_PERSON = "この人は削除されています。"
_GONE_ORGANISATION = "この団体は削除されています。"


def person_row(session: Session, person: PersonId) -> Person:
    """Return a person, in the bin or not."""
    return _row(session, Person, person, _GONE_PERSON)


def organisation_row(session: Session, organisation: OrganisationId) -> Organisation:
    """Return an organisation, in the bin or not."""
    return _row(session, Organisation, organisation, _GONE_ORGANISATION)


def tag_row(session: Session, tag: int) -> Tag:
    """Return one tag."""
    return _row(session, Tag, tag, "このタグは削除されています。")


def field_row(session: Session, field: int) -> CustomField:
    """Return one field of the office's own."""
    return _row(session, CustomField, field, "この独自項目は削除されています。")


def person_rows(session: Session, keys: Iterable[PersonId]) -> dict[PersonId, Person]:
    """Return all of these people; refuse if one is missing."""
    wanted = list(dict.fromkeys(keys))
    found: dict[PersonId, Person] = {}
    for chunk in chunks(wanted):
        query = select(Person).where(Person.id.in_(chunk))
        found.update((PersonId(row.id), row) for row in session.scalars(query))
    if len(found) != len(wanted):
        raise Refusal(_GONE_PERSON)
    return found


def organisation_rows(
    session: Session, keys: Iterable[OrganisationId]
) -> dict[OrganisationId, Organisation]:
    """Return all of these organisations; refuse if one is missing."""
    wanted = list(dict.fromkeys(keys))
    found: dict[OrganisationId, Organisation] = {}
    for chunk in chunks(wanted):
        query = select(Organisation).where(Organisation.id.in_(chunk))
        found.update((OrganisationId(row.id), row) for row in session.scalars(query))
    if len(found) != len(wanted):
        raise Refusal(_GONE_ORGANISATION)
    return found


def one_of(person: PersonId | None, organisation: OrganisationId | None) -> None:
    """Make sure that one of the two is meant."""
    if (person is None) == (organisation is None):
        raise TypeError("name a person or an organisation, not both")


def _row(session: Session, kind: type[RowT], key: int, gone: str) -> RowT:
    row = session.get(kind, key)
    if row is None:
        raise Refusal(gone)
    return row
