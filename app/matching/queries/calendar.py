"""What falls on which day: requests, meetings, activities, and openings with supporters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.labelled import Labelled
from app.local_resources import queries as places
from app.matching.match import MatchId
from app.matching.match_way import GOING_ON
from app.matching.queries.matches import MatchRow, matches, shown
from app.matching.queries.requests import RequestListing, requests
from app.matching.request import RequestState
from app.matching.tables import Activity, ActivitySlip, HelpRequest, Match


class EntryKind(Labelled):
    """What an entry of the calendar is; the order within a day without times."""

    REQUEST = "request", "希望日"
    MEETING = "meeting", "顔合わせ"
    OPENING = "opening", "開催"
    ACTIVITY = "activity", "活動"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing on a day; ``key`` is that of the request, the match or the place.

    ``who`` are the supporters who take part.
    """

    on: date
    kind: EntryKind
    text: str
    key: int
    starts_at: time | None = None
    ends_at: time | None = None
    detail: str = ""
    who: tuple[str, ...] = ()


def calendar(session: Session, first: date, last: date) -> tuple[CalendarEntry, ...]:
    """Return all that falls on a span of days, in the order of days and times."""
    found = [
        *_requests(session, first, last),
        *_meetings(session, first, last),
        *_activities(session, first, last),
        *_openings(session, first, last),
    ]
    order = list(EntryKind)
    found.sort(
        key=lambda one: (one.on, one.starts_at or time(), order.index(one.kind), one.text, one.key)
    )
    return tuple(found)


def meetings(session: Session, first: date, last: date) -> tuple[MatchRow, ...]:
    """Return the matches whose supporter and place meet in a span of days, the first first."""
    query = (
        select(Match.id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(shown(), Match.meeting_on.between(first, last))
    )
    rows = matches(session, session.scalars(query).all())
    return tuple(sorted(rows, key=lambda row: (row.meeting_on or last, row.id)))


def _requests(session: Session, first: date, last: date) -> Iterator[CalendarEntry]:
    query = (
        RequestListing()
        .select_keys()
        .where(
            HelpRequest.on_day.between(first, last),
            HelpRequest.state != RequestState.WITHDRAWN,
        )
    )
    keys = session.scalars(query).all()
    stored = {row.id: row for row in session.scalars(_STORED.where(HelpRequest.id.in_(keys)))}
    who = _helpers(session)
    for row in requests(session, keys):
        when = stored[row.id]
        assert when.on_day is not None  # asked for
        yield CalendarEntry(
            when.on_day,
            EntryKind.REQUEST,
            "　".join(part for part in (row.who, row.title) if part),
            row.id,
            when.starts_at,
            when.ends_at,
            f"{row.state.label}　{row.agreed}／{row.people_wanted}名",
            tuple(one.name for one in who if one.request == row.id),
        )


_STORED = select(HelpRequest)


def _meetings(session: Session, first: date, last: date) -> Iterator[CalendarEntry]:
    for row in meetings(session, first, last):
        assert row.meeting_on is not None  # asked for
        yield CalendarEntry(
            row.meeting_on, EntryKind.MEETING, row.what, row.id, detail=row.state.label,
            who=(row.name,),
        )  # fmt: skip


def _activities(session: Session, first: date, last: date) -> Iterator[CalendarEntry]:
    query = (
        select(Activity, ActivitySlip.match_id)
        .join(ActivitySlip, ActivitySlip.id == Activity.slip_id)
        .join(Match, Match.id == ActivitySlip.match_id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(shown(), Activity.on_day.between(first, last))
        .order_by(Activity.id)
    )
    found = session.execute(query).all()
    known = {row.id: row for row in matches(session, sorted({match for _, match in found}))}
    for line, match in found:
        row = known[MatchId(match)]
        times = f"{line.times}回" if line.times > 1 else ""
        assert line.on_day is not None  # asked for
        minutes = f"{line.minutes}分" if line.minutes else ""
        yield CalendarEntry(
            line.on_day,
            EntryKind.ACTIVITY,
            row.what,
            row.id,
            line.starts_at,
            line.ends_at,
            "　".join(part for part in (times, minutes, line.note) if part),
            (row.name,),
        )


def _openings(session: Session, first: date, last: date) -> Iterator[CalendarEntry]:
    """Give the openings of the places where somebody helps, on the days they do."""
    helpers: dict[int, list[MatchRow]] = defaultdict(list)
    for row in _helpers(session):
        if row.resource is not None:
            helpers[row.resource].append(row)
    for one in places.open_days_between(session, first, last):
        who = [row.name for row in helpers[one.resource] if _runs_on(row, one.on.day)]
        if who:
            yield CalendarEntry(
                one.on.day,
                EntryKind.OPENING,
                one.name,
                one.resource,
                one.on.starts_at,
                one.on.ends_at,
                "　".join(part for part in (one.on.note, one.on.doubt) if part),
                tuple(dict.fromkeys(who)),
            )


def _helpers(session: Session) -> list[MatchRow]:
    """Return the matches agreed and not over, in the order of names."""
    query = (
        select(Match.id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(shown(), Match.state.in_(GOING_ON))
    )
    return sorted(matches(session, session.scalars(query).all()), key=lambda row: row.name)


def _runs_on(row: MatchRow, day: date) -> bool:
    first = row.starts_on or row.agreed_on
    return (first is None or first <= day) and (row.ends_on is None or day <= row.ends_on)
