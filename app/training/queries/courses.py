"""The list of courses, and how many applications stand where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.training.course import (
    ON_ROLL,
    TAKING_A_PLACE,
    CourseId,
    CourseStatus,
    EnrollmentStatus,
    SessionStatus,
)
from app.training.tables import Course, CourseKind, CourseSession, Enrollment


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One line of the course list."""

    id: CourseId
    title: str
    kind: str
    year: FiscalYear
    term: int
    status: CourseStatus
    capacity: int
    sessions: int
    held: int
    first_day: date | None
    last_day: date | None
    applicants: int
    accepted: int
    waiting: int
    completed: int


@dataclass(frozen=True, slots=True)
class CourseListing:
    """The courses of a year, of a kind, or whose title contains a text; or those in the bin."""

    year: FiscalYear | None = None
    kind_id: int | None = None
    text: str = ""
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({"course", "course_kind", "course_session", "enrollment"})

    def keys(self, session: Session) -> Sequence[int]:
        query = (
            select(Course.id)
            .join(CourseKind, CourseKind.id == Course.kind_id)
            .where(*self._filter())
            .order_by(Course.fiscal_year.desc(), CourseKind.position, Course.term, Course.id)
        )
        return session.scalars(query).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, CourseRow]:
        meetings = _meetings(session, keys)
        counted = _counted(session, keys)
        query = (
            select(Course, CourseKind.name)
            .join(CourseKind, CourseKind.id == Course.kind_id)
            .where(Course.id.in_(keys))
        )
        return {
            course.id: _row(course, kind, meetings.get(course.id), counted.get(course.id))
            for course, kind in session.execute(query)
        }

    def description(self, session: Session) -> str:
        """Say what the list is narrowed to, for its head and its prints."""
        kind = session.get(CourseKind, self.kind_id) if self.kind_id else None
        parts = [
            str(self.year) if self.year else "全年度",
            kind.name if kind else "全種別",
            f"「{self.text}」を含む" if self.text else "",
            "ごみ箱" if self.binned else "",
        ]
        return "・".join(part for part in parts if part)

    def _filter(self) -> list[ColumnElement[bool]]:
        wanted: list[ColumnElement[bool]] = [
            Course.deleted_at.is_not(None) if self.binned else Course.deleted_at.is_(None)
        ]
        if self.year is not None:
            wanted.append(Course.fiscal_year == self.year.start)
        if self.kind_id is not None:
            wanted.append(Course.kind_id == self.kind_id)
        if self.text:
            wanted.append(Course.title.contains(self.text, autoescape=True))
        return wanted


@dataclass(frozen=True, slots=True)
class Counts:
    """How many applications of a course stand where.

    ``on_roll`` are all who were accepted (受講決定), also those who left later; ``free`` is
    negative over capacity.
    """

    capacity: int
    applicants: int
    received: int
    accepted: int
    waiting: int
    declined: int
    withdrew: int
    completed: int
    not_completed: int
    on_roll: int
    free: int


def counts(session: Session, course_id: CourseId) -> Counts:
    """Return how many applications of a course stand where."""
    capacity = session.scalars(select(Course.capacity).where(Course.id == course_id)).one_or_none()
    return _counts(capacity or 0, _statuses(session, course_id))


def _statuses(session: Session, course_id: CourseId) -> Counter[EnrollmentStatus]:
    return _counted(session, [course_id]).get(course_id, Counter())


def _counted(session: Session, keys: Sequence[int]) -> dict[int, Counter[EnrollmentStatus]]:
    query = (
        select(Enrollment.course_id, Enrollment.status, func.count())
        .where(Enrollment.course_id.in_(keys))
        .group_by(Enrollment.course_id, Enrollment.status)
    )
    counted: dict[int, Counter[EnrollmentStatus]] = {}
    for key, status, number in session.execute(query):
        counted.setdefault(key, Counter())[status] = number
    return counted


def _counts(capacity: int, by_status: Mapping[EnrollmentStatus, int]) -> Counts:
    def of(*statuses: EnrollmentStatus) -> int:
        return sum(by_status.get(status, 0) for status in statuses)

    return Counts(
        capacity=capacity,
        applicants=of(*EnrollmentStatus),
        received=of(EnrollmentStatus.RECEIVED),
        accepted=of(EnrollmentStatus.ACCEPTED),
        waiting=of(EnrollmentStatus.WAITING),
        declined=of(EnrollmentStatus.DECLINED),
        withdrew=of(EnrollmentStatus.WITHDREW),
        completed=of(EnrollmentStatus.COMPLETED),
        not_completed=of(EnrollmentStatus.NOT_COMPLETED),
        on_roll=of(*ON_ROLL),
        free=capacity - of(*TAKING_A_PLACE),
    )


_Meetings = tuple[int, int, date | None, date | None]


def _meetings(session: Session, keys: Sequence[int]) -> dict[int, _Meetings]:
    """Return per course how many sessions count, how many were held, and first and last day."""
    held = func.sum(case((CourseSession.status == SessionStatus.HELD, 1), else_=0))
    query = (
        select(
            CourseSession.course_id,
            func.count(),
            held,
            func.min(CourseSession.held_on),
            func.max(CourseSession.held_on),
        )
        .where(CourseSession.course_id.in_(keys), CourseSession.status != SessionStatus.CANCELLED)
        .group_by(CourseSession.course_id)
    )
    return {
        key: (count, over or 0, first, last)
        for key, count, over, first, last in session.execute(query)
    }


def _row(
    row: Course,
    kind: str,
    meetings: _Meetings | None,
    by_status: Mapping[EnrollmentStatus, int] | None,
) -> CourseRow:
    sessions_, held, first, last = meetings or (0, 0, None, None)
    numbers = _counts(row.capacity, by_status or {})
    return CourseRow(
        id=CourseId(row.id),
        title=row.title,
        kind=kind,
        year=FiscalYear(row.fiscal_year),
        term=row.term,
        status=row.status,
        capacity=row.capacity,
        sessions=sessions_,
        held=held,
        first_day=first,
        last_day=last,
        applicants=numbers.applicants,
        accepted=numbers.on_roll,
        waiting=numbers.waiting,
        completed=numbers.completed,
    )
