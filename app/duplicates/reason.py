"""What speaks for and against two records being the same: sentences with points, and the line.

Points are roughly ten times the decimal logarithm of how much likelier an agreement is for one
person written down twice than for two people of the office taken at random: a birth date is
shared by one in some twenty thousand, a family name by one in thirty, so that they weigh 40 and
15.  Whoever reads the reasons sees what each of them added.

``LINE`` is 60.  Nothing reaches it by one agreement, and a telephone number or an address with
everything a household shares (family name 15, telephone 25, house 25) stays under it once the
given names differ (-40); twins, who share the birth date too, are barred besides.  A name as it
is written (35) needs one thing more that is a person's own or a household's: birth date,
telephone, e-mail or house.
``FLOOR`` is 40: below it a pair is not even shown.  A name alone (35) does not reach it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

LINE: Final = 60
FLOOR: Final = 40


class Reason(NamedTuple):
    """One sentence and what it added; nought where it only explains."""

    text: str
    points: int

    def __str__(self) -> str:
        return f"{self.text}（{self.points:+d}点）" if self.points else self.text


@dataclass(frozen=True, slots=True)
class Judgement:
    """How alike two records are, and why; ``proposed`` is above the line."""

    score: int
    proposed: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be the same; ``a`` has the smaller key."""

    a: int
    b: int
    score: int
    proposed: bool
    reasons: tuple[Reason, ...]


def points(reasons: Iterable[Reason]) -> int:
    """Add up what reasons say; the sum may be negative."""
    return sum(reason.points for reason in reasons)


def judgement(reasons: list[Reason], barred: Reason | None = None) -> Judgement:
    """Add up the reasons.  ``barred`` says why the pair is not proposed whatever it scores."""
    score = max(0, points(reasons))
    if barred is not None:
        reasons = [*reasons, barred]
    return Judgement(score, barred is None and score >= LINE, tuple(reasons))
