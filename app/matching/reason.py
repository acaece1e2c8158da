"""What speaks for a supporter in a ranking, or rules one out: a sentence and its points."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import NamedTuple

from app.matching.wanted import Load
from app.matching.weights import Criterion
from app.supporters.offer import Offer


class Reason(NamedTuple):
    """One sentence, and the points it adds.  Whoever it rules out gets none."""

    text: str
    points: int
    criterion: Criterion
    rules_out: bool = False

    def __str__(self) -> str:
        return f"{self.text}（{self.points:+d}点）"


@dataclass(frozen=True, slots=True)
class Measure:
    """Criteria made for one request: what they say of an offer, and what their points hang on.

    ``part`` is called for every supporter and has to be quick: who is alike in it gets the same
    points, so that ``reasons`` are made once for each part, and for those that are looked at.
    """

    part: Callable[[Offer, Load], Hashable]
    reasons: Callable[[Offer, Load], tuple[Reason, ...]]


def portion(worth: int, share: int, whole: int) -> int:
    """Return that share of some points, rounded half up."""
    return (2 * worth * share + whole) // (2 * whole)


def against(text: str, criterion: Criterion) -> Reason:
    """Return a reason that rules somebody out."""
    return Reason(text, 0, criterion, rules_out=True)
