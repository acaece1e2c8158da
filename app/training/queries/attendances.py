"""Who came to the sessions held in a span of days: what 出席延べ and 実 of a period count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.training.completion import IN_PERSON, Mark, SessionId
from app.training.course import (
    TAKING_A_PLACE,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    SessionStatus,
)
from app.training.tables import Attendance, Course, CourseSession, Enrollment


@dataclass(frozen=True, slots=True)
class Attended:
    """One trainee at one session, in the room; ``id`` is the mark itself."""

    id: int
    session: SessionId
    course: CourseId
    enrollment: EnrollmentId
    person: PersonId
    held_on: date | None
    number: int
    mark: Mark


def attendances_between(session: Session, first: date, last: date) -> tuple[Attended, ...]:
    """Return everybody at every session held from one day to another, by session."""
    return _attended(
        session,
        Course.deleted_at.is_(None),
        CourseSession.status == SessionStatus.HELD,
        CourseSession.held_on.between(first, last),
        Attendance.mark.in_(IN_PERSON),
        Enrollment.status.in_(TAKING_A_PLACE | {EnrollmentStatus.WITHDREW}),
    )


def attendances(session: Session, keys: Sequence[int]) -> tuple[Attended, ...]:
    """Return what these marks say, by session."""
    return _attended(session, Attendance.id.in_(keys))


def _attended(session: Session, *wanted: ColumnElement[bool]) -> tuple[Attended, ...]:
    query = (
        select(Attendance, CourseSession, Enrollment.person_id)
        .join(CourseSession, CourseSession.id == Attendance.session_id)
        .join(Course, Course.id == CourseSession.course_id)
        .join(Enrollment, Enrollment.id == Attendance.enrollment_id)
        .where(*wanted)
        .order_by(CourseSession.held_on, CourseSession.id, Enrollment.id)
    )
    return tuple(
        Attended(
            one.id,
            SessionId(held.id),
            CourseId(held.course_id),
            EnrollmentId(one.enrollment_id),
            PersonId(person),
            held.held_on,
            held.number,
            one.mark,
        )
        for one, held, person in session.execute(query)
    )
