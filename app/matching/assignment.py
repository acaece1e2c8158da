"""Who goes where, for many requests at once: the exact assignment that serves most.

The objective: as many places filled as can be, and among all such assignments one whose points
are the most together.  It is a flow of least cost, made by adding one place at a time along the
cheapest chain of exchanges (successive shortest paths), with whole numbers only.

What keeps it quick without numpy: of the supporters a request could have, only those it likes
better than its best free one can take part in an exchange.  Taking one it likes less away from
another request cannot be cheaper, as the other would have to be content with less as well.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Generic, TypeVar

RequestT = TypeVar("RequestT", bound=Hashable)
SupporterT = TypeVar("SupporterT", bound=Hashable)
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class Assignment(Generic[RequestT, SupporterT]):
    """Who was given to each request, how many places that fills, and the points of all."""

    given: Mapping[RequestT, tuple[SupporterT, ...]]
    filled: int
    points: int


def assign(
    candidates: Mapping[RequestT, Mapping[SupporterT, int]],
    places: Mapping[RequestT, int],
    capacity: Mapping[SupporterT, int],
) -> Assignment[RequestT, SupporterT]:
    """Return the best assignment.

    ``candidates`` are the points (nought or more) of every supporter who comes into question, by
    request; ``places`` how many each request wants; ``capacity`` how many requests a supporter
    takes at most.  The order of the mappings breaks ties: earlier requests, earlier supporters.
    """
    requests = list(candidates)
    supporters = {one: number for number, one in enumerate(capacity)}
    names = list(capacity)
    flow = _Flow(
        [
            {supporters[one]: points for one, points in candidates[request].items()}
            for request in requests
        ],
        list(capacity.values()),
        [places[request] for request in requests],
    )
    flow.fill()
    given = {
        request: tuple(names[one] for one in flow.given_to(number))
        for number, request in enumerate(requests)
    }
    points = sum(candidates[request][one] for request, ones in given.items() for one in ones)
    return Assignment(given, sum(map(len, given.values())), points)


class _Flow:
    """Requests and supporters by number; what is given so far is always the best for its places."""

    def __init__(
        self, points: Sequence[Mapping[int, int]], capacity: Sequence[int], places: Sequence[int]
    ) -> None:
        self._points = points
        self._places = places
        self._room = list(capacity)
        self._liked = [
            sorted((one for one in row if capacity[one] > 0), key=lambda one: (-row[one], one))
            for row in points
        ]
        self._holders: list[set[int]] = [set() for _ in capacity]
        """By supporter: the requests they are given to."""
        most = max((worth for row in points for worth in row.values()), default=0)
        self._unfilled = most * (sum(places) + 1) + 1
        """What an empty place costs: more than all points could make good."""

    def fill(self) -> None:
        """Add every place of every request."""
        for request, places in enumerate(self._places):
            for _ in range(min(places, len(self._liked[request]))):
                self._add(request)

    def given_to(self, request: int) -> list[int]:
        """Return the supporters of a request, the one with most points first."""
        return [one for one in self._liked[request] if request in self._holders[one]]

    def _add(self, start: int) -> None:
        """Fill one more place of a request along the cheapest chain of exchanges.

        A chain goes from request to request: each takes a supporter from the next, and the last
        takes a free one, or stays with an empty place.
        """
        cost = {start: 0}
        via: dict[int, tuple[int, int]] = {}
        queue = [(0, start)]
        best, last, free = self._unfilled, start, _NOBODY
        while queue:
            own, request = heappop(queue)
            if own > cost[request]:
                continue
            end, cheaper = self._look(request, cost, via)
            for other in cheaper:
                heappush(queue, (cost[other], other))
            worth = self._points[request][end] if end != _NOBODY else -self._unfilled
            if own - worth < best:
                best, last, free = own - worth, request, end
        self._exchange(start, last, free, via)

    def _look(
        self, request: int, cost: dict[int, int], via: dict[int, tuple[int, int]]
    ) -> tuple[int, set[int]]:
        """Return a request's best free supporter, and the requests now cheaper to take from."""
        own, points = cost[request], self._points[request]
        cheaper: set[int] = set()
        for one in self._liked[request]:
            holders = self._holders[one]
            if request in holders:
                continue
            if self._room[one]:
                return one, cheaper
            for other in holders:
                price = own - points[one] + self._points[other][one]
                if other not in cost or price < cost[other]:
                    cost[other], via[other] = price, (request, one)
                    cheaper.add(other)
        return _NOBODY, cheaper

    def _exchange(
        self, start: int, last: int, free: int, via: Mapping[int, tuple[int, int]]
    ) -> None:
        """Give along the chain that ends at ``last``, with its free supporter or nobody."""
        if free != _NOBODY:
            self._holders[free].add(last)
            self._room[free] -= 1
        while last != start:
            before, one = via[last]
            self._holders[one].discard(last)
            self._holders[one].add(before)
            last = before
