"""The applications of a course, the waiting list, and who may be moved up from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.contacts.card import PersonRow
from app.contacts.person import Consideration, ContactWay
from app.contacts.queries import PersonListing, people
from app.contacts.tables import Person, PersonConsideration
from app.training.course import (
    ON_ROLL,
    ApplicationDraft,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    HeardFrom,
)
from app.training.queries.courses import counts
from app.training.tables import Course, Enrollment


@dataclass(frozen=True, slots=True)
class ApplicationRow:
    """One application with the person who made it."""

    id: EnrollmentId
    course: CourseId
    person: PersonRow
    status: EnrollmentStatus
    status_on: date
    status_reason: str
    applied_on: date
    applied_by: ContactWay | None
    heard_from: HeardFrom | None
    motive: str
    group_name: str
    note: str
    number: int | None
    waiting_order: int | None
    lottery_order: int | None
    walk_in: bool
    entry_exception: str

    @property
    def draft(self) -> ApplicationDraft:
        """What the edit form shows."""
        return ApplicationDraft(
            self.applied_on,
            self.applied_by,
            self.heard_from,
            self.motive,
            self.group_name,
            self.note,
        )


@dataclass(frozen=True, slots=True)
class ApplicationListing:
    """Applications of a course in 五十音 order, the waiting list in its own order.

    ``statuses`` empty means all of them.  ``day`` is the one ages are counted on.
    """

    course_id: CourseId
    day: date
    statuses: frozenset[EnrollmentStatus] = frozenset()
    text: str = ""

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({"enrollment", "person", "course", "district"})

    def keys(self, session: Session) -> Sequence[int]:
        query = self._select()
        if self.statuses == {EnrollmentStatus.WAITING}:
            query = query.order_by(Enrollment.waiting_order)
        return session.scalars(query.order_by(Person.sort_key, Person.id)).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, ApplicationRow]:
        found = session.scalars(select(Enrollment).where(Enrollment.id.in_(keys))).all()
        keys_of_people = [row.person_id for row in found]
        persons = {int(row.id): row for row in people(session, keys_of_people, self.day)}
        return {row.id: _row(row, persons[row.person_id]) for row in found}

    def description(self, session: Session) -> str:
        """Say what the list is narrowed to, for its head and its prints."""
        chosen = [status.label for status in EnrollmentStatus if status in self.statuses]
        parts = [
            session.scalars(select(Course.title).where(Course.id == self.course_id)).one(),
            "・".join(chosen) or "すべての申込",
            f"「{self.text}」を含む" if self.text else "",
        ]
        return "　".join(part for part in parts if part)

    def _select(self) -> Select[int]:
        query = (
            select(Enrollment.id)
            .join(Person, Person.id == Enrollment.person_id)
            .where(Enrollment.course_id == self.course_id)
        )
        if self.statuses:
            query = query.where(Enrollment.status.in_(self.statuses))
        if self.text.strip():
            found = PersonListing(self.day, self.text).select_keys().order_by(None)
            query = query.where(Enrollment.person_id.in_(found))
        return query


@dataclass(frozen=True, slots=True)
class Promotions:
    """Places that are free, and who is next on the waiting list for them (繰り上げの案)."""

    free: int
    candidates: tuple[ApplicationRow, ...]


def application(session: Session, enrollment_id: EnrollmentId, day: date) -> ApplicationRow | None:
    """Return one application, or nothing where it was removed."""
    row = session.get(Enrollment, enrollment_id)
    if row is None:
        return None
    (person,) = people(session, [row.person_id], day)
    return _row(row, person)


def promotions(session: Session, course_id: CourseId, day: date) -> Promotions:
    """Propose who moves up from the waiting list into the places that are free."""
    free = max(counts(session, course_id).free, 0)
    waiting = ApplicationListing(course_id, day, frozenset({EnrollmentStatus.WAITING}))
    keys = waiting.keys(session)[:free]
    rows = waiting.rows(session, keys)
    return Promotions(free, tuple(rows[key] for key in keys))


def considerations(session: Session, course_id: CourseId) -> dict[EnrollmentId, Consideration]:
    """Return what trainees of a course need to take part: sensitive, so asked for by itself."""
    query = (
        select(Enrollment.id, PersonConsideration)
        .join(PersonConsideration, PersonConsideration.person_id == Enrollment.person_id)
        .where(Enrollment.course_id == course_id, Enrollment.status.in_(ON_ROLL))
    )
    return {
        EnrollmentId(key): Consideration(row.hearing, row.wheelchair, row.pickup, row.detail)
        for key, row in session.execute(query)
    }


_FIELDS = (
    "status",
    "status_on",
    "status_reason",
    "applied_on",
    "applied_by",
    "heard_from",
    "motive",
    "group_name",
    "note",
    "number",
    "waiting_order",
    "lottery_order",
    "walk_in",
    "entry_exception",
)


def _row(row: Enrollment, person: PersonRow) -> ApplicationRow:
    values = {name: getattr(row, name) for name in _FIELDS}
    return ApplicationRow(
        id=EnrollmentId(row.id), course=CourseId(row.course_id), person=person, **values
    )
