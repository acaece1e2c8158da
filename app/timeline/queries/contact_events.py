"""What contacts say of a timeline: affiliations, consents, and records that became one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.organisation_card import AffiliationRow
from app.contacts.tables import Organisation, Person
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner


def affiliation_events(session: Session, owner: Owner, _limit: int) -> Iterator[Event]:
    """Affiliations, where they begin and where they end: also those still to come."""
    rows = contacts.affiliations(session, person=owner.person, organisation=owner.organisation)
    for row in rows:
        if row.draft.starts_on is not None:
            yield _affiliation(owner, row, row.draft.starts_on, "就任・加入", 0)
        if row.draft.ends_on is not None:
            yield _affiliation(owner, row, row.draft.ends_on, "任期の終わり", 1)


def _affiliation(owner: Owner, row: AffiliationRow, on: date, word: str, order: int) -> Event:
    is_person = owner.person is not None
    other = row.organisation_name if is_person else f"{row.person_name}さん"
    return Event(
        on,
        EventKind.AFFILIATION,
        "　".join(part for part in (other, row.draft.role) if part),
        word=word,
        place="contacts",
        target="organisation" if is_person else "person",
        key=row.organisation if is_person else row.person,
        order=order,
    )


def consent_events(session: Session, owner: Owner, _limit: int) -> Iterator[Event]:
    """Consents given, and those withdrawn."""
    if owner.person is None:
        return
    for row in contacts.consents(session, owner.person):
        consent = row.consent
        detail = "　".join(part for part in (consent.way.label, consent.form_version) if part)
        label = consent.item.label
        yield Event(
            consent.given_on, EventKind.CONSENT, label, detail=detail, word="同意", order=row.id
        )
        if consent.withdrawn_on is not None:
            yield Event(
                consent.withdrawn_on, EventKind.CONSENT, label, word="同意の撤回", order=row.id
            )


def merge_events(session: Session, owner: Owner, _limit: int) -> Iterator[Event]:
    """Give the records that were merged into this one and have not been taken out again."""
    for name, moment, key in session.execute(_merged(owner)):
        if moment is not None:
            text = f"「{name}」の重複した記録を、この記録に統合しました"
            yield Event(moment.date(), EventKind.MERGE, text, moment.time(), order=key)


def _merged(owner: Owner) -> Any:
    if owner.person is None:
        return select(Organisation.name, Organisation.deleted_at, Organisation.id).where(
            Organisation.merged_into_id == owner.organisation
        )
    name = Person.family_name + "　" + Person.given_name
    return select(name, Person.deleted_at, Person.id).where(Person.merged_into_id == owner.person)
