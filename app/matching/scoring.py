"""Ranking supporters for a request, each with reasons whose points add up to the score.

Who has most points stands first.  Among equals the one who was never asked, then asked longest
ago; then who carries fewest current matches; then the kana order; then the key.  Who came
forward has more points than anybody who did not (``weights_of``), and is not ruled out by what
they once said of themselves: their hand is newer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Final

from app.matching.barring import bars, missing
from app.matching.criteria.ability import ability
from app.matching.criteria.fairness import fairness
from app.matching.criteria.place import place
from app.matching.criteria.time import time
from app.matching.reason import Measure, Reason
from app.matching.wanted import NO_LOAD, Load, Wanted
from app.matching.weights import Criterion, Weights
from app.supporters.offer import Offer
from app.supporters.supporter import SupporterId

_CRITERIA: Final = (ability, time, place, fairness)
_OUT: Final = -(10**9)
"""Points of a criterion that rules somebody out: whatever the others add stays below nought."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well a supporter fits: ``points`` are the sum of the points of the reasons."""

    points: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class RuledOut:
    """Why a supporter does not come into question, each as a sentence."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One who comes into question.  Reasons are put into words when they are asked for."""

    offer: Offer
    points: int
    _load: Load
    _scorer: Scorer

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What adds up to the points."""
        return self._scorer.reasons(self.offer, self._load)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What to see to before they are introduced."""
        return missing(self._scorer.wanted, self.offer)


@dataclass(frozen=True, slots=True)
class Excluded:
    """One who is ruled out."""

    offer: Offer
    _load: Load
    _scorer: Scorer

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, each as a sentence."""
        return self._scorer.against(self.offer, self._load)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Everybody once: the best of the ``total`` who come into question, and the others."""

    rows: tuple[Ranked, ...]
    total: int
    _others: tuple[tuple[Offer, Load], ...]
    _scorer: Scorer

    @property
    def ruled_out(self) -> tuple[Excluded, ...]:
        """Those who do not come into question, in kana order."""
        others = sorted(self._others, key=lambda pair: (pair[0].sort_key, pair[0].supporter))
        return tuple(Excluded(offer, load, self._scorer) for offer, load in others)


class Scorer:
    """The criteria made for one request."""

    def __init__(self, wanted: Wanted, weights: Weights) -> None:
        self.wanted = wanted
        self._hand = Reason("手を挙げています", weights[Criterion.HAND], Criterion.HAND)
        self._measures = tuple(make(wanted, weights) for make in _CRITERIA)

    def reasons(self, offer: Offer, load: Load) -> tuple[Reason, ...]:
        """Return what every criterion says of a supporter."""
        said = [reason for one in self._measures for reason in one.reasons(offer, load)]
        if offer.supporter in self.wanted.hands:
            return (self._hand, *(reason._replace(rules_out=False) for reason in said))
        return tuple(said)

    def against(self, offer: Offer, load: Load) -> tuple[str, ...]:
        """Return everything that rules a supporter out, or nothing."""
        said = self.reasons(offer, load)
        return (*bars(self.wanted, offer), *(one.text for one in said if one.rules_out))

    def points(self, pairs: Sequence[tuple[Offer, Load]]) -> list[int]:
        """Return the points of many; below nought for who is ruled out."""
        columns = [_points(measure, pairs) for measure in self._measures]
        totals = list(map(sum, zip(*columns, strict=True)))
        hands, wanted = self.wanted.hands, self.wanted
        for number, (offer, load) in enumerate(pairs):
            if bars(wanted, offer):
                totals[number] = _OUT
            elif offer.supporter in hands:
                totals[number] = _sum(self.reasons(offer, load))
        return totals


def score(wanted: Wanted, offer: Offer, load: Load, weights: Weights) -> Score | RuledOut:
    """Return how well one supporter fits, or why not at all."""
    scorer = Scorer(wanted, weights)
    if against := scorer.against(offer, load):
        return RuledOut(against)
    reasons = scorer.reasons(offer, load)
    return Score(_sum(reasons), reasons)


def rank(
    wanted: Wanted,
    offers: Iterable[Offer],
    loads: Mapping[SupporterId, Load],
    weights: Weights,
    limit: int | None = None,
) -> Ranking:
    """Return everybody once, the best first; of those who fit no more than ``limit``."""
    scorer = Scorer(wanted, weights)
    pairs = [(offer, loads.get(offer.supporter, NO_LOAD)) for offer in offers]
    fitting: list[tuple[Order, int]] = []
    others: list[tuple[Offer, Load]] = []
    for number, (pair, points) in enumerate(zip(pairs, scorer.points(pairs), strict=True)):
        if points < 0:
            others.append(pair)
        else:
            fitting.append((fairest(points, *pair), number))
    first = sorted(fitting) if limit is None else nsmallest(limit, fitting)
    rows = (Ranked(pairs[at][0], -order[0], pairs[at][1], scorer) for order, at in first)
    return Ranking(tuple(rows), len(fitting), tuple(others), scorer)


Order = tuple[int, int, int, str, int]


def fairest(points: int, offer: Offer, load: Load) -> Order:
    """Return what a ranking is sorted by: points, fairness, kana order, key."""
    asked = load.asked_last.toordinal() if load.asked_last is not None else 0
    return (-points, asked, load.current, offer.sort_key, offer.supporter)


def _points(measure: Measure, pairs: Sequence[tuple[Offer, Load]]) -> list[int]:
    part, known, column = measure.part, dict[Hashable, int](), list[int]()
    for offer, load in pairs:
        key = part(offer, load)
        points = known.get(key)
        if points is None:
            points = known[key] = _sum(measure.reasons(offer, load))
        column.append(points)
    return column


def _sum(reasons: Iterable[Reason]) -> int:
    return sum(_OUT if one.rules_out else one.points for one in reasons)
