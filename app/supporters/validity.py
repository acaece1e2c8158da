"""有効期限: until when a registration holds, and when it is confirmed again."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from app.kernel.fiscal_year import FiscalYear

LONGEST = 50


def valid_until(registered_on: date, years: int) -> date | None:
    """Return the end of the fiscal year in which so many years pass; nothing where none is set.

    A year is over at the end of the day before its anniversary (民法第143条): who registers on
    1 April 2026 for three years is registered until 31 March 2029.
    """
    if years <= 0:
        return None
    return FiscalYear.of(_last_day(registered_on, min(years, LONGEST))).last_day


def is_confirmed(registered_on: date | None, confirmed_on: date | None, day: date) -> bool:
    """Return whether somebody said in the fiscal year of a day that they go on (年1回の意向確認).

    Registering says so too.
    """
    said = [one for one in (registered_on, confirmed_on) if one is not None]
    return bool(said) and max(said) >= FiscalYear.of(day).first_day


def _last_day(first: date, years: int) -> date:
    year = first.year + years
    if (first.month, first.day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, first.month, first.day) - timedelta(days=1)
