"""What courses say of a person's timeline: applied, attended, completed, and what named them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.office.tables import ExportRecord
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner
from app.training.certificate import certificate_number
from app.training.completion import Mark
from app.training.course import ON_ROLL, CourseId, EnrollmentStatus
from app.training.tables import (
    Attendance,
    Certificate,
    Course,
    CourseKind,
    CourseSession,
    Enrollment,
)

_CAME = (Mark.PRESENT, Mark.LATE, Mark.LEFT_EARLY, Mark.MADE_UP)
_OF_EVERY_TRAINEE = ("trainee-roster", "attendance-sheet", "name-tags", "reception-sheet")
_OF_THE_COMPLETED = ("certificate",)
_SETTLED = ON_ROLL | {EnrollmentStatus.DECLINED}


def training_events(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    """Applications, what became of them, sessions attended and certificates."""
    if owner.person is None:
        return
    yield from _applications(session, owner)
    yield from _attendances(session, owner, limit)
    yield from _certificates(session, owner)


def _applications(session: Session, owner: Owner) -> Iterator[Event]:
    for row, title in _enrollments(session, owner):
        way = "" if row.applied_by is None else f"{row.applied_by.label}で申込"
        yield _event(row.applied_on, title, row.course_id, "受講申込", way)
        if row.status in _SETTLED:
            word = row.status.label
            yield _event(row.status_on, title, row.course_id, word, row.status_reason)


def _attendances(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    query = (
        select(
            CourseSession.held_on,
            CourseSession.starts_at,
            CourseSession.number,
            CourseSession.theme,
            Attendance.mark,
            Course.title,
            CourseSession.id,
        )
        .join(Enrollment, Enrollment.id == Attendance.enrollment_id)
        .join(CourseSession, CourseSession.id == Attendance.session_id)
        .join(Course, Course.id == CourseSession.course_id)
        .where(
            Enrollment.person_id == owner.person,
            Attendance.mark.in_(_CAME),
            CourseSession.held_on.is_not(None),
            Course.deleted_at.is_(None),
        )
        .order_by(CourseSession.held_on.desc())
        .limit(limit)
    )
    for held_on, starts_at, number, theme, mark, title, key in session.execute(query):
        assert held_on is not None  # asked for
        yield Event(
            held_on,
            EventKind.TRAINING,
            f"{title}　第{number}回",
            starts_at,
            detail=theme,
            word=mark.label,
            place="training",
            target="session",
            key=key,
        )


def _certificates(session: Session, owner: Owner) -> Iterator[Event]:
    query = (
        select(
            Certificate.issued_on,
            Course.fiscal_year,
            CourseKind.sign,
            Certificate.serial,
            Course.title,
            Course.id,
        )
        .join(Enrollment, Enrollment.id == Certificate.enrollment_id)
        .join(Course, Course.id == Enrollment.course_id)
        .join(CourseKind, CourseKind.id == Certificate.kind_id)
        .where(Enrollment.person_id == owner.person, Course.deleted_at.is_(None))
    )
    for issued_on, year, sign, serial, title, course in session.execute(query):
        number = certificate_number(year, sign, serial)
        yield _event(issued_on, title, course, "修了証書の交付", number, order=1)


def document_events(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    """Documents of their courses that name every trainee, from the record of exports.

    The record says of which course a document was by its title, and not who was in it: those
    that name some only (a list that was filtered) cannot be told from it.
    """
    if owner.person is None:
        return
    for row, title in _enrollments(session, owner):
        if row.status not in ON_ROLL:
            continue
        known = list(_OF_EVERY_TRAINEE)
        if row.status is EnrollmentStatus.COMPLETED:
            known += _OF_THE_COMPLETED
        since = datetime.combine(row.applied_on, time())
        query = (
            select(ExportRecord)
            .where(
                ExportRecord.document.in_(known),
                ExportRecord.title.startswith(f"{title}　", autoescape=True),
                ExportRecord.made_at >= since,
            )
            .order_by(ExportRecord.made_at.desc())
            .limit(limit)
        )
        for export in session.scalars(query):
            yield _document(export)


def _document(export: ExportRecord) -> Event:
    to = f"{export.recipient}へ" if export.recipient else ""
    return Event(
        export.made_at.date(),
        EventKind.DOCUMENT,
        export.title,
        export.made_at.time(),
        detail="　".join(part for part in (export.purpose, to, export.format.upper()) if part),
        word="書類に記載",
        place="settings",
        target="section",
        key="exports",
        order=export.id,
    )


def _enrollments(session: Session, owner: Owner) -> Sequence[Any]:
    query = (
        select(Enrollment, Course.title)
        .join(Course, Course.id == Enrollment.course_id)
        .where(Enrollment.person_id == owner.person, Course.deleted_at.is_(None))
    )
    return session.execute(query).all()


def _event(
    on: date, title: str, course: CourseId | int, word: str, detail: str, order: int = 0
) -> Event:
    return Event(
        on,
        EventKind.TRAINING,
        title,
        detail=detail,
        word=word,
        place="training",
        target="course",
        key=int(course),
        order=order,
    )
