"""The usual term of a seat on a council (委員の任期): two years from its first day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

YEARS: Final = 2
_LEAP = (2, 29)


def usual_end(first: date, years: int = YEARS) -> date:
    """Return the last day of a term: 2026-04-01 gives 2028-03-31."""
    if (first.month, first.day) == _LEAP:
        return date(first.year + years, 2, 28)
    return first.replace(year=first.year + years) - timedelta(days=1)
