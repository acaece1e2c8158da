"""Days of the log: how many entries each has, its sheet, and what is still to follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.daily_log.log_entry import LogDayDraft, LogEntryId
from app.daily_log.queries.entries import LogRow, entries
from app.daily_log.tables import LogDay, LogEntry


def days_with_entries(session: Session, first: date, last: date) -> Mapping[date, int]:
    """Return how many entries each day of a period has, days with none left out."""
    query = (
        select(LogEntry.on_day, func.count())
        .where(LogEntry.on_day.between(first, last), LogEntry.deleted_at.is_(None))
        .group_by(LogEntry.on_day)
        .order_by(LogEntry.on_day)
    )
    return dict(session.execute(query).all())


def last_day(session: Session, until: date) -> date | None:
    """Return the newest day with an entry, up to and with this one."""
    query = select(func.max(LogEntry.on_day)).where(
        LogEntry.on_day <= until, LogEntry.deleted_at.is_(None)
    )
    return session.scalars(query).one()


def first_day(session: Session) -> date | None:
    """Return the day of the oldest entry: since when the log is kept here."""
    query = select(func.min(LogEntry.on_day)).where(LogEntry.deleted_at.is_(None))
    return session.scalars(query).one()


def log_day(session: Session, day: date) -> LogDayDraft:
    """Return what the sheet of a day says beside its entries."""
    row = session.scalars(select(LogDay).where(LogDay.on_day == day)).one_or_none()
    if row is None:
        return LogDayDraft()
    return LogDayDraft(row.weather, row.came_at, row.left_at, row.tomorrow, row.note)


def follow_ups(session: Session, until: date) -> tuple[LogRow, ...]:
    """Return the entries whose next step is due by a day and was not taken, the oldest first."""
    query = select(LogEntry.id).where(
        LogEntry.next_on <= until,
        LogEntry.next_done_on.is_(None),
        LogEntry.deleted_at.is_(None),
    )
    found = entries(session, [LogEntryId(key) for key in session.scalars(query)])
    return tuple(sorted(found, key=lambda row: (row.next_on or until, row.id)))
