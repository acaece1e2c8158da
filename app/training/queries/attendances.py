"""Who came to the sessions held in a span of days: what 出席延べ and 実 of a period count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.training.completion import IN_PERSON, SessionId
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
    """One trainee at one session, in the room."""

    session: SessionId
    course: CourseId
    enrollment: EnrollmentId
    person: PersonId


def attendances_between(session: Session, first: date, last: date) -> tuple[Attended, ...]:
    """Return everybody at every session held from one day to another, by session."""
    query = (
        select(CourseSession.id, Course.id, Enrollment.id, Enrollment.person_id)
        .select_from(Attendance)
        .join(CourseSession, CourseSession.id == Attendance.session_id)
        .join(Course, Course.id == CourseSession.course_id)
        .join(Enrollment, Enrollment.id == Attendance.enrollment_id)
        .where(
            Course.deleted_at.is_(None),
            CourseSession.status == SessionStatus.HELD,
            CourseSession.held_on.between(first, last),
            Attendance.mark.in_(IN_PERSON),
            Enrollment.status.in_(TAKING_A_PLACE | {EnrollmentStatus.WITHDREW}),
        )
        .order_by(CourseSession.held_on, CourseSession.id, Enrollment.id)
    )
    return tuple(
        Attended(SessionId(one), CourseId(course), EnrollmentId(key), PersonId(person))
        for one, course, key, person in session.execute(query)
    )
