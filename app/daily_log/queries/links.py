"""What entries are about, and what that is called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.council.tables import Council, Meeting
from app.daily_log.log_entry import Link, LinkKind
from app.daily_log.tables import LogEntry, LogLink
from app.local_issues.tables import LocalIssue
from app.local_resources.tables import LocalResource
from app.matching import queries as matching
from app.matching.match import MatchId
from app.matching.tables import HelpRequest, Need
from app.training.tables import Course, CourseSession

_BEGINNING = 20
_Names = dict[int, str]


def link_of(row: LogLink) -> Link | None:
    """Return what a stored link leads to; nothing where that is gone."""
    found = ((kind, getattr(row, f"{kind.value}_id")) for kind in LinkKind)
    return next((Link(kind, key) for kind, key in found if key is not None), None)


def links_of(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[Link, ...]]:
    """Return by entry what it is about."""
    found: dict[int, list[Link]] = defaultdict(list)
    for chunk in chunks(keys):
        query = select(LogLink).where(LogLink.entry_id.in_(chunk)).order_by(LogLink.id)
        for row in session.scalars(query):
            if (link := link_of(row)) is not None:
                found[row.entry_id].append(link)
    return {key: tuple(links) for key, links in found.items()}


def links_taken(session: Session, kind: LinkKind) -> frozenset[int]:
    """Return the keys of everything of a kind that some entry is about.

    One in the bin counts too: what was thrown away is not offered again.
    """
    column = getattr(LogLink, f"{kind.value}_id")
    return frozenset(session.scalars(select(column).where(column.is_not(None))))


def links_by_day(
    session: Session, kind: LinkKind, first: date, last: date
) -> frozenset[tuple[date, int]]:
    """Return the days of a span with an entry about something of a kind, and its key.

    One in the bin counts too, as in ``links_taken``.
    """
    column = getattr(LogLink, f"{kind.value}_id")
    query = (
        select(LogEntry.on_day, column)
        .join(LogEntry, LogEntry.id == LogLink.entry_id)
        .where(
            column.is_not(None),
            LogEntry.on_day.between(first, last),
        )
    )
    return frozenset((day, key) for day, key in session.execute(query))


def link_names(session: Session, links: Sequence[Link]) -> Mapping[Link, str]:
    """Return what these things are called, those that are gone left out."""
    keys: dict[LinkKind, list[int]] = defaultdict(list)
    for link in links:
        keys[link.kind].append(link.key)
    return {
        Link(kind, key): name
        for kind, some in keys.items()
        for key, name in _NAMES[kind](session, some).items()
    }


def _needs(session: Session, keys: Sequence[int]) -> _Names:
    query = select(Need.id, Need.number, Need.content).where(Need.id.in_(keys))
    return {key: f"{number}　{text[:_BEGINNING]}" for key, number, text in session.execute(query)}


def _resources(session: Session, keys: Sequence[int]) -> _Names:
    query = select(LocalResource.id, LocalResource.name).where(LocalResource.id.in_(keys))
    return dict(session.execute(query).all())


def _issues(session: Session, keys: Sequence[int]) -> _Names:
    query = select(LocalIssue.id, LocalIssue.number, LocalIssue.title).where(
        LocalIssue.id.in_(keys)
    )
    return {key: f"{number}　{title}" for key, number, title in session.execute(query)}


def _matches(session: Session, keys: Sequence[int]) -> _Names:
    rows = matching.matches(session, [MatchId(key) for key in keys])
    return {row.id: f"{row.name}　{row.what}" for row in rows}


def _requests(session: Session, keys: Sequence[int]) -> _Names:
    query = select(HelpRequest.id, HelpRequest.number, HelpRequest.title).where(
        HelpRequest.id.in_(keys)
    )
    return {key: f"{number}　{title}" for key, number, title in session.execute(query)}


def _meetings(session: Session, keys: Sequence[int]) -> _Names:
    query = (
        select(Meeting.id, Council.name, Meeting.number)
        .join(Council, Council.id == Meeting.council_id)
        .where(Meeting.id.in_(keys))
    )
    return {key: f"{name}　第{number}回" for key, name, number in session.execute(query)}


def _sessions(session: Session, keys: Sequence[int]) -> _Names:
    query = (
        select(CourseSession.id, Course.title, CourseSession.number)
        .join(Course, Course.id == CourseSession.course_id)
        .where(CourseSession.id.in_(keys))
    )
    return {key: f"{title}　第{number}回" for key, title, number in session.execute(query)}


def _notes(_session: Session, keys: Sequence[int]) -> _Names:
    # A note has no title, and what it says stays on its card.
    return dict.fromkeys(keys, "連絡の記録")


_NAMES: Mapping[LinkKind, Callable[[Session, Sequence[int]], _Names]] = {
    LinkKind.NEED: _needs,
    LinkKind.RESOURCE: _resources,
    LinkKind.ISSUE: _issues,
    LinkKind.MATCH: _matches,
    LinkKind.REQUEST: _requests,
    LinkKind.MEETING: _meetings,
    LinkKind.SESSION: _sessions,
    LinkKind.NOTE: _notes,
}
