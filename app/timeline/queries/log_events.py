"""What the daily log says of a timeline: the entries that name a person or an organisation.

An entry about a note of the card (連絡の記録) is left out: the note stands there itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.daily_log import queries as daily_log
from app.daily_log.log_entry import LinkKind, LogEntryId
from app.daily_log.queries import LogListing, LogRow
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner


def log_events(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    """Give the newest entries with a person or an organisation."""
    listing = LogListing(person=owner.person, organisation=owner.organisation)
    keys = [LogEntryId(key) for key in listing.keys(session)[:limit]]
    for row in daily_log.entries(session, keys):
        if all(link.kind is not LinkKind.NOTE for link in row.links):
            yield _event(row)


def _event(row: LogRow) -> Event:
    return Event(
        row.on_day,
        EventKind.LOG,
        row.title or row.content.split("\n")[0],
        row.starts_at,
        detail=row.content if row.title else "",
        word=f"日報（{row.means.label}）",
        place="log",
        target="log_entry",
        key=int(row.id),
        order=row.id,
    )
