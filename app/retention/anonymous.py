"""What stays of somebody who took a course: enough for every figure, and no datum that names them.

Figures group people by 年代 on the first day of a course.  Where one 年代 holds for all courses
somebody took, that alone is kept; otherwise a birthday is kept that is not theirs and gives the
same groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from app.kernel.ages import age_band, age_on

_YEARS = 10


def bands(birth: date | None, year: int | None, band: str, days: Sequence[date]) -> list[str]:
    """Return the 年代 on each day, as figures count it."""
    if birth is not None:
        return [age_band(age_on(birth, day)) for day in days]
    if year is not None:
        return [age_band(day.year - year) for day in days]
    return [band or age_band(None) for _ in days]


def stand_in(
    birth: date | None, year: int | None, band: str, days: Sequence[date]
) -> tuple[date | None, str]:
    """Return a birthday (or none) and a 年代 that give the same groups on these days."""
    wanted = bands(birth, year, band, days)
    if len(set(wanted)) <= 1:
        return None, wanted[0] if wanted else ""
    middle = birth or date(year or days[0].year, 1, 1)
    for candidate in _candidates(middle):
        if bands(candidate, None, "", days) == wanted:
            return candidate, ""
    return middle, ""


def _candidates(middle: date) -> Iterator[date]:
    """Yield days ever nearer to one: beginnings of years, then of months, then days."""
    around = sorted(range(middle.year - _YEARS, middle.year + _YEARS), reverse=True)
    yield from (date(one, 1, 1) for one in around)
    yield from (date(one, month, 1) for one in around for month in range(1, 13))
    yield from (middle + timedelta(days=step) for step in range(-400, 400) if step)
