"""The kinds, and the card of one course with its sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.training.completion import SessionId
from app.training.course import (
    CourseDraft,
    CourseId,
    KindDraft,
    SessionDraft,
    SessionStatus,
    default_title,
)
from app.training.queries.courses import Counts, counts
from app.training.scheduling import day_note
from app.training.tables import Course, CourseKind, CourseSession


@dataclass(frozen=True, slots=True)
class Kind:
    """A course kind and the defaults its courses begin with."""

    id: int
    draft: KindDraft


@dataclass(frozen=True, slots=True)
class SessionCard:
    """One session, as its form shows it."""

    id: SessionId
    draft: SessionDraft
    status: SessionStatus
    change_reason: str
    first_planned_on: date | None
    day_note: str

    @property
    def number(self) -> int:
        return self.draft.number

    @property
    def label(self) -> str:
        return f"第{self.draft.number}回"


@dataclass(frozen=True, slots=True)
class CourseCard:
    """One course with its sessions; ``draft`` is what the edit form shows."""

    id: CourseId
    kind: str
    requires: str
    draft: CourseDraft
    lottery_seed: int | None
    lottery_on: date | None
    deleted_at: datetime | None
    sessions: tuple[SessionCard, ...]
    counts: Counts

    @property
    def year(self) -> FiscalYear:
        return FiscalYear(self.draft.fiscal_year)


def kinds(session: Session) -> tuple[Kind, ...]:
    """Return the course kinds in their order."""
    rows = session.scalars(select(CourseKind).order_by(CourseKind.position, CourseKind.id))
    return tuple(
        Kind(row.id, KindDraft(**{name: getattr(row, name) for name in _KIND_FIELDS}))
        for row in rows
    )


def draft_for(session: Session, kind_id: int, year: FiscalYear) -> CourseDraft:
    """Return a new course of a kind with all its defaults filled in, for the form."""
    kind = session.get(CourseKind, kind_id)
    if kind is None:
        raise Refusal("研修の種別を選んでください。")
    term = next_term(session, kind_id, year.start)
    return CourseDraft(
        kind_id=kind_id,
        fiscal_year=year.start,
        term=term,
        title=default_title(year.start, kind.title, term),
        capacity=kind.capacity,
        planned_sessions=kind.sessions,
        minimum_attended=kind.minimum_attended,
        make_up_allowed=kind.make_up_allowed,
        excused_counts=kind.excused_counts,
        requires_kind_id=kind.requires_kind_id,
    )


def next_term(session: Session, kind_id: int, fiscal_year: int) -> int:
    """Return the first クール number after those a kind already has in a year."""
    query = select(func.max(Course.term)).where(
        Course.kind_id == kind_id,
        Course.fiscal_year == fiscal_year,
        Course.deleted_at.is_(None),
    )
    return (session.scalars(query).one() or 0) + 1


def course(session: Session, course_id: CourseId) -> CourseCard:
    """Return the card of a course, also of one in the bin; refuse where there is none."""
    row = session.get(Course, course_id)
    if row is None:
        raise Refusal("この講座は見つかりません。一覧から選び直してください。")
    requires = session.get(CourseKind, row.requires_kind_id) if row.requires_kind_id else None
    return CourseCard(
        id=CourseId(row.id),
        kind=session.get_one(CourseKind, row.kind_id).name,
        requires=requires.name if requires else "",
        draft=CourseDraft(**{name: getattr(row, name) for name in _COURSE_FIELDS}),
        lottery_seed=row.lottery_seed,
        lottery_on=row.lottery_on,
        deleted_at=row.deleted_at,
        sessions=sessions(session, course_id),
        counts=counts(session, course_id),
    )


def course_of(session: Session, session_id: SessionId) -> CourseId:
    """Return the course a session belongs to; refuse where there is no such session."""
    row = session.get(CourseSession, session_id)
    if row is None:
        raise Refusal("この回は見つかりません。講座を開き直してください。")
    return CourseId(row.course_id)


def sessions(session: Session, course_id: CourseId) -> tuple[SessionCard, ...]:
    """Return a course's sessions by number."""
    query = select(CourseSession).where(CourseSession.course_id == course_id)
    return tuple(_card(row) for row in session.scalars(query.order_by(CourseSession.number)))


_KIND_FIELDS = tuple(KindDraft.__dataclass_fields__)
_COURSE_FIELDS = tuple(CourseDraft.__dataclass_fields__)
_SESSION_FIELDS = tuple(SessionDraft.__dataclass_fields__)


def _card(row: CourseSession) -> SessionCard:
    return SessionCard(
        id=SessionId(row.id),
        draft=SessionDraft(**{name: getattr(row, name) for name in _SESSION_FIELDS}),
        status=row.status,
        change_reason=row.change_reason,
        first_planned_on=row.first_planned_on,
        day_note=day_note(row.held_on) if row.held_on else "",
    )
