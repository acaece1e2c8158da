"""What stands beside the grid while attendance is taken, and the sessions of a span of days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.training.completion import IN_PERSON, Mark, SessionId, Standing
from app.training.course import (
    TAKING_A_PLACE,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    SessionStatus,
    SheetOrder,
)
from app.training.explanation import warning
from app.training.queries.sheet import sheet
from app.training.sheet import Cell, Sheet, SheetRow
from app.training.tables import Attendance, Course, CourseSession, Enrollment


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """The running count of a session.  ``expected`` are the trainees who have not left."""

    expected: int
    present: int
    absent: int
    late: int
    left_early: int
    excused: int
    made_up: int
    unmarked: int
    told_ahead: int

    @property
    def came(self) -> int:
        """Everyone who was in the room: present, late or left early."""
        return self.present + self.late + self.left_early


@dataclass(frozen=True, slots=True)
class SessionOfDay:
    """One session, as 今日 and the calendar show it."""

    id: SessionId
    course: CourseId
    title: str
    number: int
    held_on: date
    starts_at: time | None
    ends_at: time | None
    venue: str
    theme: str
    status: SessionStatus
    expected: int
    marked: int


@dataclass(frozen=True, slots=True)
class AtRisk:
    """Somebody who can no longer complete, or who may miss nothing any more."""

    row: int
    enrollment: EnrollmentId
    person: PersonId
    name: str
    kana: str
    phone: str
    standing: Standing
    sentence: str

    @property
    def too_late(self) -> bool:
        return not self.standing.possible


@dataclass(frozen=True, slots=True)
class Absentee:
    """Somebody who did not come, with the numbers to call."""

    row: int
    enrollment: EnrollmentId
    person: PersonId
    name: str
    kana: str
    phone: str
    mobile: str
    cell: Cell


def session_summary(session: Session, session_id: SessionId) -> SessionSummary:
    """Return the running count of one session."""
    held = session.get(CourseSession, session_id)
    if held is None:
        raise Refusal("この回は見つかりません。講座を開き直してください。")
    query = (
        select(Attendance.mark, Attendance.planned, Enrollment.status)
        .select_from(Enrollment)
        .outerjoin(
            Attendance,
            (Attendance.enrollment_id == Enrollment.id) & (Attendance.session_id == session_id),
        )
        .where(
            Enrollment.course_id == held.course_id,
            Enrollment.status.in_(TAKING_A_PLACE | {EnrollmentStatus.WITHDREW}),
        )
    )
    return _summary([(mark, bool(told), status) for mark, told, status in session.execute(query)])


def summary_of(taken: Sheet, session_id: SessionId) -> SessionSummary:
    """Return the same from a sheet that has been read: after every key, without asking again."""
    column = [one.id for one in taken.sessions].index(session_id)
    cells = ((row.cells[column], row.status) for row in taken.rows)
    return _summary([(cell.mark, cell.planned, status) for cell, status in cells])


def _summary(rows: Sequence[tuple[Mark | None, bool, EnrollmentStatus]]) -> SessionSummary:
    marks = Counter(mark for mark, _, _ in rows)
    staying = [mark for mark, _, status in rows if status in TAKING_A_PLACE]
    return SessionSummary(
        expected=len(staying),
        present=marks[Mark.PRESENT],
        absent=marks[Mark.ABSENT],
        late=marks[Mark.LATE],
        left_early=marks[Mark.LEFT_EARLY],
        excused=marks[Mark.EXCUSED],
        made_up=marks[Mark.MADE_UP],
        unmarked=staying.count(None),
        told_ahead=sum(told for _, told, _ in rows),
    )


def sessions_between(session: Session, first: date, last: date) -> tuple[SessionOfDay, ...]:
    """Return the sessions from the first to the last day, those called off among them."""
    expected = _trainees_of_session()
    marked = expected.join(
        Attendance,
        (Attendance.enrollment_id == Enrollment.id) & (Attendance.session_id == CourseSession.id),
    )
    query = (
        select(CourseSession, Course, expected.scalar_subquery(), marked.scalar_subquery())
        .join(Course, Course.id == CourseSession.course_id)
        .where(CourseSession.held_on.between(first, last), Course.deleted_at.is_(None))
        .order_by(CourseSession.held_on, CourseSession.starts_at, CourseSession.id)
    )
    return tuple(
        _of_day(row, row.held_on, course, trainees, done)
        for row, course, trainees, done in session.execute(query)
        if row.held_on is not None
    )


def _trainees_of_session() -> Select[int]:
    """Return the statement that counts the trainees of the session around it."""
    return (
        select(func.count())
        .select_from(Enrollment)
        .where(
            Enrollment.course_id == CourseSession.course_id,
            Enrollment.status.in_(TAKING_A_PLACE),
        )
        .correlate(CourseSession)
    )


def _of_day(
    row: CourseSession, day: date, course: Course, expected: int, marked: int
) -> SessionOfDay:
    return SessionOfDay(
        id=SessionId(row.id),
        course=CourseId(course.id),
        title=course.title,
        number=row.number,
        held_on=day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        venue=row.venue or course.venue,
        theme=row.theme,
        status=row.status,
        expected=expected,
        marked=marked,
    )


def at_risk(
    session: Session, course_id: CourseId, order: SheetOrder = SheetOrder.KANA
) -> tuple[AtRisk, ...]:
    """Return who can no longer complete or may miss nothing any more, with the sentence.

    Nobody is at risk before anything was missed: with 4 of 4 sessions asked for, say.
    """
    taken = sheet(session, course_id, order)
    phones = _phones(session, course_id)
    allowed = taken.requirement.make_up_allowed
    found = []
    for row in taken.rows:
        sentence = warning(row.standing, taken.numbers, make_up_allowed=allowed)
        if sentence and row.status in TAKING_A_PLACE and _missed_something(row):
            phone, mobile = phones[row.person]
            found.append(
                AtRisk(
                    row.row,
                    row.enrollment,
                    row.person,
                    row.name,
                    row.kana,
                    phone or mobile,
                    row.standing,
                    sentence,
                )
            )
    return tuple(found)


def absentees(
    session: Session, session_id: SessionId, order: SheetOrder = SheetOrder.KANA
) -> tuple[Absentee, ...]:
    """Return who did not come to a session, and once it was held, who has no mark either."""
    held = session.get(CourseSession, session_id)
    if held is None:
        raise Refusal("この回は見つかりません。講座を開き直してください。")
    taken = sheet(session, CourseId(held.course_id), order)
    column = [one.id for one in taken.sessions].index(session_id)
    phones = _phones(session, taken.course)
    return tuple(
        Absentee(
            row.row,
            row.enrollment,
            row.person,
            row.name,
            row.kana,
            *phones[row.person],
            row.cells[column],
        )
        for row in taken.rows
        if _away(row, row.cells[column], blank_is_away=held.status is SessionStatus.HELD)
    )


def _away(row: SheetRow, cell: Cell, *, blank_is_away: bool) -> bool:
    if cell.mark is None:
        return blank_is_away and row.status in TAKING_A_PLACE
    return cell.mark not in IN_PERSON


def _missed_something(row: SheetRow) -> bool:
    counted = row.standing.attended + row.standing.open
    return counted < len(row.cells)


def _phones(session: Session, course_id: CourseId) -> dict[PersonId, tuple[str, str]]:
    query = (
        select(Person.id, Person.phone, Person.mobile)
        .join(Enrollment, Enrollment.person_id == Person.id)
        .where(Enrollment.course_id == course_id)
    )
    return {PersonId(key): (phone, mobile) for key, phone, mobile in session.execute(query)}
