"""Applications (受講申込): received, accepted, waiting, declined, withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.storage.base import moment
from app.training.commands.rows import (
    enrollment_row,
    enrollments_of,
    free_places,
    in_kana_order,
    is_certified,
    name_of,
    refuse_binned,
    running_course,
)
from app.training.completion import IN_PERSON, Mark
from app.training.course import (
    ApplicationDraft,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    NumberOrder,
)
from app.training.queries.people import completed_kinds
from app.training.tables import Attendance, Course, CourseKind, CourseSession, Enrollment

_TO_ACCEPT = frozenset({EnrollmentStatus.RECEIVED, EnrollmentStatus.WAITING})
_TOOK_PART = IN_PERSON | {Mark.MADE_UP}
_BEFORE_THE_COURSE = _TO_ACCEPT | {EnrollmentStatus.ACCEPTED}


def apply_for(
    session: Session,
    course_id: CourseId,
    person_id: PersonId,
    draft: ApplicationDraft,
    entry_exception: str = "",
) -> EnrollmentId:
    """Write down an application (受付) and return its key.

    Raises ``Refusal`` where the person has applied already, or has not completed the kind of
    course this one asks for and ``entry_exception`` does not say why they may come.
    """
    course = running_course(session, course_id)
    person = session.get(Person, person_id)
    if person is None or person.deleted_at is not None:
        raise Refusal("この方は連絡先にいないか、ごみ箱にあります。連絡先を確かめてください。")
    _refuse_twice(session, course, person_id)
    exception = _entry_exception(session, course, person_id, entry_exception)
    row = Enrollment(
        course_id=course_id,
        person_id=person_id,
        status=EnrollmentStatus.RECEIVED,
        status_on=draft.applied_on,
        status_reason="",
        number=None,
        waiting_order=None,
        lottery_order=None,
        walk_in=False,
        entry_exception=exception,
        **asdict(draft),
    )
    session.add(row)
    session.flush()
    return EnrollmentId(row.id)


def change_application(
    session: Session, enrollment_id: EnrollmentId, draft: ApplicationDraft
) -> None:
    """Change what the application form says; its state stays."""
    row = enrollment_row(session, enrollment_id)
    for name, value in asdict(draft).items():
        setattr(row, name, value)


def remove_application(session: Session, enrollment_id: EnrollmentId) -> None:
    """Delete an application entered by mistake, as long as no number was given for it."""
    row = enrollment_row(session, enrollment_id)
    if row.number is not None:
        raise Refusal(
            f"{name_of(session, row)}さんには受講番号が付いているため、申込を削除できません。"
            "来なくなったときは「辞退」にしてください。"
        )
    if _marked(session, row, Mark):
        raise Refusal(
            f"{name_of(session, row)}さんには出欠の記録があるため、申込を削除できません。"
            "「受講決定」にしてから「途中辞退」にしてください。"
        )
    session.delete(row)


def accept(
    session: Session,
    enrollments: Sequence[EnrollmentId],
    order: NumberOrder = NumberOrder.KANA,
    *,
    over_capacity: bool = False,
) -> None:
    """Accept applicants (受講決定), giving those who have none the next 受講番号 in ``order``.

    Raises ``Refusal`` where one cannot be accepted, or all are not within the capacity and
    ``over_capacity`` does not say that this is meant.
    """
    course, rows = _chosen(session, enrollments)
    for row in rows:
        _require(session, row, _TO_ACCEPT, "受講決定")
    _refuse_beyond(course, free_places(session, course), len(rows), over_capacity=over_capacity)
    give_places(session, in_kana_order(session, rows) if order is NumberOrder.KANA else rows)


def accept_from_waiting(
    session: Session, enrollment_id: EnrollmentId, *, over_capacity: bool = False
) -> None:
    """Give a place that has become free to somebody on the waiting list (繰り上げ)."""
    row = enrollment_row(session, enrollment_id)
    _require(session, row, {EnrollmentStatus.WAITING}, "繰り上げ")
    accept(session, [enrollment_id], over_capacity=over_capacity)


def put_on_waiting(session: Session, enrollments: Sequence[EnrollmentId]) -> None:
    """Put applicants at the end of the waiting list (キャンセル待ち), in the order given."""
    course, rows = _chosen(session, enrollments)
    for row in rows:
        _require(session, row, {EnrollmentStatus.RECEIVED}, "キャンセル待ち")
    line_up(session, course.id, rows)


def decline(session: Session, enrollment_id: EnrollmentId, reason: str = "") -> None:
    """Write down that an applicant will not come after all (辞退); a number given is not reused.

    Raises ``Refusal`` once they have attended: then it is 途中辞退.
    """
    row = enrollment_row(session, enrollment_id)
    _require(session, row, _BEFORE_THE_COURSE, "辞退")
    if _marked(session, row, _TOOK_PART):
        raise Refusal(
            f"{name_of(session, row)}さんはすでに出席しています。「途中辞退」にしてください。"
        )
    row.waiting_order = None
    _set(row, EnrollmentStatus.DECLINED, moment(session).date(), reason)


def withdraw(session: Session, enrollment_id: EnrollmentId, on: date, reason: str = "") -> None:
    """Write down that a trainee left during the course (途中辞退) on a day.

    Absences already written down for sessions after that day go: the trainee is struck out
    there.  Raises ``Refusal`` where one of those sessions was attended.
    """
    row = enrollment_row(session, enrollment_id)
    _require(session, row, {EnrollmentStatus.ACCEPTED}, "途中辞退")
    if on < row.applied_on:
        text = "途中辞退の日が申込日より前になっています。"
        raise Refusal(text, {"on": text})
    if is_certified(session, row):
        raise Refusal(
            f"{name_of(session, row)}さんには修了証書を交付しているため、途中辞退にできません。"
        )
    _leave_sessions_after(session, row, on)
    _set(row, EnrollmentStatus.WITHDREW, on, reason)


def reinstate(
    session: Session, enrollment_id: EnrollmentId, *, over_capacity: bool = False
) -> None:
    """Take back a 辞退 (to 受付) or a 途中辞退 (to 受講決定, with the old number)."""
    row = enrollment_row(session, enrollment_id)
    today = moment(session).date()
    if row.status is EnrollmentStatus.DECLINED:
        _set(row, EnrollmentStatus.RECEIVED, today, "")
        return
    _require(session, row, {EnrollmentStatus.WITHDREW}, "取り消し")
    refuse_binned(session, [row])
    course = session.get_one(Course, row.course_id)
    _refuse_beyond(course, free_places(session, course), 1, over_capacity=over_capacity)
    _set(row, EnrollmentStatus.ACCEPTED, today, "")


def give_places(session: Session, rows: Sequence[Enrollment]) -> None:
    """Accept applicants of one course in the order given, numbering those without a number."""
    if not rows:
        return
    highest = select(func.max(Enrollment.number)).where(Enrollment.course_id == rows[0].course_id)
    number = session.scalars(highest).one() or 0
    for row in rows:
        if row.number is None:
            number += 1
            row.number = number
        row.waiting_order = None
        _set(row, EnrollmentStatus.ACCEPTED, moment(session).date(), "")


def line_up(session: Session, course_id: int, rows: Sequence[Enrollment]) -> None:
    """Put applicants at the end of a course's waiting list in the order given."""
    last = select(func.max(Enrollment.waiting_order)).where(Enrollment.course_id == course_id)
    position = session.scalars(last).one() or 0
    for offset, row in enumerate(rows, start=1):
        row.waiting_order = position + offset
        _set(row, EnrollmentStatus.WAITING, moment(session).date(), "")


def _chosen(
    session: Session, enrollments: Sequence[EnrollmentId]
) -> tuple[Course, list[Enrollment]]:
    """Return the applications in the order given, and the one course they belong to."""
    if not enrollments:
        raise Refusal("申込者を選んでください。")
    first = enrollment_row(session, enrollments[0])
    rows = enrollments_of(session, first.course_id, enrollments)
    refuse_binned(session, rows.values())
    course = session.get_one(Course, first.course_id)
    return course, [rows[key] for key in dict.fromkeys(enrollments)]


def _require(
    session: Session,
    row: Enrollment,
    allowed: frozenset[EnrollmentStatus] | set[EnrollmentStatus],
    what: str,
) -> None:
    if row.status not in allowed:
        raise Refusal(
            f"{name_of(session, row)}さんは今「{row.status.label}」のため、{what}にできません。"
        )


def _refuse_beyond(course: Course, free: int, wanted: int, *, over_capacity: bool) -> None:
    if wanted > free and not over_capacity:
        total = course.capacity - free + wanted
        raise Refusal(
            f"定員{course.capacity}名に対して受講者が{total}名になります。"
            "人数を減らすか、「定員を超えて受け入れる」を選んでください。"
        )


def _refuse_twice(session: Session, course: Course, person_id: PersonId) -> None:
    query = select(Enrollment).where(
        Enrollment.course_id == course.id, Enrollment.person_id == person_id
    )
    row = session.scalars(query).one_or_none()
    if row is not None:
        raise Refusal(
            f"{name_of(session, row)}さんは、この講座にすでに申し込んでいます"
            f"（今は「{row.status.label}」）。"
        )


def _entry_exception(session: Session, course: Course, person_id: PersonId, reason: str) -> str:
    """Return the reason to record, or refuse where one is needed and missing."""
    if course.requires_kind_id is None:
        return ""
    if course.requires_kind_id in completed_kinds(session, person_id):
        return ""
    if reason.strip():
        return reason.strip()
    kind = session.get_one(CourseKind, course.requires_kind_id)
    text = (
        f"この講座は{kind.name}を修了した方が対象です。"
        "特に受講を認めるときは、その理由を入力してください。"
    )
    raise Refusal(text, {"entry_exception": text})


def _marked(session: Session, row: Enrollment, marks: Iterable[Mark]) -> bool:
    query = select(Attendance.id).where(
        Attendance.enrollment_id == row.id, Attendance.mark.in_(marks)
    )
    return session.scalars(query).first() is not None


def _leave_sessions_after(session: Session, row: Enrollment, on: date) -> None:
    query = (
        select(Attendance, CourseSession)
        .join(CourseSession, CourseSession.id == Attendance.session_id)
        .where(Attendance.enrollment_id == row.id)
        .where(or_(CourseSession.held_on.is_(None), CourseSession.held_on > on))
        .order_by(CourseSession.number)
    )
    for mark, held in session.execute(query).all():
        if mark.mark in IN_PERSON and held.held_on is not None:
            text = f"途中辞退の日のあとの第{held.number}回に出席しています。日を確かめてください。"
            raise Refusal(text, {"on": text})
        if mark.mark not in _TOOK_PART:
            session.delete(mark)


def _set(row: Enrollment, status: EnrollmentStatus, on: date, reason: str) -> None:
    row.status = status
    row.status_on = on
    row.status_reason = reason.strip()
