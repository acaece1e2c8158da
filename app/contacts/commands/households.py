"""Who gets one letter together with whom (世帯)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.commands.rows import person_row, person_rows
from app.contacts.person import PersonDraft, PersonId
from app.contacts.tables import Household, HouseholdMember, Person
from app.kernel.errors import Refusal
from app.kernel.text import tidy


def set_household(
    session: Session,
    members: Sequence[PersonId],
    addressee: str = "",
    *,
    household: int | None = None,
) -> int:
    """Write down who gets one letter together, in the order of the envelope; return its key.

    With ``household`` its members become exactly these.  Without, one of whom somebody is a
    member is taken for it, and then nobody may be missing: raises ``Refusal`` rather than to
    leave somebody out unasked, or to take somebody out of another household.
    """
    wanted = tuple(dict.fromkeys(members))
    people = person_rows(session, wanted)
    if len(wanted) < 2:
        raise Refusal("世帯には2人以上を選んでください。1人だけのときは世帯にしなくて構いません。")
    own = household
    if own is None:
        own = _household_of(session, wanted)
        _refuse_missing(session, own, wanted)
    _refuse_elsewhere(session, own, people)
    row = Household() if own is None else session.get(Household, own)
    if row is None:
        raise Refusal("この世帯は削除されています。")
    row.addressee = tidy(addressee).text
    session.add(row)
    session.flush()
    _place(session, row.id, wanted)
    return row.id


def leave_household(session: Session, person: PersonId) -> None:
    """Take a person out of their household; one of a single member is no household any more."""
    person_row(session, person)
    query = select(HouseholdMember).where(HouseholdMember.person_id == person)
    row = session.scalars(query).one_or_none()
    if row is None:
        return
    left = [one for one in _members(session, row.household_id) if one is not row]
    session.delete(row)
    if len(left) > 1:
        for position, one in enumerate(left, start=1):
            one.position = position
        return
    for one in left:
        session.delete(one)
    session.flush()
    session.delete(session.get_one(Household, row.household_id))


def _household_of(session: Session, people: Sequence[PersonId]) -> int | None:
    query = select(HouseholdMember.household_id).where(HouseholdMember.person_id.in_(people))
    return session.scalars(query.order_by(HouseholdMember.household_id)).first()


def _members(session: Session, household: int) -> list[HouseholdMember]:
    query = (
        select(HouseholdMember)
        .where(HouseholdMember.household_id == household)
        .order_by(HouseholdMember.position, HouseholdMember.id)
    )
    return list(session.scalars(query))


def _refuse_missing(session: Session, household: int | None, wanted: Sequence[PersonId]) -> None:
    if household is None:
        return
    missing = [
        _name(session.get_one(Person, one.person_id))
        for one in _members(session, household)
        if one.person_id not in wanted
    ]
    if missing:
        names = "さん、".join(missing)
        raise Refusal(
            f"同じ世帯の{names}さんが抜けています。世帯を分けるときは、先にその人を世帯から外してください。"
        )


def _refuse_elsewhere(
    session: Session, household: int | None, people: dict[PersonId, Person]
) -> None:
    query = select(HouseholdMember).where(HouseholdMember.person_id.in_(list(people)))
    for one in session.scalars(query):
        if one.household_id != household:
            name = _name(people[PersonId(one.person_id)])
            raise Refusal(f"{name}さんは別の世帯に入っています。先にその世帯から外してください。")


def _place(session: Session, household: int, wanted: Sequence[PersonId]) -> None:
    known = {one.person_id: one for one in _members(session, household)}
    for key, row in known.items():
        if key not in wanted:
            session.delete(row)
    for position, person in enumerate(wanted, start=1):
        row = known.get(person) or HouseholdMember(household_id=household, person_id=person)
        row.position = position
        session.add(row)


def _name(row: Person) -> str:
    return PersonDraft(family_name=row.family_name, given_name=row.given_name).name
