"""What people need to take part, and what they consent to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.commands.rows import person_row
from app.contacts.person import ConsentDraft, Consideration, PersonId
from app.contacts.tables import Consent, PersonConsideration
from app.kernel.errors import Refusal
from app.storage.base import moment


def set_consideration(session: Session, person: PersonId, consideration: Consideration) -> None:
    """Write down what a person needs to take part; nothing at all removes the record."""
    person_row(session, person)
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
    person_row(session, person)
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
