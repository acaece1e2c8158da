"""What the last entries said, for one that is begun."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Session

from app.daily_log import queries
from app.daily_log.log_entry import LogEntryDraft, LogEntryId


def last_end_of(session: Session, day: date) -> time | None:
    """Return when the last entry of a day ended, or nothing."""
    keys = queries.LogListing(first=day, last=day).keys(session)
    rows = queries.entries(session, [LogEntryId(key) for key in keys])
    return max((row.ends_at for row in rows if row.ends_at is not None), default=None)


def latest_draft(
    session: Session, duty: int | None, kind: int | None, title: str
) -> LogEntryDraft | None:
    """Return the latest entry with this duty, kind and text, as far as each is said."""
    listing = queries.LogListing(text=title, duty_id=duty, kind_id=kind)
    key = session.scalars(listing.select_keys().limit(1)).first()
    return None if key is None else queries.entry_card(session, LogEntryId(key)).draft
