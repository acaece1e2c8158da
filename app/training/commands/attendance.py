"""Marking attendance (出欠), absences told ahead and make-ups (補講).

Marking reads only the rows of the trainees it marks: one cell is one small operation.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.storage.base import moment
from app.training.commands.rows import enrollments_of, name_of, session_row
from app.training.completion import IN_PERSON, Mark, SessionId
from app.training.course import (
    ON_ROLL,
    TAKING_A_PLACE,
    EnrollmentId,
    EnrollmentStatus,
    SessionStatus,
)
from app.training.tables import Attendance, Course, CourseSession, Enrollment

_AWAY = frozenset({Mark.ABSENT, Mark.EXCUSED})
_WITH_REASON = frozenset({Mark.ABSENT, Mark.EXCUSED, Mark.LATE, Mark.LEFT_EARLY})


def mark_attendance(
    session: Session, session_id: SessionId, marks: Mapping[EnrollmentId, Mark]
) -> None:
    """Set the marks of one session's trainees, replacing any they had.

    A reason stays while the new mark can have one; a mark told ahead stays told ahead while
    the trainee is still away.  Raises ``Refusal`` for a session called off, for somebody who
    is not a trainee or had left by then, and for 補講, which ``make_up`` records.
    """
    held = markable(session, session_id)
    if Mark.MADE_UP in marks.values():
        raise Refusal("補講は「補講」（M）を押して、いつ補ったかと確認者を入力してください。")
    enrollments = _trainees(session, held, marks.keys())
    known = _known(session, held, enrollments)
    for key, mark in marks.items():
        row = known.get(key) or _new(session, key, session_id, mark)
        row.mark = mark
        row.planned = row.planned and mark in _AWAY
        row.reason = row.reason if mark in _WITH_REASON else ""
        _forget_make_up(row)


def mark_all_present(session: Session, session_id: SessionId) -> int:
    """Mark everyone present who is blank, and return how many that were.

    Marks already there (absences told ahead, too) and those who left are not touched.
    """
    held = markable(session, session_id)
    marked = select(Attendance.enrollment_id).where(Attendance.session_id == held.id)
    query = select(Enrollment.id).where(
        Enrollment.course_id == held.course_id,
        Enrollment.status.in_(TAKING_A_PLACE),
        Enrollment.id.not_in(marked),
    )
    blank = session.scalars(query).all()
    for key in blank:
        _new(session, EnrollmentId(key), session_id, Mark.PRESENT)
    return len(blank)


def clear_mark(session: Session, session_id: SessionId, enrollment_id: EnrollmentId) -> None:
    """Make a cell blank again."""
    session.delete(_mark_row(session, session_id, enrollment_id))


def set_reason(
    session: Session, session_id: SessionId, enrollment_id: EnrollmentId, reason: str
) -> None:
    """Write why somebody was away, late or left early."""
    row = _mark_row(session, session_id, enrollment_id)
    if row.mark not in _WITH_REASON:
        raise Refusal(f"「{row.mark.label}」には理由を付けられません。")
    row.reason = reason.strip()


def plan_absence(
    session: Session,
    enrollment_id: EnrollmentId,
    session_id: SessionId,
    mark: Mark = Mark.ABSENT,
    reason: str = "",
) -> None:
    """Write down an absence told ahead (事前連絡): 欠席 or 公欠, with its reason.

    Raises ``Refusal`` where the trainee is already marked as having come.
    """
    held = markable(session, session_id)
    if mark not in _AWAY:
        raise Refusal("事前連絡は「欠席」か「公欠」で記録してください。")
    enrollments = _trainees(session, held, {enrollment_id})
    row = _known(session, held, enrollments).get(enrollment_id)
    if row is not None and row.mark not in _AWAY:
        name = name_of(session, enrollments[enrollment_id])
        raise Refusal(f"{name}さんの第{held.number}回は、すでに「{row.mark.label}」です。")
    row = row or _new(session, enrollment_id, session_id, mark)
    row.mark = mark
    row.planned = True
    row.reason = reason.strip()


def make_up(
    session: Session,
    enrollment_id: EnrollmentId,
    session_id: SessionId,
    *,
    confirmed_by: str,
    made_up_in: SessionId | None = None,
    made_up_on: date | None = None,
    note: str = "",
) -> None:
    """Record that a missed session was made up (補講), in another session or on a day.

    Another session may be of any course (the other クール).  Raises ``Refusal`` with a sentence
    per field.
    """
    held = markable(session, session_id)
    enrollments = _trainees(session, held, {enrollment_id})
    course = session.get_one(Course, held.course_id)
    if not course.make_up_allowed:
        raise Refusal(
            "この講座は補講を認めない設定です。認めるときは講座の修了要件を変えてください。"
        )
    day = _made_up_day(session, session_id, made_up_in, made_up_on)
    _check_make_up(session, day, confirmed_by)
    row = _known(session, held, enrollments).get(enrollment_id)
    if row is not None and row.mark in IN_PERSON:
        raise Refusal(f"第{held.number}回には出席しているため、補講は記録できません。")
    row = row or _new(session, enrollment_id, session_id, Mark.MADE_UP)
    row.mark = Mark.MADE_UP
    row.planned = False
    row.made_up_in_id = made_up_in
    row.made_up_on = day
    row.confirmed_by = confirmed_by.strip()
    row.note = note.strip()


def markable(session: Session, session_id: SessionId) -> CourseSession:
    """Return a session whose attendance may be taken, or refuse."""
    row = session_row(session, session_id)
    if row.status is SessionStatus.CANCELLED:
        raise Refusal(f"第{row.number}回は中止のため、出欠を記録できません。")
    return row


def _trainees(
    session: Session, held: CourseSession, chosen: Collection[EnrollmentId]
) -> dict[EnrollmentId, Enrollment]:
    """Return the chosen trainees, or refuse where one is not, or had left before the session."""
    rows = enrollments_of(session, held.course_id, chosen)
    for row in rows.values():
        if row.status not in ON_ROLL:
            raise Refusal(
                f"{name_of(session, row)}さんは「{row.status.label}」のため、出欠を記録できません。"
            )
        left = row.status is EnrollmentStatus.WITHDREW
        if left and held.held_on is not None and held.held_on > row.status_on:
            raise Refusal(
                f"{name_of(session, row)}さんは第{held.number}回より前に途中辞退しています。"
            )
    return rows


def _known(
    session: Session, held: CourseSession, chosen: Collection[EnrollmentId]
) -> dict[EnrollmentId, Attendance]:
    of = {"session": held.id, "chosen": list(chosen)}
    return {EnrollmentId(row.enrollment_id): row for row in session.scalars(_KNOWN, of)}


_KNOWN = select(Attendance).where(
    Attendance.session_id == bindparam("session"),
    Attendance.enrollment_id.in_(bindparam("chosen", expanding=True)),
)


def _mark_row(session: Session, session_id: SessionId, enrollment_id: EnrollmentId) -> Attendance:
    held = markable(session, session_id)
    row = _known(session, held, {enrollment_id}).get(enrollment_id)
    if row is None:
        raise Refusal("この欄にはまだ出欠が入力されていません。")
    return row


def _new(
    session: Session, enrollment_id: EnrollmentId, session_id: SessionId, mark: Mark
) -> Attendance:
    row = Attendance(
        enrollment_id=enrollment_id,
        session_id=session_id,
        mark=mark,
        planned=False,
        reason="",
        made_up_in_id=None,
        made_up_on=None,
        confirmed_by="",
        note="",
    )
    session.add(row)
    return row


def _forget_make_up(row: Attendance) -> None:
    row.made_up_in_id = None
    row.made_up_on = None
    row.confirmed_by = ""


def _made_up_day(
    session: Session, missed: SessionId, made_up_in: SessionId | None, made_up_on: date | None
) -> date | None:
    """Return the day of a make-up, taken from the session it was made up in where given."""
    if made_up_in is None:
        return made_up_on
    other = session.get(CourseSession, made_up_in)
    if other is None or other.id == missed or other.status is SessionStatus.CANCELLED:
        text = "補った回を選び直してください（同じ回や中止の回は選べません）。"
        raise Refusal(text, {"made_up_in": text})
    return made_up_on or other.held_on


def _check_make_up(session: Session, day: date | None, confirmed_by: str) -> None:
    problems = {}
    if day is None:
        problems["made_up_on"] = "補講の日か、補った回を入力してください。"
    elif day > moment(session).date():
        problems["made_up_on"] = "補講の日が先の日付です。終わってから記録してください。"
    if not confirmed_by.strip():
        problems["confirmed_by"] = "補講を確認した人の名前を入力してください。"
    if problems:
        raise Refusal("補講を記録できません。" + "".join(problems.values()), problems)
