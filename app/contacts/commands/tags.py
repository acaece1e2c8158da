"""Tags (グループ・タグ), and who bears them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.contacts.commands.custom import refresh_search
from app.contacts.commands.rows import organisation_rows, person_rows, tag_row
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Tag, Tagging
from app.kernel.text import tidy
from app.office.named_master import move_to, name_for
from app.storage.bulk import add_rows


def add_tag(session: Session, name: str, note: str = "") -> int:
    """Add a tag at the end of the list and return its key."""
    last = session.scalars(select(func.max(Tag.position))).one()
    row = Tag(name=_name(session, name, None), position=(last or 0) + 1, note=tidy(note).text)
    session.add(row)
    session.flush()
    return row.id


def change_tag(session: Session, tag: int, name: str, note: str = "") -> None:
    """Give a tag another name and note; who bears it keeps it."""
    row = tag_row(session, tag)
    row.name, row.note = _name(session, name, tag), tidy(note).text
    session.flush()
    _refresh(session, session.scalars(select(Tagging).where(Tagging.tag_id == tag)).all())


def move_tag(session: Session, tag: int, position: int) -> None:
    """Put a tag at a place of the list, counted from 1; the others close up."""
    order = select(Tag).order_by(Tag.position, Tag.id)
    move_to(session.scalars(order).all(), tag_row(session, tag), position)


def remove_tag(session: Session, tag: int) -> int:
    """Delete a tag and take it off everybody; return how many bore it, the bin included."""
    row = tag_row(session, tag)
    borne = session.scalars(select(Tagging).where(Tagging.tag_id == tag)).all()
    for one in borne:
        session.delete(one)
    session.flush()
    session.delete(row)
    _refresh(session, borne)
    return len(borne)


def tag(
    session: Session,
    tag: int,
    *,
    people: Sequence[PersonId] = (),
    organisations: Sequence[OrganisationId] = (),
) -> int:
    """Put a tag on many at once; return how many did not bear it yet."""
    tag_row(session, tag)
    person_rows(session, people)
    organisation_rows(session, organisations)
    persons = [PersonId(key) for key in _without(session, tag, people, _PERSON)]
    bodies = [OrganisationId(key) for key in _without(session, tag, organisations, _ORGANISATION)]
    add_rows(
        session,
        Tagging,
        [
            *({"tag_id": tag, "person_id": key} for key in persons),
            *({"tag_id": tag, "organisation_id": key} for key in bodies),
        ],
    )
    refresh_search(session, people=persons, organisations=bodies)
    return len(persons) + len(bodies)


def untag(
    session: Session,
    tag: int,
    *,
    people: Sequence[PersonId] = (),
    organisations: Sequence[OrganisationId] = (),
) -> int:
    """Take a tag off many at once; return how many bore it."""
    tag_row(session, tag)
    taken: list[Tagging] = []
    for column, keys in ((_PERSON, people), (_ORGANISATION, organisations)):
        for chunk in chunks(keys):
            query = select(Tagging).where(Tagging.tag_id == tag, column.in_(chunk))
            taken += session.scalars(query)
    for row in taken:
        session.delete(row)
    _refresh(session, taken)
    return len(taken)


_PERSON = Tagging.person_id
_ORGANISATION = Tagging.organisation_id


def _refresh(session: Session, borne: Sequence[Tagging]) -> None:
    """Let a search find by their tags whoever bears, or bore, one."""
    refresh_search(
        session,
        people=[PersonId(row.person_id) for row in borne if row.person_id is not None],
        organisations=[
            OrganisationId(row.organisation_id) for row in borne if row.organisation_id is not None
        ],
    )


def _without(
    session: Session, tag: int, keys: Sequence[int], column: InstrumentedAttribute[int | None]
) -> list[int]:
    bearing = set(session.scalars(select(column).where(Tagging.tag_id == tag)))
    return [key for key in dict.fromkeys(keys) if key not in bearing]


def _name(session: Session, name: str, own: int | None) -> str:
    found = session.scalars(select(Tag.id).where(Tag.name == tidy(name).text)).one_or_none()
    return name_for(name, "タグ", taken=found is not None and found != own)
