"""Whom the office has to think of: not yet registered, not insured, to be asked, running out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId, PersonStatus
from app.contacts.tables import Person
from app.supporters.card import Candidate, Expires, Expiring, InsuranceRow
from app.supporters.lacking import Lack
from app.supporters.queries.card import insurance_of
from app.supporters.queries.holding import LIVE, lacking
from app.supporters.registration import STANDING
from app.supporters.supporter import SupporterId, SupporterState
from app.supporters.tables import Insurance, Qualification, Supporter
from app.training.course import EnrollmentId, EnrollmentStatus
from app.training.tables import Course, Enrollment

_KANA_ORDER = (Person.sort_key, Person.id)


def supporter_of(session: Session, person: PersonId) -> SupporterId | None:
    """Return the registration of a person, whatever its state; nothing in the bin."""
    query = select(Supporter.id).where(
        Supporter.person_id == person, Supporter.deleted_at.is_(None)
    )
    found = session.scalars(query).first()
    return None if found is None else SupporterId(found)


def candidates_to_register(
    session: Session, person: PersonId | None = None
) -> tuple[Candidate, ...]:
    """Return who completed a course and is not registered, in 五十音 order, each once.

    Of one person, only whether they are among these is asked.
    """
    query = (
        select(Enrollment, Person, Course.title)
        .join(Course, Course.id == Enrollment.course_id)
        .join(Person, Person.id == Enrollment.person_id)
        .where(
            Enrollment.status == EnrollmentStatus.COMPLETED,
            Course.deleted_at.is_(None),
            Person.deleted_at.is_(None),
            Person.status == PersonStatus.ACTIVE,
            Person.id.not_in(select(Supporter.person_id)),
        )
        .order_by(*_KANA_ORDER, Enrollment.status_on.desc(), Enrollment.id.desc())
    )
    if person is not None:
        query = query.where(Person.id == person)
    found: dict[int, Candidate] = {}
    for row, somebody, title in session.execute(query):
        candidate = Candidate(
            EnrollmentId(row.id),
            PersonId(somebody.id),
            _both(somebody.family_name, somebody.given_name),
            _both(somebody.family_kana, somebody.given_kana),
            title,
            row.status_on,
        )
        found.setdefault(somebody.id, candidate)
    return tuple(found.values())


def registered_names(session: Session) -> tuple[tuple[SupporterId, str, str], ...]:
    """Return key, number and name of everybody who is registered, in 五十音 order."""
    columns = (Supporter.id, Supporter.number, Person.family_name, Person.given_name)
    query = _select_live(*columns).where(Supporter.state.in_(STANDING)).order_by(*_KANA_ORDER)
    return tuple(
        (SupporterId(key), number, _both(family, given))
        for key, number, family, given in session.execute(query)
    )


def uninsured(session: Session, fiscal_year: int) -> tuple[SupporterId, ...]:
    """Return who is registered and has no insurance of a fiscal year, in 五十音 order."""
    insured = select(Insurance.supporter_id).where(Insurance.fiscal_year == fiscal_year)
    query = _select_live(Supporter.id).where(
        Supporter.state == SupporterState.REGISTERED, Supporter.id.not_in(insured)
    )
    return tuple(SupporterId(key) for key in session.scalars(query.order_by(*_KANA_ORDER)))


def insured(session: Session, fiscal_year: int) -> tuple[InsuranceRow, ...]:
    """Return every cover of a fiscal year in 五十音 order: the roster to hand in."""
    query = (
        _select_live(Insurance)
        .join(Insurance, Insurance.supporter_id == Supporter.id)
        .where(Insurance.fiscal_year == fiscal_year)
        .order_by(*_KANA_ORDER, Insurance.id)
    )
    return tuple(insurance_of(row) for row in session.scalars(query))


def to_confirm(session: Session, day: date) -> tuple[SupporterId, ...]:
    """Return whose yearly confirmation of a day's fiscal year is missing, in 五十音 order."""
    among = lacking(session, Lack.CONFIRMATION, day)
    keys = session.scalars(_select_live(Supporter.id).order_by(*_KANA_ORDER))
    return tuple(SupporterId(key) for key in keys if key in among)


def expiring(session: Session, first: date, last: date) -> tuple[Expiring, ...]:
    """Return registrations and qualifications that end in a period, both days included.

    Those of whoever is registered no more are left out.
    """
    found = [*_registrations(session, first, last), *_qualifications(session, first, last)]
    return tuple(sorted(found, key=lambda one: one.on))


def _registrations(session: Session, first: date, last: date) -> Iterator[Expiring]:
    columns = (Supporter.id, Person, Supporter.valid_until)
    query = _select_live(*columns).where(
        Supporter.state.in_(STANDING), Supporter.valid_until.between(first, last)
    )
    for key, person, day in session.execute(query.order_by(*_KANA_ORDER)):
        yield _expiring(key, person, Expires.REGISTRATION, Expires.REGISTRATION.label, day)


def _qualifications(session: Session, first: date, last: date) -> Iterator[Expiring]:
    columns = (Supporter.id, Person, Qualification.name, Qualification.expires_on)
    query = (
        _select_live(*columns)
        .join(Qualification, Qualification.supporter_id == Supporter.id)
        .where(Supporter.state.in_(STANDING), Qualification.expires_on.between(first, last))
    )
    for key, person, name, day in session.execute(query.order_by(*_KANA_ORDER)):
        yield _expiring(key, person, Expires.QUALIFICATION, name, day)


def _expiring(key: int, person: Person, what: Expires, text: str, on: date) -> Expiring:
    name = _both(person.family_name, person.given_name)
    return Expiring(SupporterId(key), PersonId(person.id), name, what, text, on)


def _select_live(*columns: Any) -> Select[*tuple[Any, ...]]:
    joined = select(*columns).select_from(Supporter)
    return joined.join(Person, Person.id == Supporter.person_id).where(*LIVE)


def _both(first: str, second: str) -> str:
    return "　".join(part for part in (first, second) if part)
