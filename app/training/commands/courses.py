"""Opening, changing, copying, closing and binning a course."""

from __future__ import annotations

from dataclasses import asdict, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.storage.base import moment
from app.training.checks import course_problems
from app.training.commands.rows import (
    count_in,
    course_row,
    kind_row,
    running_course,
    sessions_of,
)
from app.training.commands.sessions import (
    copy_sessions,
    make_sessions,
    trim_sessions,
)
from app.training.course import (
    OVER,
    CourseDraft,
    CourseId,
    CourseStatus,
    EnrollmentStatus,
    SessionStatus,
    default_title,
)
from app.training.queries.course_card import next_term
from app.training.tables import Course, CourseKind


def open_course(session: Session, draft: CourseDraft) -> CourseId:
    """Create a course with its planned sessions; what the draft leaves blank is the kind's.

    Raises ``Refusal`` with a sentence per field, also where the kind already has a course of
    that year and term (クール).
    """
    kind = kind_row(session, draft.kind_id)
    filled = _filled(draft, kind)
    if filled.requires_kind_id is None:
        filled = replace(filled, requires_kind_id=kind.requires_kind_id)
    _check(session, filled, None)
    course = Course(**asdict(filled), lottery_seed=None, lottery_on=None, deleted_at=None)
    session.add(course)
    session.flush()
    make_sessions(session, course.id, 1, course.planned_sessions)
    return CourseId(course.id)


def change_course(session: Session, course_id: CourseId, draft: CourseDraft) -> None:
    """Change a course; more planned sessions are added, fewer taken away if nothing hangs on them.

    Raises ``Refusal`` with a sentence per field.
    """
    course = running_course(session, course_id)
    filled = _filled(draft, kind_row(session, draft.kind_id))
    _check(session, filled, course)
    planned = filled.planned_sessions or 0
    existing = sessions_of(session, course.id)
    if planned > len(existing):
        make_sessions(session, course.id, len(existing) + 1, planned)
    elif planned < len(existing):
        trim_sessions(session, existing[planned:])
    for name, value in asdict(filled).items():
        setattr(course, name, value)


def copy_course(
    session: Session, source_id: CourseId, fiscal_year: int, term: int | None = None
) -> CourseId:
    """Make next year's course from an earlier one: its plan and themes, none of its days.

    ``term`` is the next free one where it is not given.
    """
    source = course_row(session, source_id)
    new_term = term or next_term(session, source.kind_id, fiscal_year)
    copied = Course(**{name: getattr(source, name) for name in _COPIED})
    copied.fiscal_year = fiscal_year
    copied.term = new_term
    copied.title = _title_for(session, source, fiscal_year, new_term)
    copied.status = CourseStatus.PLANNING
    copied.recruit_from = copied.recruit_to = None
    copied.outcome = copied.improvement = copied.note = ""
    copied.lottery_seed = copied.lottery_on = copied.deleted_at = None
    _check_term(session, copied.kind_id, fiscal_year, new_term, None)
    session.add(copied)
    session.flush()
    copy_sessions(session, source.id, copied.id)
    return CourseId(copied.id)


def bin_course(session: Session, course_id: CourseId) -> None:
    """Put a course into the bin, with all that belongs to it."""
    course_row(session, course_id).deleted_at = moment(session)


def restore_course(session: Session, course_id: CourseId) -> None:
    """Take a course back out of the bin, unless another has taken its place."""
    course = session.get(Course, course_id)
    if course is None or course.deleted_at is None:
        raise Refusal("この講座はごみ箱にありません。")
    _check_term(session, course.kind_id, course.fiscal_year, course.term, course.id)
    course.deleted_at = None


def finish_course(session: Session, course_id: CourseId) -> None:
    """Close a course (終了): every session is over and every trainee's completion decided."""
    course = running_course(session, course_id)
    ahead = [
        row.number
        for row in sessions_of(session, course.id)
        if row.status not in {SessionStatus.HELD, SessionStatus.CANCELLED}
    ]
    if ahead:
        numbers = "・".join(f"第{number}回" for number in ahead)
        raise Refusal(f"{numbers}がまだ「実施」になっていません。実施か中止にしてください。")
    undecided = count_in(session, course.id, {EnrollmentStatus.ACCEPTED})
    if undecided:
        raise Refusal(
            f"修了が決まっていない受講者が{undecided}名います。先に「修了を確定」を押してください。"
        )
    course.status = CourseStatus.FINISHED


def mark_reported(session: Session, course_id: CourseId) -> None:
    """Say that the report on a finished course went to the city (報告済)."""
    course = course_row(session, course_id)
    if course.status is not CourseStatus.FINISHED:
        raise Refusal("終了した講座だけを「報告済」にできます。")
    course.status = CourseStatus.REPORTED


def reopen(session: Session, course_id: CourseId) -> None:
    """Make a finished course changeable again; decisions and certificates stay."""
    course = course_row(session, course_id)
    if course.status not in OVER:
        raise Refusal("この講座は終了していません。")
    course.status = CourseStatus.RUNNING


_COPIED = tuple(column.name for column in Course.__table__.columns if column.name != "id")


def _filled(draft: CourseDraft, kind: CourseKind) -> CourseDraft:
    def own(value: int | None, default: int) -> int:
        return default if value is None else value

    title = draft.title.strip()
    return replace(
        draft,
        title=title or default_title(draft.fiscal_year, kind.title, draft.term),
        capacity=own(draft.capacity, kind.capacity),
        planned_sessions=own(draft.planned_sessions, kind.sessions),
        minimum_attended=own(draft.minimum_attended, kind.minimum_attended),
        make_up_allowed=bool(own(draft.make_up_allowed, kind.make_up_allowed)),
        excused_counts=bool(own(draft.excused_counts, kind.excused_counts)),
    )


def _title_for(session: Session, source: Course, fiscal_year: int, term: int) -> str:
    """Return the title a copy gets: the default where the source had it, else its own words."""
    title = kind_row(session, source.kind_id).title
    if source.title == default_title(source.fiscal_year, title, source.term):
        return default_title(fiscal_year, title, term)
    return source.title.replace(str(FiscalYear(source.fiscal_year)), str(FiscalYear(fiscal_year)))


def _check(session: Session, draft: CourseDraft, course: Course | None) -> None:
    problems = course_problems(draft)
    required = draft.requires_kind_id
    if required is not None and session.get(CourseKind, required) is None:
        problems["requires_kind_id"] = "受講資格の種別を選び直してください。"
    if draft.status in OVER:
        problems["status"] = "終了するときは「講座を終了する」を行ってください。"
    if problems:
        raise Refusal("講座を保存できません。" + "".join(problems.values()), problems)
    own = course.id if course else None
    _check_term(session, draft.kind_id, draft.fiscal_year, draft.term, own)


def _check_term(
    session: Session, kind_id: int, fiscal_year: int, term: int, own_id: int | None
) -> None:
    query = select(Course.title).where(
        Course.kind_id == kind_id,
        Course.fiscal_year == fiscal_year,
        Course.term == term,
        Course.deleted_at.is_(None),
        Course.id != (own_id or 0),
    )
    title = session.scalars(query).first()
    if title is not None:
        year = FiscalYear(fiscal_year)
        text = f"{year}の第{term}クールには、すでに「{title}」があります。"
        raise Refusal(text, {"term": text})
