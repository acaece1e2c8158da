"""常勤換算: the staff of a day as so many full-timers, one decimal, rounded down.

Tenths are summed as they are and cut once, so that two halves make a whole one.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor

TENTHS = 10


def full_time_equivalent(hours: Iterable[tuple[int, int]]) -> Fraction:
    """Return the equivalent of minutes a week over those of a full-timer, in whole tenths.

    Nobody counts for more than one; a term without full-time hours counts for nothing.
    """
    total = sum(
        (min(Fraction(weekly, full), Fraction(1)) for weekly, full in hours if full > 0),
        Fraction(0),
    )
    return Fraction(floor(total * TENTHS), TENTHS)


def equivalent_text(equivalent: Fraction) -> str:
    """Write an equivalent of whole tenths with one decimal: 1.5."""
    whole, tenth = divmod(floor(equivalent * TENTHS), TENTHS)
    return f"{whole}.{tenth}"


def hours_text(minutes: int) -> str:
    """Write a time in hours: 38時間45分, 40時間."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}時間{rest}分" if rest else f"{hours}時間"
