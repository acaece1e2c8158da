"""What a user can do to the people the office knows.  Each function is one step of undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.checks import checked
from app.contacts.derived import list_key, search_text
from app.contacts.person import ConsentDraft, Consideration, PersonDraft, PersonId
from app.contacts.tables import Consent, OrganisationKind, Person, PersonConsideration
from app.kernel.errors import Refusal
from app.office import queries as office
from app.office.towns import TownFinder
from app.storage.base import moment
from app.storage.bulk import add_rows

_FIELDS = tuple(field.name for field in fields(PersonDraft))
_CHUNK = 500


def add_person(session: Session, draft: PersonDraft) -> PersonId:
    """Add a person and return their key."""
    return add_people(session, (draft,))[0]


def add_people(
    session: Session, drafts: Sequence[PersonDraft], *, are_checked: bool = False
) -> list[PersonId]:
    """Add many people at once; their keys are in the order of the drafts.

    ``are_checked`` says that the drafts come from ``checks.checked`` as they are.
    """
    rules = _rules(session)
    columns = rules.derived if are_checked else rules.columns
    keys = add_rows(session, Person, [columns(draft) for draft in drafts])
    return [PersonId(key) for key in keys]


def change_person(session: Session, person: PersonId, draft: PersonDraft) -> None:
    """Replace what is written about a person."""
    change_people(session, {person: draft})


def change_people(session: Session, drafts: Mapping[PersonId, PersonDraft]) -> None:
    """Replace what is written about many people at once."""
    rules = _rules(session)
    known = _people(session, list(drafts))
    for key, draft in drafts.items():
        if key not in known:
            raise Refusal("この人は削除されています。")
        for name, value in rules.columns(draft).items():
            if getattr(known[key], name) != value:
                setattr(known[key], name, value)


def enter_person(
    session: Session, person: PersonId | None, draft: PersonDraft, needs: Consideration
) -> PersonId:
    """Write down a person as a form has them, new or known, together with what they need."""
    if person is None:
        person = add_person(session, draft)
    else:
        change_person(session, person, draft)
    set_consideration(session, person, needs)
    return person


def bin_person(session: Session, person: PersonId) -> None:
    """Move a person to the bin; everything about them stays and comes back with them."""
    row = _person(session, person)
    if row.deleted_at is None:
        row.deleted_at = moment(session)


def restore_person(session: Session, person: PersonId) -> None:
    """Take a person out of the bin."""
    _person(session, person).deleted_at = None


def set_consideration(session: Session, person: PersonId, consideration: Consideration) -> None:
    """Write down what a person needs to take part; nothing at all removes the record."""
    _person(session, person)
    query = select(PersonConsideration).where(PersonConsideration.person_id == person)
    row = session.scalars(query).one_or_none()
    consideration = replace(consideration, detail=consideration.detail.strip())
    if consideration == Consideration():
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = PersonConsideration(person_id=person)
        session.add(row)
    row.hearing = consideration.hearing
    row.wheelchair = consideration.wheelchair
    row.pickup = consideration.pickup
    row.detail = consideration.detail


def give_consent(session: Session, person: PersonId, consent: ConsentDraft) -> int:
    """Record a consent and return its key."""
    _person(session, person)
    _check_days(session, consent.given_on, consent.withdrawn_on)
    row = Consent(
        person_id=person,
        item=consent.item,
        given_on=consent.given_on,
        way=consent.way,
        form_version=consent.form_version.strip(),
        withdrawn_on=consent.withdrawn_on,
        note=consent.note.strip(),
    )
    session.add(row)
    session.flush()
    return row.id


def withdraw_consent(session: Session, consent: int, on: date, note: str = "") -> None:
    """Record that a consent was withdrawn; that it had been given stays on record."""
    row = session.get(Consent, consent)
    if row is None:
        raise Refusal("この同意の記録は削除されています。")
    _check_days(session, row.given_on, on)
    row.withdrawn_on = on
    row.note = note.strip() or row.note


def refresh_districts(session: Session) -> int:
    """Set everybody's district anew after 町名→圏域 changed; return how many it changed."""
    towns = office.town_finder(session)
    changed = 0
    for person in session.scalars(select(Person).where(~Person.district_fixed)):
        district = towns.district(person.address_town + person.address_number)
        if person.district_id != district:
            person.district_id = district
            changed += 1
    return changed


@dataclass(frozen=True)
class _Rules:
    """What a record is checked against, read once for many records."""

    today: date
    area_code: str
    towns: TownFinder

    def columns(self, draft: PersonDraft) -> dict[str, Any]:
        """Return the columns of a draft, checked and with what is derived from them."""
        return self.derived(checked(draft, self.today, self.area_code))

    def derived(self, draft: PersonDraft) -> dict[str, Any]:
        """Return the columns of a checked draft with what is derived from them."""
        values = {name: getattr(draft, name) for name in _FIELDS}
        if not draft.district_fixed:
            values["district_id"] = self.towns.district(draft.address_town + draft.address_number)
        values["sort_key"] = list_key(draft)
        values["search_text"] = search_text(draft)
        return values


def _rules(session: Session) -> _Rules:
    settings = office.settings(session)
    return _Rules(moment(session).date(), settings.area_code, office.town_finder(session))


def _people(session: Session, keys: Sequence[PersonId]) -> dict[PersonId, Person]:
    found: dict[PersonId, Person] = {}
    for start in range(0, len(keys), _CHUNK):
        query = select(Person).where(Person.id.in_(keys[start : start + _CHUNK]))
        found.update((PersonId(row.id), row) for row in session.scalars(query))
    return found


def _person(session: Session, person: PersonId) -> Person:
    row = session.get(Person, person)
    if row is None:
        raise Refusal("この人は削除されています。")
    return row


def _check_days(session: Session, given: date, withdrawn: date | None) -> None:
    if given > moment(session).date():
        raise Refusal(
            "同意の日が今日より後になっています。",
            fields={"given_on": "今日までの日を入力してください。"},
        )
    if withdrawn is not None and withdrawn < given:
        raise Refusal(
            "撤回の日が同意の日より前になっています。",
            fields={"withdrawn_on": "同意の日より後の日を入力してください。"},
        )


def seed_organisation_kinds(session: Session, names: Sequence[str]) -> None:
    """Fill the master of kinds of organisations (団体種別) of a new office."""
    for position, name in enumerate(names, start=1):
        session.add(OrganisationKind(name=name, position=position, retired=False))
