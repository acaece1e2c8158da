"""Supporters ranked for a request, and the other way: requests and places for a supporter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.local_resources.local_resource import LocalResourceId, ResourceStatus
from app.local_resources.tables import LocalResource
from app.matching.double_booking import double_bookings
from app.matching.queries.loads import loads
from app.matching.queries.occupations import occupation_of, occupations
from app.matching.queries.wanted import wanted_by_requests, wanted_by_resources
from app.matching.queries.weights import stored_weights
from app.matching.request import RequestId, RequestState
from app.matching.scoring import Ranking, RuledOut, Score, rank, score
from app.matching.tables import HelpRequest
from app.matching.wanted import NO_LOAD, Wanted
from app.matching.weights import weights_of
from app.supporters.queries import offers
from app.supporters.supporter import SupporterId

_LOOKING = (RequestState.OPEN, RequestState.ASKING)
_TAKEN_IN = (ResourceStatus.ACTIVE, ResourceStatus.PREPARING)
_LONGEST_KEY = 15


@dataclass(frozen=True, slots=True)
class RankedPlace:
    """A request, or a place without one, and how well a supporter fits there."""

    request: RequestId | None
    resource: LocalResourceId | None
    title: str
    due_on: date | None
    found: Score | RuledOut

    @property
    def points(self) -> int:
        """The points; below nought where the supporter does not come into question."""
        return self.found.points if isinstance(self.found, Score) else -1


def open_requests(session: Session) -> tuple[RequestId, ...]:
    """Return the requests that still look for somebody, the most urgent first."""
    return tuple(RequestId(row.id) for row in looking(session))


def request_of(session: Session, words: str) -> RequestId:
    """Return the request with a key or else a number (受付番号); refuses when there is none."""
    conditions = [HelpRequest.number == words]
    if words.isdecimal() and len(words) <= _LONGEST_KEY:
        conditions.insert(0, HelpRequest.id == int(words))
    for condition in conditions:
        query = select(HelpRequest.id).where(HelpRequest.deleted_at.is_(None), condition)
        keys = session.scalars(query).all()
        if len(keys) == 1:
            return RequestId(keys[0])
        if keys:
            listed = "、".join(map(str, keys))
            raise Refusal(
                f"受付番号が同じ依頼が{len(keys)}件あります。{listed} のどれかを指定してください。"
            )
    raise Refusal(
        f"依頼{quoted(words)}はありません。受付中の依頼は「kurashi match open」で確かめられます。"
    )


def ranked(session: Session, request: RequestId, day: date, limit: int | None = None) -> Ranking:
    """Return every supporter once for a request, the best first, no more than ``limit`` fitting."""
    wanted = wanted_by_requests(session, [session.get_one(HelpRequest, request)], day)[request]
    weights = weights_of(stored_weights(session))
    return rank(wanted, offers(session, day), loads(session, day), weights, limit)


def ranked_all(
    session: Session, requests: Sequence[RequestId], day: date, limit: int | None = None
) -> dict[RequestId, Ranking]:
    """Return the rankings of several requests; supporters are read once."""
    rows = [session.get_one(HelpRequest, request) for request in requests]
    wanted = wanted_by_requests(session, rows, day)
    weights = weights_of(stored_weights(session))
    everybody, carried = offers(session, day), loads(session, day)
    return {
        request: rank(wanted[request], everybody, carried, weights, limit) for request in requests
    }


def bookings_for(
    session: Session, request: RequestId, supporters: Sequence[SupporterId]
) -> dict[SupporterId, tuple[str, ...]]:
    """Return by supporter what already falls on the time of a request, where anything does."""
    wanted = occupation_of(session, request)
    found = {
        supporter: double_bookings(wanted, taken)
        for supporter, taken in occupations(session, supporters).items()
    }
    return {supporter: said for supporter, said in found.items() if said}


def ranked_places(session: Session, supporter: SupporterId, day: date) -> tuple[RankedPlace, ...]:
    """Return open requests, and places that take supporters, for one supporter, the best first.

    Those out of question come last.  Nothing where the supporter is in the bin or has left.
    """
    offer = next((one for one in offers(session, day) if one.supporter == supporter), None)
    if offer is None:
        return ()
    load = loads(session, day).get(supporter, NO_LOAD)
    weights = weights_of(stored_weights(session))

    def found(wanted: Wanted) -> Score | RuledOut:
        return score(wanted, offer, load, weights)

    rows = looking(session)
    wanted = wanted_by_requests(session, rows, day)
    places = [
        RankedPlace(
            RequestId(row.id), None, row.title, row.due_on, found(wanted[RequestId(row.id)])
        )
        for row in rows
    ]
    resources = _taking(session)
    asked = wanted_by_resources(session, resources, day)
    places += [
        RankedPlace(None, LocalResourceId(row.id), row.name, None, found(asked[row.id]))
        for row in resources
    ]
    return tuple(sorted(places, key=lambda one: -one.points))


def looking(session: Session) -> Sequence[HelpRequest]:
    """Return the rows of requests that still look for somebody, the most urgent first."""
    query = (
        select(HelpRequest)
        .where(HelpRequest.deleted_at.is_(None), HelpRequest.state.in_(_LOOKING))
        .order_by(
            HelpRequest.due_on.is_(None),
            HelpRequest.due_on,
            HelpRequest.received_on,
            HelpRequest.id,
        )
    )
    return session.scalars(query).all()


def _taking(session: Session) -> Sequence[LocalResource]:
    query = (
        select(LocalResource)
        .where(
            LocalResource.deleted_at.is_(None),
            LocalResource.takes_supporters,
            LocalResource.status.in_(_TAKEN_IN),
        )
        .order_by(LocalResource.sort_key, LocalResource.id)
    )
    return session.scalars(query).all()
