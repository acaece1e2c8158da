"""What an entry is about, found by typing a part of its number or name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy.orm import Session

from app.council.queries import MeetingListing, meetings
from app.daily_log import queries
from app.daily_log.log_entry import Link, LinkKind
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Target
from app.gui.widgets.chips_edit import ChipsEdit, Found
from app.local_issues.queries import IssueListing, issues
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.queries import ResourceListing, resources
from app.matching.queries import (
    MatchListing,
    NeedListing,
    RequestListing,
    matches,
    needs,
    requests,
)
from app.training.queries import CourseListing, sessions

_EACH = 3
_COURSES = 2
_PLACES = {
    LinkKind.NEED: ("matching", "need"),
    LinkKind.RESOURCE: ("local_resources", "resource"),
    LinkKind.ISSUE: ("issues", "issue"),
    LinkKind.MATCH: ("matching", "match"),
    LinkKind.REQUEST: ("matching", "request"),
    LinkKind.MEETING: ("council", "meeting"),
    LinkKind.SESSION: ("training", "session"),
}


def target_of(link: Link) -> Target | None:
    """Return where in the window a thing is; a note has no place but the card it hangs on."""
    place = _PLACES.get(link.kind)
    return None if place is None else Target(*place, link.key)


def prepare_links(edit: ChipsEdit, store: ObservableStore) -> None:
    """Let a field find what an entry is about."""

    def names(links: Sequence[Link]) -> Mapping[Link, str]:
        found = store.ask(queries.link_names, links)
        return {link: f"{link.kind.label}：{name}" for link, name in found.items()}

    edit.prepare(
        "つながり",
        "ニーズ・マッチング・課題・会議・研修などを、番号や名前で探す",
        lambda text: store.ask(_found, text),
        names,
    )


def _found(session: Session, text: str) -> Found:
    found: list[tuple[Link, str, str]] = []
    for kind, first in _FINDERS:
        for key, name in first(session, text):
            found.append((Link(kind, key), name, kind.label))
    return found


Named = list[tuple[int, str]]


def _needs(session: Session, text: str) -> Named:
    keys = NeedListing(text=text).keys(session)[:_EACH]
    return [(row.id, f"{row.number}　{row.content[:20]}") for row in needs(session, keys)]


def _requests(session: Session, text: str) -> Named:
    keys = RequestListing(text=text).keys(session)[:_EACH]
    return [(row.id, f"{row.number}　{row.title or row.who}") for row in requests(session, keys)]


def _matches(session: Session, text: str) -> Named:
    keys = MatchListing(text=text).keys(session)[:_EACH]
    return [(row.id, f"{row.name}　{row.what}") for row in matches(session, keys)]


def _resources(session: Session, text: str) -> Named:
    keys = [LocalResourceId(key) for key in ResourceListing(text=text).keys(session)[:_EACH]]
    return [(row.id, row.name) for row in resources(session, keys)]


def _issues(session: Session, text: str) -> Named:
    keys = IssueListing(text=text).keys(session)[:_EACH]
    return [(row.id, row.title) for row in issues(session, keys)]


def _meetings(session: Session, text: str) -> Named:
    keys = MeetingListing(text=text).keys(session)[:_EACH]
    return [(row.id, f"{row.council}　第{row.number}回") for row in meetings(session, keys)]


def _sessions(session: Session, text: str) -> Named:
    listing = CourseListing(text=text)
    courses = listing.rows(session, listing.keys(session)[:_COURSES])
    return [
        (one.id, f"{course.title}　{one.label}")
        for course in courses.values()
        for one in sessions(session, course.id)
    ]


_FINDERS: tuple[tuple[LinkKind, Callable[[Session, str], Named]], ...] = (
    (LinkKind.NEED, _needs),
    (LinkKind.REQUEST, _requests),
    (LinkKind.MATCH, _matches),
    (LinkKind.RESOURCE, _resources),
    (LinkKind.ISSUE, _issues),
    (LinkKind.MEETING, _meetings),
    (LinkKind.SESSION, _sessions),
)
