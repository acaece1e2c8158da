"""Fetching the rows a command works on, or refusing in words when they cannot be changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.training.completion import SessionId
from app.training.course import (
    OVER,
    TAKING_A_PLACE,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
)
from app.training.tables import Certificate, Course, CourseKind, CourseSession, Enrollment


def kind_row(session: Session, kind_id: int) -> CourseKind:
    """Return a kind, or refuse."""
    kind = session.get(CourseKind, kind_id)
    if kind is None:
        raise Refusal("研修の種別を選んでください。", {"kind_id": "研修の種別を選んでください。"})
    return kind


def course_row(session: Session, course_id: CourseId) -> Course:
    """Return a course that is not in the bin, or refuse."""
    course = session.get(Course, course_id)
    if course is None:
        raise Refusal("この講座は見つかりません。一覧から選び直してください。")
    _refuse_if_binned(course)
    return course


def running_course(session: Session, course_id: CourseId) -> Course:
    """Return a course that may still be changed, or refuse."""
    course = course_row(session, course_id)
    _refuse_if_over(course)
    return course


def session_row(session: Session, session_id: SessionId) -> CourseSession:
    """Return a session of a course that may still be changed, or refuse."""
    found = session.execute(_SESSION_AND_COURSE, {"session": session_id}).one_or_none()
    if found is None:
        raise Refusal("この回は見つかりません。講座を開き直してください。")
    row, course = found
    _refuse_if_binned(course)
    _refuse_if_over(course)
    return row


def sessions_of(session: Session, course_id: int) -> Sequence[CourseSession]:
    """Return a course's sessions by number."""
    query = select(CourseSession).where(CourseSession.course_id == course_id)
    return session.scalars(query.order_by(CourseSession.number)).all()


def enrollment_row(session: Session, enrollment_id: EnrollmentId) -> Enrollment:
    """Return an application to a course that may still be changed, or refuse."""
    row = session.get(Enrollment, enrollment_id)
    if row is None:
        raise Refusal("この申込は見つかりません。一覧から選び直してください。")
    running_course(session, CourseId(row.course_id))
    return row


def enrollments_of(
    session: Session, course_id: int, chosen: Collection[EnrollmentId]
) -> dict[EnrollmentId, Enrollment]:
    """Return the chosen applications of one course, or refuse if one is not of it."""
    of = {"course": course_id, "chosen": list(chosen)}
    rows = {EnrollmentId(row.id): row for row in session.scalars(_CHOSEN, of)}
    if len(rows) < len(set(chosen)):
        raise Refusal("この講座の申込ではないものが含まれています。一覧を開き直してください。")
    return rows


def in_kana_order(session: Session, rows: Collection[Enrollment]) -> list[Enrollment]:
    """Return applications in 五十音 order of their people; those without a reading come last."""
    query = (
        select(Person.id)
        .where(Person.id.in_([row.person_id for row in rows]))
        .order_by(Person.sort_key == "", Person.sort_key, Person.id)
    )
    place = {key: position for position, key in enumerate(session.scalars(query))}
    return sorted(rows, key=lambda row: place[row.person_id])


def name_of(session: Session, enrollment: Enrollment) -> str:
    """Return the name to use in a sentence about an applicant."""
    person = session.get_one(Person, enrollment.person_id)
    return "　".join(part for part in (person.family_name, person.given_name) if part)


def refuse_binned(session: Session, rows: Collection[Enrollment]) -> None:
    """Refuse to give a place, or a turn, to somebody who is in the bin of the contacts."""
    query = select(Person.id).where(
        Person.id.in_([row.person_id for row in rows]), Person.deleted_at.is_not(None)
    )
    binned = set(session.scalars(query))
    names = [f"{name_of(session, row)}さん" for row in rows if row.person_id in binned]
    if names:
        raise Refusal(
            f"{'、'.join(names)}は連絡先のごみ箱にあります。"
            "先に「連絡先」で「ごみ箱から戻す」を押してください。"
        )


def is_certified(session: Session, row: Enrollment) -> bool:
    """Return whether a certificate was given out for an application."""
    query = select(Certificate.id).where(Certificate.enrollment_id == row.id)
    return session.scalars(query).first() is not None


def free_places(session: Session, course: Course) -> int:
    """Return how many places are left; negative when there are more trainees than places."""
    taken = count_in(session, course.id, TAKING_A_PLACE)
    return course.capacity - taken


def count_in(session: Session, course_id: int, statuses: Collection[EnrollmentStatus]) -> int:
    """Return how many applications to a course are in one of the states."""
    query = (
        select(func.count())
        .select_from(Enrollment)
        .where(Enrollment.course_id == course_id, Enrollment.status.in_(statuses))
    )
    return session.scalars(query).one()


# Built once, because one cell of the attendance grid is marked by two of them.
_CHOSEN = select(Enrollment).where(
    Enrollment.course_id == bindparam("course"),
    Enrollment.id.in_(bindparam("chosen", expanding=True)),
)
_SESSION_AND_COURSE = (
    select(CourseSession, Course)
    .join(Course, Course.id == CourseSession.course_id)
    .where(CourseSession.id == bindparam("session"))
)


def _refuse_if_binned(course: Course) -> None:
    if course.deleted_at is not None:
        raise Refusal(
            f"「{course.title}」はごみ箱にあります。先に「ごみ箱から戻す」を押してください。"
        )


def _refuse_if_over(course: Course) -> None:
    if course.status in OVER:
        raise Refusal(
            f"「{course.title}」は{course.status.label}です。"
            "変更するときは、先に講座の「終了を取り消す」を押してください。"
        )
