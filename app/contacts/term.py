"""任期: whether a term of office runs on a day, and whether two of them meet.

A missing first day means since ever, a missing last day until further notice.  Both days belong
to the term: one that ends on 30 November runs through that day.
"""

from __future__ import annotations

from datetime import date

from app.kernel.labelled import Labelled


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
