"""The eras (元号) as data.

When a new era is announced, put one line at the top of ``ERAS`` (name, initial as typed, first
day, first fiscal year that bears its name); nothing else in the program knows an era.

明治 is counted from the day the Gregorian calendar came into force (明治6年1月1日, 太政官布告
第337号): earlier days were written in the lunar calendar and cannot be converted by counting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Era:
    """One era: ``letter`` is the initial people type (R), ``year_one`` its 元年 (2019)."""

    name: str
    letter: str
    first_day: date
    year_one: int
    first_fiscal_year: int

    @property
    def short(self) -> str:
        """Return the first character, as in 令8.4.1."""
        return self.name[0]

    @property
    def last_day(self) -> date:
        """Return the day before the next era; the current era has no end."""
        position = ERAS.index(self)
        return ERAS[position - 1].first_day - timedelta(days=1) if position else date.max

    def year_of(self, calendar_year: int) -> int:
        """Return the year of the era that ``calendar_year`` is: 2026 is 8 in 令和."""
        return calendar_year - self.year_one + 1

    def calendar_year(self, year: int) -> int:
        """Return the calendar year that ``year`` of the era is: 8 in 令和 is 2026."""
        return self.year_one + year - 1


# Newest first.  令和 begins to name fiscal years with 2019 (令和元年度), as the government's
# notice of 1 April 2019 has it; offices that kept 平成31年度 set that in the settings.
ERAS = (
    Era("令和", "R", date(2019, 5, 1), 2019, 2019),
    Era("平成", "H", date(1989, 1, 8), 1989, 1989),
    Era("昭和", "S", date(1926, 12, 25), 1926, 1927),
    Era("大正", "T", date(1912, 7, 30), 1912, 1913),
    Era("明治", "M", date(1873, 1, 1), 1868, 1873),
)

BY_SIGN = {sign: era for era in ERAS for sign in (era.name, era.short, era.letter)}


def era_of(day: date) -> Era | None:
    """Return the era of ``day``, or nothing before 1873."""
    return next((era for era in ERAS if day >= era.first_day), None)


def year_text(year: int) -> str:
    """Write a year of an era: 元 for the first."""
    return "元" if year == 1 else str(year)


def written(day: date) -> str:
    """Write a day in full: 令和8年4月1日; with the calendar year before 1873."""
    era = era_of(day)
    year = f"{era.name}{year_text(era.year_of(day.year))}" if era else str(day.year)
    return f"{year}年{day.month}月{day.day}日"
