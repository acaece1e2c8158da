"""What takes the time of supporters, and when a request or a place would."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.local_resources import queries as places
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.opening import Opening
from app.local_resources.tables import LocalResource
from app.matching.double_booking import Occupation, Slot, at_openings, dated, weekly
from app.matching.match import MatchId
from app.matching.match_way import OPEN
from app.matching.queries.matches import matches, shown
from app.matching.request import RequestId
from app.matching.tables import HelpRequest, Match
from app.supporters.supporter import SupporterId

_Openings = Mapping[LocalResourceId, tuple[Opening, ...]]
_Pair = Row[Match, HelpRequest | None]


def occupations(
    session: Session, supporters: Sequence[SupporterId], *, but: MatchId | None = None
) -> dict[SupporterId, tuple[Occupation, ...]]:
    """Return what takes the time of supporters: all that is asked, agreed or going on.

    ``but`` is a match that does not count.
    """
    found: dict[SupporterId, list[Occupation]] = defaultdict(list)
    for chunk in chunks(supporters):
        query = (
            select(Match, HelpRequest)
            .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
            .where(shown(), Match.state.in_(OPEN), Match.supporter_id.in_(chunk))
            .where(Match.id != (but or 0))
            .order_by(Match.id)
        )
        rows = session.execute(query).all()
        what = {int(one.id): one.what for one in matches(session, [row.id for row, _ in rows])}
        openings = _openings(session, rows)
        for row, request in rows:
            said = f"{what[row.id]}（{row.state.label}）"
            taken = _taken(said, row, request, openings)
            found[SupporterId(row.supporter_id)].append(taken)
    return {key: tuple(taken) for key, taken in found.items()}


def occupation_of(
    session: Session, request: RequestId | None, resource: LocalResourceId | None = None
) -> Occupation:
    """Return the time a request would take, or a place without one."""
    if request is not None:
        row = session.get_one(HelpRequest, request)
        known = () if row.local_resource_id is None else (LocalResourceId(row.local_resource_id),)
        slots = _slots(row, places.openings_of(session, known))
        return Occupation(row.title, slots, *_period(row))
    if resource is None:
        return Occupation("", ())
    place = session.get_one(LocalResource, resource)
    openings = places.openings_of(session, [resource]).get(resource, ())
    return Occupation(place.name, at_openings(openings), place.started_on, place.ended_on)


def _openings(session: Session, rows: Sequence[_Pair]) -> _Openings:
    keys = {
        row.local_resource_id if request is None else request.local_resource_id
        for row, request in rows
    }
    return places.openings_of(session, [LocalResourceId(key) for key in keys if key is not None])


def _taken(said: str, row: Match, request: HelpRequest | None, openings: _Openings) -> Occupation:
    if request is None:
        place = LocalResourceId(row.local_resource_id or 0)
        return Occupation(said, at_openings(openings.get(place, ())), row.starts_on, row.ends_on)
    if request.on_day is not None:
        return Occupation(said, _slots(request, openings))
    first, last = _period(request)
    return Occupation(said, _slots(request, openings), row.starts_on or first, row.ends_on or last)


def _period(row: HelpRequest) -> tuple[date | None, date | None]:
    """Return the span a request is for; one for a day is for that day whatever its span."""
    return (None, None) if row.on_day is not None else (row.starts_on, row.ends_on)


def _slots(row: HelpRequest, openings: _Openings) -> tuple[Slot, ...]:
    """Return when a request takes place; one that says nothing, as its place opens."""
    if row.on_day is not None:
        return (dated(row.on_day, row.starts_at, row.ends_at),)
    if row.week:
        return weekly(row.week, row.months, row.starts_at, row.ends_at)
    return at_openings(openings.get(LocalResourceId(row.local_resource_id or 0), ()))
