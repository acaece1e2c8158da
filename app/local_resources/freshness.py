"""How long ago what is written about a resource was confirmed, and when that is too long."""

from __future__ import annotations

import calendar
from datetime import date


def fresh_since(day: date, months: int) -> date:
    """Return the first day of confirmation that still counts on a day, ``months`` before it."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    year = max(years, 1)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def is_stale(confirmed_on: date | None, day: date, months: int) -> bool:
    """Return whether it has to be confirmed again; what never was has to."""
    return confirmed_on is None or confirmed_on < fresh_since(day, months)


def months_since(confirmed_on: date, day: date) -> int:
    """Return how many whole months have passed; none for a day to come."""
    months = (day.year - confirmed_on.year) * 12 + day.month - confirmed_on.month
    return max(months - (day.day < confirmed_on.day), 0)


def age_text(confirmed_on: date | None, day: date) -> str:
    """Say how long ago it was confirmed: 1年2か月前."""
    if confirmed_on is None:
        return "未確認"
    years, months = divmod(months_since(confirmed_on, day), 12)
    if not years and not months:
        return "1か月以内"
    return (f"{years}年" if years else "") + (f"{months}か月" if months else "") + "前"
