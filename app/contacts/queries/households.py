"""Who gets one letter together with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.household import HouseholdMemberRow, HouseholdRow
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Household, HouseholdMember, Person


def household(session: Session, person: PersonId) -> HouseholdRow | None:
    """Return the household of a person, if they are in one."""
    return households(session, [person]).get(person)


def households(session: Session, people: Sequence[PersonId]) -> Mapping[PersonId, HouseholdRow]:
    """Return the household of each of these people who is in one."""
    own: dict[PersonId, int] = {}
    for chunk in chunks(people):
        query = select(HouseholdMember.person_id, HouseholdMember.household_id).where(
            HouseholdMember.person_id.in_(chunk)
        )
        own.update((PersonId(person), key) for person, key in session.execute(query))
    rows = _rows(session, sorted(set(own.values())))
    return {person: rows[key] for person, key in own.items()}


def _rows(session: Session, keys: Sequence[int]) -> dict[int, HouseholdRow]:
    members: dict[int, list[HouseholdMemberRow]] = {key: [] for key in keys}
    addressees: dict[int, str] = {}
    for chunk in chunks(keys):
        query = (
            select(
                HouseholdMember.household_id,
                Person.id,
                Person.family_name,
                Person.given_name,
                Person.status,
            )
            .join(Person, Person.id == HouseholdMember.person_id)
            .where(HouseholdMember.household_id.in_(chunk), Person.deleted_at.is_(None))
            .order_by(HouseholdMember.position, HouseholdMember.id)
        )
        for key, person, family, given, status in session.execute(query):
            members[key].append(HouseholdMemberRow(PersonId(person), family, given, status))
        named = select(Household.id, Household.addressee).where(Household.id.in_(chunk))
        addressees.update((key, addressee) for key, addressee in session.execute(named))
    return {key: HouseholdRow(key, tuple(members[key]), addressees[key]) for key in keys}
