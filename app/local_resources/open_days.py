"""The days on which a resource opens between two days, and which of them may well be off."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.kernel.holidays import holiday_name, is_year_end
from app.local_resources.opening import Opening

_LONGEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True)
class OpenDay:
    """One day on which it opens.

    ``doubt`` says why it may be off all the same: few lists tell what happens on holidays.
    """

    day: date
    starts_at: time | None = None
    ends_at: time | None = None
    note: str = ""
    doubt: str = ""


def open_days(
    openings: Sequence[Opening], first: date, last: date, closed_months: Collection[int] = ()
) -> Iterator[OpenDay]:
    """Give every day between two, both included, in order; nothing in the closed months.

    The third Monday is the third one of its month, whatever day that begins on.
    """
    last = min(last, first + _LONGEST)
    day = first
    while day <= last:
        if day.month not in closed_months:
            for one in sorted(openings, key=_hours):
                if _opens(one, day):
                    yield OpenDay(day, one.starts_at, one.ends_at, one.note, _doubt(day))
        day += timedelta(days=1)


def _opens(opening: Opening, day: date) -> bool:
    week = (day.day - 1) // 7 + 1
    return (
        day.weekday() in opening.weekdays
        and (not opening.weeks or week in opening.weeks)
        and (not opening.months or day.month in opening.months)
    )


def _hours(opening: Opening) -> tuple[time, time]:
    return opening.starts_at or time.min, opening.ends_at or time.max


def _doubt(day: date) -> str:
    holiday = holiday_name(day)
    if holiday is not None:
        return f"祝日（{holiday}）"
    return "年末年始" if is_year_end(day) else ""
