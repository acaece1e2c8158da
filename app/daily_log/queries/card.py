"""One entry of the daily log with everything around it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.daily_log.log_entry import Link, LogEntryDraft, LogEntryId, With
from app.daily_log.queries.entries import LogRow, care_districts, entries
from app.daily_log.queries.links import link_names, links_of
from app.daily_log.tables import LogContact, LogEntry
from app.kernel.errors import Refusal

_APART = frozenset({"contacts", "links", "care_district_id"})
_COLUMNS = tuple(field.name for field in fields(LogEntryDraft) if field.name not in _APART)


@dataclass(frozen=True, slots=True)
class LogCard:
    """An entry: ``draft`` for the form, ``row`` with its names, what it is about by name."""

    id: LogEntryId
    draft: LogEntryDraft
    row: LogRow
    links: tuple[tuple[Link, str], ...]
    deleted_at: datetime | None


def entry_card(session: Session, entry: LogEntryId) -> LogCard:
    """Return everything about an entry.  Refuses where there is none."""
    row = session.get(LogEntry, entry)
    if row is None:
        raise Refusal("この日報は削除されています。一覧から選び直してください。")
    draft = draft_of(session, row)
    names = link_names(session, draft.links)
    links = tuple((link, names[link]) for link in draft.links if link in names)
    return LogCard(entry, draft, entries(session, [entry])[0], links, row.deleted_at)


def draft_of(session: Session, row: LogEntry) -> LogEntryDraft:
    """Return an entry as the form shows it."""
    query = select(LogContact).where(LogContact.entry_id == row.id).order_by(LogContact.id)
    found = ((one.person_id, one.organisation_id) for one in session.scalars(query))
    return LogEntryDraft(
        **{name: getattr(row, name) for name in _COLUMNS},
        contacts=tuple(With(*pair) for pair in found if any(pair)),  # type: ignore[arg-type]
        links=links_of(session, [row.id]).get(row.id, ()),
        care_district_id=care_districts(session, [row.id]).get(row.id),
    )
