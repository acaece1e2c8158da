"""Tags, and who bears them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation, Person, Tag, Tagging
from app.contacts.tag import Tagged, TagRow


def tags(session: Session) -> tuple[TagRow, ...]:
    """Return every tag in the order the office gave them, with how many bear it."""
    return tuple(TagRow(*row) for row in session.execute(_rows()))


def tags_of(
    session: Session,
    *,
    person: PersonId | None = None,
    organisation: OrganisationId | None = None,
) -> tuple[TagRow, ...]:
    """Return the tags of one record."""
    owner = Tagging.organisation_id if person is None else Tagging.person_id
    key = organisation if person is None else person
    borne = select(Tagging.tag_id).where(owner == key)
    return tuple(TagRow(*row) for row in session.execute(_rows().where(Tag.id.in_(borne))))


def tagged(session: Session, tag: int) -> Tagged:
    """Return who bears a tag, without those in the bin, in the order of the lists."""
    people = (
        select(Person.id)
        .join(Tagging, Tagging.person_id == Person.id)
        .where(Tagging.tag_id == tag, Person.deleted_at.is_(None))
        .order_by(Person.sort_key, Person.id)
    )
    organisations = (
        select(Organisation.id)
        .join(Tagging, Tagging.organisation_id == Organisation.id)
        .where(Tagging.tag_id == tag, Organisation.deleted_at.is_(None))
        .order_by(Organisation.sort_key, Organisation.id)
    )
    return Tagged(
        tuple(PersonId(key) for key in session.scalars(people)),
        tuple(OrganisationId(key) for key in session.scalars(organisations)),
    )


def tag_names(session: Session, subject: Subject, keys: Sequence[int]) -> dict[int, list[str]]:
    """Return the names of the tags of many records; who bears none is missing."""
    owner = Tagging.person_id if subject is Subject.PERSON else Tagging.organisation_id
    names: dict[int, list[str]] = {}
    for chunk in chunks(keys):
        query = (
            select(owner, Tag.name)
            .join(Tag, Tag.id == Tagging.tag_id)
            .where(owner.in_(chunk))
            .order_by(Tag.id)
        )
        for key, name in session.execute(query):
            if key is not None:
                names.setdefault(key, []).append(name)
    return names


def _rows() -> Select[int, str, int, int, str]:
    people = (
        select(func.count(Tagging.id))
        .join(Person, Person.id == Tagging.person_id)
        .where(Tagging.tag_id == Tag.id, Person.deleted_at.is_(None))
        .scalar_subquery()
    )
    organisations = (
        select(func.count(Tagging.id))
        .join(Organisation, Organisation.id == Tagging.organisation_id)
        .where(Tagging.tag_id == Tag.id, Organisation.deleted_at.is_(None))
        .scalar_subquery()
    )
    return select(Tag.id, Tag.name, people, organisations, Tag.note).order_by(Tag.position, Tag.id)
