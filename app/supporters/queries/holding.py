"""What is on record about registrations, for the rules that say what they lack."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Select, String, func, select, type_coerce
from sqlalchemy.orm import Session

from app.contacts.person import ConsentItem
from app.contacts.tables import Consent, Person
from app.supporters.lacking import Held, Lack, lacks
from app.supporters.supporter import SupporterId, SupporterState
from app.supporters.tables import (
    Insurance,
    Qualification,
    Supporter,
    SupporterConfirmation,
    SupporterStateChange,
)

TABLES = frozenset(
    {
        Consent.__tablename__,
        Insurance.__tablename__,
        Qualification.__tablename__,
        SupporterConfirmation.__tablename__,
        SupporterStateChange.__tablename__,
    }
)
"""The tables that say what a registration lacks, beside those of supporters and people."""

LIVE = (Supporter.deleted_at.is_(None), Person.deleted_at.is_(None))
"""Registrations that are in lists: neither they nor their person is in the bin."""


def held(session: Session, supporter: SupporterId | None = None) -> dict[SupporterId, Held]:
    """Return what is on record about one registration, or about every one in the lists."""
    given = consents_given(session, supporter)
    registered = _newest(session, _BECAME, supporter)
    confirmed = _newest(session, _CONFIRMED, supporter)
    insured = _many(session, select(Insurance.supporter_id, Insurance.fiscal_year), supporter)
    expires = _many(
        session,
        select(Qualification.supporter_id, Qualification.expires_on).where(
            Qualification.expires_on.is_not(None)
        ),
        supporter,
    )
    query = select(
        Supporter.id,
        Supporter.person_id,
        Supporter.state,
        Supporter.valid_until,
        Supporter.interviewed_on,
        Supporter.level_id,
    )
    if supporter is None:
        query = query.join(Person, Person.id == Supporter.person_id).where(*LIVE)
    else:
        query = query.where(Supporter.id == supporter)
    return {
        SupporterId(row.id): Held(
            row.state,
            registered.get(row.id),
            row.valid_until,
            confirmed.get(row.id),
            row.interviewed_on,
            row.level_id,
            frozenset(insured.get(row.id, ())),
            given.get(row.person_id, frozenset()),
            tuple(expires.get(row.id, ())),
        )
        for row in session.execute(query)
    }


def lacking(session: Session, lack: Lack, day: date) -> set[SupporterId]:
    """Return every registration in the lists that lacks something on a day."""
    return {key for key, one in held(session).items() if lack in lacks(one, day)}


def consents_given(
    session: Session, supporter: SupporterId | None = None
) -> dict[int, frozenset[ConsentItem]]:
    """Return by person, for whoever is registered, what they consent to.

    Read as plain text: the same few sets of consents come again for thousands of people.
    """
    query = (
        select(Consent.person_id, type_coerce(Consent.item, String))
        .join(Supporter, Supporter.person_id == Consent.person_id)
        .where(Consent.withdrawn_on.is_(None))
    )
    if supporter is not None:
        query = query.where(Supporter.id == supporter)
    found: dict[int, list[str]] = defaultdict(list)
    for person, item in session.execute(query):
        found[person].append(item)
    alike: dict[tuple[str, ...], frozenset[ConsentItem]] = {}
    for items in map(tuple, found.values()):
        if items not in alike:
            alike[items] = frozenset(_ITEMS[item] for item in items)
    return {person: alike[tuple(items)] for person, items in found.items()}


_ITEMS = {item.value: item for item in ConsentItem}
_BECAME = (
    select(SupporterStateChange.supporter_id, func.max(SupporterStateChange.starts_on))
    .where(SupporterStateChange.state == SupporterState.REGISTERED)
    .group_by(SupporterStateChange.supporter_id)
)
_CONFIRMED = select(
    SupporterConfirmation.supporter_id, func.max(SupporterConfirmation.confirmed_on)
).group_by(SupporterConfirmation.supporter_id)


def _newest(
    session: Session, query: Select[*tuple[Any, ...]], supporter: SupporterId | None
) -> dict[int, date]:
    return dict(session.execute(_of(query, supporter)).all())


def _many(
    session: Session, query: Select[*tuple[Any, ...]], supporter: SupporterId | None
) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for key, value in session.execute(_of(query, supporter)):
        found[key].append(value)
    return found


def _of(query: Select[*tuple[Any, ...]], supporter: SupporterId | None) -> Select[*tuple[Any, ...]]:
    """Narrow a query whose first column is the supporter to one of them."""
    if supporter is None:
        return query
    return query.where(next(iter(query.selected_columns)) == supporter)
