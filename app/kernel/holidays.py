"""Days on which the office or its venues are closed.

Holidays follow the law as ``jpholiday`` has it, with the equinoxes calculated; the days the
Cabinet Office announces each February for the next year have agreed with it since 1970.
Importing that library takes some 30 ms, so start-up does not import this module.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import jpholiday

_YEAR_END = ((12, 29), (1, 3))


@lru_cache(maxsize=4096)
def holiday_name(day: date) -> str | None:
    """Return what the holiday (国民の祝日・休日) is called, or nothing on any other day."""
    name: str | None = jpholiday.is_holiday_name(day)
    return name


def is_year_end(day: date) -> bool:
    """Tell whether offices are closed for the turn of the year (年末年始, 29 Dec to 3 Jan)."""
    last, first = _YEAR_END
    return (day.month, day.day) >= last or (day.month, day.day) <= first
