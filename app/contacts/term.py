"""任期: whether a term of office runs on a day, and whether two of them meet.

A missing first day means since ever, a missing last day until further notice.  Both days belong
to the term: one that ends on 30 November runs through that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from app.kernel.labelled import Labelled

_APPOINTED: Final = (12, 1)
_APPOINTED_IN: Final = 2025
_YEARS: Final = 3


class TermState(Labelled):
    """How a term stands to a day."""

    CURRENT = "current", "現在"
    FUTURE = "future", "これから"
    PAST = "past", "終了"


def term_state(first: date | None, last: date | None, day: date) -> TermState:
    """Return how a term stands to a day."""
    if last is not None and last < day:
        return TermState.PAST
    if first is not None and first > day:
        return TermState.FUTURE
    return TermState.CURRENT


def terms_meet(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> bool:
    """Return whether two terms have a day in common."""
    begins_late = first is not None and other_last is not None and first > other_last
    ends_early = last is not None and other_first is not None and last < other_first
    return not begins_late and not ends_early


def statutory_term(role: str, day: date) -> tuple[date, date] | None:
    """Return the term on a day of an office whose terms are the same everywhere, or nothing.

    民生委員 and 児童委員 are appointed all at once on 1 December of every third year (民生委員法,
    第10条; the last time in 2025).  One who follows somebody else begins later, but ends with all.
    """
    if "民生委員" not in role and "児童委員" not in role:
        return None
    year = day.year if (day.month, day.day) >= _APPOINTED else day.year - 1
    first = year - (year - _APPOINTED_IN) % _YEARS
    return date(first, *_APPOINTED), date(first + _YEARS, *_APPOINTED) - timedelta(days=1)
