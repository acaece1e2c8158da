"""Planning, changing, postponing, cancelling and closing the sessions (回) of a course."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, time

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.storage.base import moment
from app.storage.erasing import count_referring
from app.training.checks import session_problems
from app.training.commands.rows import running_course, session_row, sessions_of
from app.training.completion import IN_PERSON, SessionId
from app.training.course import (
    NOT_YET_STARTED,
    TAKING_A_PLACE,
    CourseId,
    CourseStatus,
    SessionDraft,
    SessionStatus,
)
from app.training.tables import Attendance, Course, CourseSession, Enrollment

_AHEAD = frozenset({SessionStatus.PLANNED, SessionStatus.POSTPONED})


def plan_sessions(
    session: Session,
    course_id: CourseId,
    days: Sequence[date],
    starts_at: time | None = None,
    ends_at: time | None = None,
) -> None:
    """Give the sessions still ahead their days, in order; times only where they are given.

    Raises ``Refusal`` where there are more days than sessions, or the days run backwards.
    """
    course = running_course(session, course_id)
    ahead = [row for row in sessions_of(session, course.id) if row.status in _AHEAD]
    if len(days) > len(ahead):
        raise Refusal(f"これからの回は{len(ahead)}回です。日程が{len(days)}日分あります。")
    if list(days) != sorted(days):
        raise Refusal("日程が前後しています。早い日から順に並べてください。")
    for row, day in zip(ahead, days, strict=False):
        row.held_on = day
        row.starts_at = starts_at or row.starts_at
        row.ends_at = ends_at or row.ends_at


def change_session(session: Session, session_id: SessionId, draft: SessionDraft) -> None:
    """Change what the form says about a session; its number stays.

    Raises ``Refusal`` with a sentence per field.
    """
    row = session_row(session, session_id)
    _check(draft)
    if row.status is SessionStatus.HELD:
        _check_day_held(session, row, draft.held_on)
    for name, value in _columns(draft).items():
        setattr(row, name, value)


def add_session(session: Session, course_id: CourseId, draft: SessionDraft) -> SessionId:
    """Add a session at the end, whatever number the draft has, and return its key."""
    course = running_course(session, course_id)
    _check(draft)
    last = max((row.number for row in sessions_of(session, course.id)), default=0)
    row = _new(course.id, last + 1, draft)
    session.add(row)
    course.planned_sessions += 1
    session.flush()
    return SessionId(row.id)


def remove_session(session: Session, session_id: SessionId) -> None:
    """Take a session away on which nothing hangs, and close the gap in the numbers."""
    row = session_row(session, session_id)
    course = session.get_one(Course, row.course_id)
    if course.planned_sessions == 1:
        raise Refusal("回は1回以上必要です。開かなくなったときは「中止」にしてください。")
    later = [one for one in sessions_of(session, course.id) if one.number > row.number]
    trim_sessions(session, [row])
    for one in later:
        one.number -= 1
        session.flush()  # one by one: two sessions never have the same number
    course.planned_sessions -= 1
    course.minimum_attended = min(course.minimum_attended, course.planned_sessions)


def postpone_session(
    session: Session, session_id: SessionId, new_day: date | None, reason: str
) -> None:
    """Move a session to another day (延期), or to one not yet known; say why (大雪 …)."""
    row = session_row(session, session_id)
    _refuse_if_over(session, row, "延期")
    if new_day is not None and new_day == row.held_on:
        text = "元の期日と同じ日です。新しい期日を入力してください。"
        raise Refusal(text, {"held_on": text})
    row.first_planned_on = row.first_planned_on or row.held_on
    row.held_on = new_day
    row.status = SessionStatus.POSTPONED
    row.change_reason = _reason(reason, "延期")


def cancel_session(session: Session, session_id: SessionId, reason: str) -> None:
    """Call a session off (中止): it asks nothing of anybody any more."""
    row = session_row(session, session_id)
    _refuse_if_over(session, row, "中止")
    row.status = SessionStatus.CANCELLED
    row.change_reason = _reason(reason, "中止")


def restore_session(session: Session, session_id: SessionId) -> None:
    """Take back a holding, a cancellation or a postponement (back to the first day)."""
    row = session_row(session, session_id)
    if row.status is SessionStatus.PLANNED:
        raise Refusal(f"第{row.number}回は予定どおりです。")
    if row.status is SessionStatus.POSTPONED:
        row.held_on = row.first_planned_on
        row.first_planned_on = None
    moved = row.first_planned_on is not None
    row.status = SessionStatus.POSTPONED if moved else SessionStatus.PLANNED
    if not moved:
        row.change_reason = ""


def hold_session(session: Session, session_id: SessionId, *, leave_blanks: bool = False) -> None:
    """Say that a session took place (実施); the course is then running.

    Raises ``Refusal`` while trainees have no mark, unless ``leave_blanks``: they then count as
    absent.
    """
    row = session_row(session, session_id)
    if row.status is SessionStatus.CANCELLED:
        raise Refusal(
            f"第{row.number}回は中止です。実施したときは、先に日程の「予定に戻す」を押してください。"
        )
    _check_day_held(session, row, row.held_on)
    blanks = len(_expected(session, row.course_id) - _marked(session, row.id))
    if blanks and not leave_blanks:
        raise Refusal(
            f"第{row.number}回は{blanks}名の出欠がまだ入力されていません。"
            "入力するか、「空欄のまま実施にする」を選んでください（空欄は欠席として数えます）。"
        )
    row.status = SessionStatus.HELD
    course = session.get_one(Course, row.course_id)
    if course.status in NOT_YET_STARTED:
        course.status = CourseStatus.RUNNING


def make_sessions(session: Session, course_id: int, first: int, last: int) -> None:
    """Add empty sessions with the numbers ``first`` to ``last``."""
    for number in range(first, last + 1):
        session.add(_new(course_id, number, SessionDraft(number)))


def copy_sessions(session: Session, source_id: int, target_id: int) -> None:
    """Copy what a course's sessions are about, without their days and what became of them."""
    for row in sessions_of(session, source_id):
        fields = {name: getattr(row, name) for name in SessionDraft.__dataclass_fields__}
        draft = SessionDraft(**fields | {"held_on": None, "note": ""})
        session.add(_new(target_id, row.number, draft))


def trim_sessions(session: Session, rows: Sequence[CourseSession]) -> None:
    """Delete sessions, or refuse where attendance or the log tells of one, or it was held."""
    for row in rows:
        used = count_referring(session, CourseSession.__tablename__, row.id)
        if used or row.status is SessionStatus.HELD:
            raise Refusal(
                f"第{row.number}回には出欠や日報などの記録があるため、削除できません。"
                "開かなくなったときは「中止」にしてください。"
            )
        session.delete(row)
    session.flush()


def _new(course_id: int, number: int, draft: SessionDraft) -> CourseSession:
    return CourseSession(
        course_id=course_id,
        number=number,
        status=SessionStatus.PLANNED,
        change_reason="",
        first_planned_on=None,
        **_columns(draft),
    )


def _columns(draft: SessionDraft) -> dict[str, object]:
    columns = asdict(draft)
    del columns["number"]
    return columns


def _check(draft: SessionDraft) -> None:
    problems = session_problems(draft)
    if problems:
        raise Refusal("回を保存できません。" + "".join(problems.values()), problems)


def _check_day_held(session: Session, row: CourseSession, day: date | None) -> None:
    """Refuse a session that took place on no day, or on one that has not come."""
    if day is None:
        text = f"第{row.number}回の期日を入力してください。"
        raise Refusal(text, {"held_on": text})
    if day > moment(session).date():
        text = f"第{row.number}回の期日はまだ来ていません。期日を確かめてください。"
        raise Refusal(text, {"held_on": text})


def _reason(reason: str, what: str) -> str:
    if not reason.strip():
        text = f"{what}の理由を入力してください（例: 大雪のため）。"
        raise Refusal(text, {"reason": text})
    return reason.strip()


def _refuse_if_over(session: Session, row: CourseSession, what: str) -> None:
    """Refuse to move or cancel what has already taken place."""
    if row.status is SessionStatus.CANCELLED:
        raise Refusal(f"第{row.number}回はすでに中止です。")
    came = session.scalars(
        select(func.count())
        .select_from(Attendance)
        .where(
            or_(
                and_(Attendance.session_id == row.id, Attendance.mark.in_(IN_PERSON)),
                Attendance.made_up_in_id == row.id,
            )
        )
    ).one()
    if came or row.status is SessionStatus.HELD:
        raise Refusal(
            f"第{row.number}回はすでに実施したか、出席の記録があるため、{what}にできません。"
        )


def _expected(session: Session, course_id: int) -> set[int]:
    query = select(Enrollment.id).where(
        Enrollment.course_id == course_id, Enrollment.status.in_(TAKING_A_PLACE)
    )
    return set(session.scalars(query))


def _marked(session: Session, session_id: int) -> set[int]:
    query = select(Attendance.enrollment_id).where(Attendance.session_id == session_id)
    return set(session.scalars(query))
