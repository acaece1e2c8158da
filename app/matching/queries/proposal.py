"""A proposal for all open requests at once: who could be asked for which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.matching.assignment import assign
from app.matching.match_way import PENDING
from app.matching.queries.loads import loads
from app.matching.queries.ranking import looking
from app.matching.queries.wanted import wanted_by_requests
from app.matching.queries.weights import stored_weights
from app.matching.request import RequestId
from app.matching.request_checks import holds_place
from app.matching.scoring import Ranked, fairest, rank
from app.matching.tables import HelpRequest, Match
from app.matching.wanted import NO_LOAD, Load
from app.matching.weights import weights_of
from app.supporters.offer import Offer
from app.supporters.queries import offers
from app.supporters.supporter import SupporterId


@dataclass(frozen=True, slots=True)
class ProposedRequest:
    """A request of a proposal: how many it lacks, how many fit, and who is proposed."""

    request: RequestId
    number: str
    title: str
    lacking: int
    fitting: int
    proposed: tuple[Ranked, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who could be asked for all open requests at once: most places filled, then most points."""

    rows: tuple[ProposedRequest, ...]
    lacking: int
    filled: int
    points: int


def proposal(session: Session, day: date, *, at_most: int = 1) -> Proposal:
    """Return the best assignment of supporters to all open requests at once.

    A supporter is proposed for ``at_most`` requests, for fewer where the times a month they can
    come leave no room.  Who was asked and has not said no counts as taken.
    """
    rows = looking(session)
    lacking = _lacking(session, rows)
    carried = loads(session, day)
    free = _free(offers(session, day), carried, at_most)
    everybody, places = tuple(offer for offer, _ in free), sum(lacking.values())
    wanted, weights = wanted_by_requests(session, rows, day), weights_of(stored_weights(session))
    # As many candidates as there are places are enough: one of them is left whatever others take.
    fitting = {key: rank(wanted[key], everybody, carried, weights, places) for key in lacking}
    ranked = {
        key: {row.offer.supporter: row for row in ranking.rows} for key, ranking in fitting.items()
    }
    best = assign(
        {key: {one: row.points for one, row in found.items()} for key, found in ranked.items()},
        lacking,
        {offer.supporter: room for offer, room in free},
    )

    def proposed(row: HelpRequest, key: RequestId) -> ProposedRequest:
        given = tuple(ranked[key][one] for one in best.given[key])
        return ProposedRequest(key, row.number, row.title, lacking[key], fitting[key].total, given)

    by_key = {RequestId(row.id): row for row in rows}
    return Proposal(
        tuple(proposed(by_key[key], key) for key in lacking), places, best.filled, best.points
    )


def _lacking(session: Session, rows: Sequence[HelpRequest]) -> dict[RequestId, int]:
    """Return how many each request lacks, of those that lack anybody."""
    asked = {row.id: row for row in rows}
    taken: Counter[int] = Counter()
    query = select(Match.request_id, Match.state, Match.ends_on)
    for key, state, ended in session.execute(query.where(Match.deleted_at.is_(None))):
        row = None if key is None else asked.get(key)
        if row is not None:
            last_day = row.ends_on or row.on_day
            taken[row.id] += state in PENDING or holds_place(state, row.rhythm, last_day, ended)
    counts = {RequestId(row.id): row.people_wanted - taken[row.id] for row in rows}
    return {request: count for request, count in counts.items() if count > 0}


def _free(
    everybody: Sequence[Offer], carried: Mapping[SupporterId, Load], at_most: int
) -> list[tuple[Offer, int]]:
    """Return who can take another request, and how many, those whose turn it is first."""
    found = []
    for offer in everybody:
        load = carried.get(offer.supporter, NO_LOAD)
        times = offer.times_a_month
        room = at_most if times is None else min(at_most, times - load.times)
        if room > 0:
            found.append((fairest(0, offer, load), offer, room))
    return [(offer, room) for _, offer, room in sorted(found, key=lambda one: one[0])]
