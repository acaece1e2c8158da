"""What kinds, places and people are called, for many rows at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation, Person
from app.local_resources.tables import LocalResource
from app.matching.tables import HelpRequest, NeedKind, RequestKind
from app.supporters.tables import ActivityLevel, Supporter, SupportKind

Kinds = dict[int, tuple[tuple[int, str], ...]]


def request_kinds(session: Session, keys: Sequence[int]) -> Kinds:
    """Return by request its kinds of support, key and name, in the order of their master."""
    query = (
        select(RequestKind.request_id, SupportKind.id, SupportKind.name)
        .join(SupportKind, SupportKind.id == RequestKind.kind_id)
        .order_by(SupportKind.position, SupportKind.id)
    )
    return _collected(
        session, [query.where(RequestKind.request_id.in_(chunk)) for chunk in chunks(keys)]
    )


def need_kinds(session: Session, keys: Sequence[int]) -> Kinds:
    """Return by need its kinds of support, key and name, in the order of their master."""
    query = (
        select(NeedKind.need_id, SupportKind.id, SupportKind.name)
        .join(SupportKind, SupportKind.id == NeedKind.kind_id)
        .order_by(SupportKind.position, SupportKind.id)
    )
    return _collected(session, [query.where(NeedKind.need_id.in_(chunk)) for chunk in chunks(keys)])


def request_has(forms: Sequence[str]) -> ColumnElement[bool]:
    """Return what holds of a request found by a word, given in its forms.

    The word is in what is written down, or in the names of who asks and of the place.
    """
    asking = select(Organisation.id).where(_holds(Organisation.search_text, forms))
    places = select(LocalResource.id).where(_holds(LocalResource.search_text, forms))
    return or_(
        _holds(HelpRequest.search_text, forms),
        HelpRequest.organisation_id.in_(asking),
        HelpRequest.local_resource_id.in_(places),
    )


def _holds(column: InstrumentedAttribute[str], forms: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(func.instr(column, form) > 0 for form in forms))


def supporter_names(session: Session, keys: Sequence[int]) -> dict[int, str]:
    """Return what supporters are called, by their keys."""
    found: dict[int, str] = {}
    for chunk in chunks(list(dict.fromkeys(keys))):
        query = (
            select(Supporter.id, Person.family_name, Person.given_name)
            .join(Person, Person.id == Supporter.person_id)
            .where(Supporter.id.in_(chunk))
        )
        found |= {key: whole_name(family, given) for key, family, given in session.execute(query)}
    return found


def level_name(session: Session, level: int | None) -> str:
    """Return the name of a level of activity, blank for none."""
    if level is None:
        return ""
    return session.scalars(select(ActivityLevel.name).where(ActivityLevel.id == level)).one()


def whole_name(family: str | None, given: str | None) -> str:
    """Return a name as lists show it."""
    return "　".join(part for part in (family, given) if part)


def _collected(session: Session, queries: Sequence[Select[int, int, str]]) -> Kinds:
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for query in queries:
        for key, kind, name in session.execute(query):
            found[key].append((kind, name))
    return {key: tuple(kinds) for key, kinds in found.items()}
