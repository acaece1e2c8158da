"""Why two records cannot be merged as they stand, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.contacts.custom import Subject
from app.council.tables import Attendee, Council, Meeting
from app.supporters.tables import Supporter
from app.training.course import EnrollmentStatus
from app.training.tables import Attendance, Certificate, Course, CourseSession, Enrollment

_FURTHER = (
    EnrollmentStatus.DECLINED,
    EnrollmentStatus.RECEIVED,
    EnrollmentStatus.WAITING,
    EnrollmentStatus.WITHDREW,
    EnrollmentStatus.ACCEPTED,
    EnrollmentStatus.NOT_COMPLETED,
    EnrollmentStatus.COMPLETED,
)
"""How far an application has come: of two to one course, that of the kept record must be it."""


def conflicts(session: Session, subject: Subject, kept: int, merged: int) -> tuple[str, ...]:
    """Return what a person must settle first: both applied to one course, or are registered.

    What agrees, or is written on one side only, is put together without asking.
    """
    if subject is not Subject.PERSON:
        return ()
    return (
        *_of_courses(session, kept, merged),
        *_of_registrations(session, kept, merged),
        *_of_meetings(session, kept, merged),
    )


def _of_courses(session: Session, kept: int, merged: int) -> Iterator[str]:
    ours, theirs = aliased(Enrollment), aliased(Enrollment)
    query = (
        select(Course.title, ours, theirs)
        .join(ours, ours.course_id == Course.id)
        .join(theirs, theirs.course_id == Course.id)
        .where(ours.person_id == kept, theirs.person_id == merged)
        .order_by(Course.id)
    )
    for title, first, second in session.execute(query):
        if _FURTHER.index(first.status) < _FURTHER.index(second.status):
            yield (
                f"研修「{title}」に両方の申込みがあり、残す方は「{first.status.label}」、"
                f"統合される方は「{second.status.label}」です。進んでいる方の申込みが残るように、"
                "残す方を入れ替えるか、研修の画面で状態をそろえてから統合してください。"
            )
        yield from _of_marks(session, title, first.id, second.id)
        if _certificates(session, first.id, second.id) == 2:
            yield (
                f"研修「{title}」の修了証書が両方に交付されています。交付台帳の番号は"
                "消せないため、この2件は統合できません。"
            )


def _of_meetings(session: Session, kept: int, merged: int) -> Iterator[str]:
    """Of two who were asked to one meeting, the kept one must say what the other does."""
    ours, theirs = aliased(Attendee), aliased(Attendee)
    query = (
        select(Council.name, Meeting.number)
        .join(Meeting, Meeting.council_id == Council.id)
        .join(ours, ours.meeting_id == Meeting.id)
        .join(theirs, theirs.meeting_id == Meeting.id)
        .where(
            ours.person_id == kept,
            theirs.person_id == merged,
            theirs.presence.is_not(None),
            ours.presence.is_distinct_from(theirs.presence),
        )
        .order_by(Meeting.id)
    )
    for name, number in session.execute(query):
        yield (
            f"「{name}」第{number}回の出欠が、残す方と統合される方で違います。"
            "会議の画面でそろえてから統合してください。"
        )


def _of_registrations(session: Session, kept: int, merged: int) -> Iterator[str]:
    query = select(Supporter).where(Supporter.person_id.in_((kept, merged)))
    rows = {row.person_id: row for row in session.scalars(query)}
    if len(rows) < len((kept, merged)):
        return
    first, second = rows[kept], rows[merged]
    both = "両方にサポーターの登録があり、"
    if (first.deleted_at is None) is not (second.deleted_at is None):
        yield f"{both}片方がごみ箱にあります。ごみ箱から戻してから統合してください。"
    if first.state is not second.state:
        yield (
            f"{both}状態が「{first.state.label}」と「{second.state.label}」で違います。"
            "サポーターの画面で同じ状態にそろえてから統合してください。"
        )
    if None not in (first.level_id, second.level_id) and first.level_id != second.level_id:
        yield (
            f"{both}活動レベルが違います。"
            "サポーターの画面で同じ活動レベルにそろえてから統合してください。"
        )


def _of_marks(session: Session, title: str, first: int, second: int) -> Iterator[str]:
    ours, theirs = aliased(Attendance), aliased(Attendance)
    query = (
        select(CourseSession.number, ours.mark, theirs.mark)
        .join(ours, ours.session_id == CourseSession.id)
        .join(theirs, theirs.session_id == CourseSession.id)
        .where(ours.enrollment_id == first, theirs.enrollment_id == second)
        .where(ours.mark != theirs.mark)
        .order_by(CourseSession.number)
    )
    for number, mark, other in session.execute(query):
        yield (
            f"研修「{title}」第{number}回の出欠が「{mark.label}」と「{other.label}」で違います。"
            "研修の画面でどちらかに直してから統合してください。"
        )


def _certificates(session: Session, first: int, second: int) -> int:
    query = select(Certificate.id).where(Certificate.enrollment_id.in_((first, second)))
    return len(session.scalars(query).all())
