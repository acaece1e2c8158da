"""Days on which the office or its venues are closed.

Holidays follow the law as ``jpholiday`` has it, with the equinoxes calculated.  That agrees with
the list of the Cabinet Office on every day of 1955 to 2027, but for two rules it applies too early;
those are put right here.  Where the lists differ in words: a substitute holiday is 振替休日 here
(休日 there), a day between two holidays 国民の休日 (休日 there).
Importing the library takes some 30 ms, so start-up does not import this module.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import jpholiday

# 昭和48年法律第10号 and 昭和60年法律第103号.
_IN_FORCE = {"振替休日": date(1973, 4, 12), "国民の休日": date(1985, 12, 27)}
_YEAR_END = ((12, 29), (1, 3))


@lru_cache(maxsize=4096)
def holiday_name(day: date) -> str | None:
    """Return what the holiday (国民の祝日・休日) is called, or nothing on any other day."""
    name: str | None = jpholiday.is_holiday_name(day)
    if name is None:
        return None
    short = name.split()[-1]
    return None if day < _IN_FORCE.get(short, day) else short


def is_year_end(day: date) -> bool:
    """Tell whether offices are closed for the turn of the year (年末年始, 29 Dec to 3 Jan)."""
    last, first = _YEAR_END
    return (day.month, day.day) >= last or (day.month, day.day) <= first
