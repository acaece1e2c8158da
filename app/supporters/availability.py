"""When somebody can help: parts of the days of a week, and months of the year.

A week is 21 bits: bit ``3 * weekday + part`` with Monday first, as in the grid of 曜日 ×
午前・午後・夜間 that volunteers fill in.  A year is 12 bits with January first.  Nothing set means
that nobody asked yet (a week), or any month (a year).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Final

from app.kernel.labelled import Labelled

WEEKDAYS: Final = "月火水木金土日"
PARTS_OF_WEEK: Final = 21
MONTHS_OF_YEAR: Final = 12


class DayPart(Labelled):
    """A part of a day."""

    MORNING = "morning", "午前"
    AFTERNOON = "afternoon", "午後"
    EVENING = "evening", "夜間"


PART_HOURS: Final[Mapping[DayPart, tuple[time, time]]] = {
    DayPart.MORNING: (time(0), time(12)),
    DayPart.AFTERNOON: (time(12), time(17)),
    DayPart.EVENING: (time(17), time(23, 59, 59)),
}
"""From when to when each part of a day goes."""


def week_of(parts: Iterable[tuple[int, DayPart]]) -> int:
    """Return a week in which these parts of days are set; Monday is 0."""
    order = list(DayPart)
    return sum({1 << (3 * weekday + order.index(part)) for weekday, part in parts})


def parts_of(week: int) -> tuple[tuple[int, DayPart], ...]:
    """Return the weekday (Monday is 0) and part of everything set in a week, in order."""
    order = list(DayPart)
    return tuple((bit // 3, order[bit % 3]) for bit in range(PARTS_OF_WEEK) if week >> bit & 1)


def year_of(months: Iterable[int]) -> int:
    """Return a year in which these months (1 to 12) are set."""
    return sum({1 << (month - 1) for month in months})


def months_of(year: int) -> tuple[int, ...]:
    """Return the months (1 to 12) that are set in a year."""
    return tuple(month for month in range(1, MONTHS_OF_YEAR + 1) if year >> (month - 1) & 1)
