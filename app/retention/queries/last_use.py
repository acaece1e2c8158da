"""When records were last used: by every day that anything which refers to them bears.

What refers to them is found by the foreign keys of the file, so a feature that comes later
counts without a word here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Date, DateTime, Select, Table, func, select
from sqlalchemy.orm import Session

from app.contacts.tables import Affiliation
from app.council.tables import Attendee, Council, CouncilMember, Meeting
from app.daily_log.tables import LogContact, LogEntry
from app.kernel.fiscal_year import FiscalYear
from app.staff.tables import StaffMember
from app.storage.base import Base
from app.storage.changes import Change, Operation
from app.storage.erasing import Reference, references
from app.supporters.registration import STANDING
from app.supporters.supporter import SupporterState
from app.supporters.tables import Supporter
from app.timeline.tables import ContactNote
from app.training.course import OVER, EnrollmentStatus
from app.training.tables import Course, CourseSession, Enrollment

_WORDS = {
    "enrollment": "研修の申込",
    "course": "研修",
    "consent": "同意",
    "contact_note": "連絡の記録",
    "supporter": "サポーターの登録",
    "affiliation": "所属・役職",
    "attachment": "添付ファイル",
    "help_request": "お手伝い希望票",
    "need": "ニーズ",
    "council_member": "協議体の委員",
    "meeting": "会議への出席",
    "log_entry": "日報",
    "staff_member": "職員の在籍",
    "change": "登録・変更",
}
_OTHER = "関係する記録"
_OF_SUPPORTER = "supporter"
"""What hangs on a registration counts for its person, under this word."""
_TRAINING = frozenset(
    {EnrollmentStatus.RECEIVED, EnrollmentStatus.ACCEPTED, EnrollmentStatus.WAITING}
)


@dataclass(frozen=True, slots=True)
class LastUse:
    """The newest day of a record, and what happened then."""

    day: date
    what: str

    @property
    def year(self) -> FiscalYear:
        return FiscalYear.of(self.day)


def last_uses(session: Session, table: str) -> dict[int, LastUse]:
    """Return when rows of ``person`` or ``organisation`` were last used, those ever used."""
    found: dict[int, LastUse] = {}
    logged = (
        select(Change.row_id, func.max(Operation.done_at))
        .join(Operation, Operation.id == Change.operation_id)
        .where(Change.table_name == table)
        .group_by(Change.row_id)
    )
    _take(found, session.execute(logged).all(), "change")
    for one in references(session):
        if one.to == table != one.table:
            _take_reference(session, found, one)
    owner = getattr(LogContact, f"{table}_id")
    entries = select(owner, func.max(LogEntry.on_day)).join(
        LogEntry, LogEntry.id == LogContact.entry_id
    )
    _take(
        found, session.execute(entries.where(owner.is_not(None)).group_by(owner)).all(), "log_entry"
    )
    if table == "person":
        _take_registrations(session, found)
        ends = (
            select(
                Enrollment.person_id,
                func.max(func.coalesce(CourseSession.held_on, Enrollment.status_on)),
            )
            .join(Course, Course.id == Enrollment.course_id)
            .outerjoin(CourseSession, CourseSession.course_id == Course.id)
            .group_by(Enrollment.person_id)
        )
        _take(found, session.execute(ends).all(), "course")
        meetings = (
            select(Attendee.person_id, func.max(Meeting.held_on))
            .join(Meeting, Meeting.id == Attendee.meeting_id)
            .group_by(Attendee.person_id)
        )
        _take(found, session.execute(meetings).all(), "meeting")
    return found


def in_use(session: Session, table: str, today: date) -> set[int]:
    """Return who is in use whatever day it was last.

    Their term, their seat on a council, their course, a promise, their registration as a
    supporter or their work in the office runs.
    """
    owner = "person_id" if table == "person" else "organisation_id"
    running = select(getattr(Affiliation, owner)).where(
        Affiliation.ends_on.is_(None) | (Affiliation.ends_on >= today)
    )
    promised = select(getattr(ContactNote, owner)).where(
        ContactNote.follow_up_on.is_not(None), ContactNote.followed_up_on.is_(None)
    )
    found = {*session.scalars(running), *session.scalars(promised)}
    if table == "person":
        training = (
            select(Enrollment.person_id)
            .join(Course, Course.id == Enrollment.course_id)
            .where(Course.status.not_in(OVER), Enrollment.status.in_(_TRAINING))
        )
        found.update(session.scalars(training))
        found.update(session.scalars(_REGISTERED))
        found.update(session.scalars(_seated(today)))
        found.update(session.scalars(_working(today)))
    return {key for key in found if key is not None}


def _seated(today: date) -> Select[int]:
    """Return the statement that gives who sits on a council, or will."""
    return (
        select(CouncilMember.person_id)
        .join(Council, Council.id == CouncilMember.council_id)
        .where(
            CouncilMember.ends_on.is_(None) | (CouncilMember.ends_on >= today),
            Council.ended_on.is_(None) | (Council.ended_on >= today),
            Council.deleted_at.is_(None),
        )
    )


def _working(today: date) -> Select[int]:
    """Return the statement that gives who works in the office, or will."""
    return select(StaffMember.person_id).where(
        StaffMember.ends_on.is_(None) | (StaffMember.ends_on >= today)
    )


_REGISTERED = select(Supporter.person_id).where(
    Supporter.state.in_(STANDING | {SupporterState.PLANNED}), Supporter.deleted_at.is_(None)
)


def _take_registrations(session: Session, found: dict[int, LastUse]) -> None:
    """Take the days of everything that hangs on a registration: states, covers, matches."""
    for one in references(session):
        table = Base.metadata.tables.get(one.table)
        if one.to != Supporter.__tablename__ or not isinstance(table, Table):
            continue
        for column in _days_of(table):
            newest = (
                select(Supporter.person_id, func.max(column))
                .join(table, table.c[one.column] == Supporter.id)
                .group_by(Supporter.person_id)
            )
            _take(found, session.execute(newest).all(), _OF_SUPPORTER)


def _days_of(table: Table) -> list[Column[Any]]:
    """Return the columns that say when something happened."""
    return [
        column
        for column in table.c
        if isinstance(column.type, Date | DateTime) and column.name != "deleted_at"
    ]


def _take_reference(session: Session, found: dict[int, LastUse], one: Reference) -> None:
    table = Base.metadata.tables.get(one.table)
    if not isinstance(table, Table):
        return
    owner = table.c[one.column]
    for column in _days_of(table):
        newest = select(owner, func.max(column)).where(owner.is_not(None)).group_by(owner)
        _take(found, session.execute(newest).all(), one.table)


def _take(found: dict[int, LastUse], rows: object, word: str) -> None:
    for key, moment in rows:  # type: ignore[attr-defined]
        if moment is None:
            continue
        day = moment.date() if isinstance(moment, datetime) else moment
        if key not in found or day > found[key].day:
            found[key] = LastUse(day, _WORDS.get(word, _OTHER))
