"""How many days the sheet shows at once, and which they are."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from app.kernel.fiscal_year import FiscalYear
from app.kernel.labelled import Labelled
from app.kernel.wareki import format_day

_WEEK = 7


class Span(Labelled):
    """The values are those of the document 日報."""

    DAY = "day", "日"
    WEEK = "week", "週"
    MONTH = "month", "月"

    def around(self, day: date) -> tuple[date, date]:
        """Return the first and last of the days around one: weeks begin on Monday."""
        if self is Span.DAY:
            return day, day
        if self is Span.WEEK:
            first = day - timedelta(days=day.weekday())
            return first, first + timedelta(days=_WEEK - 1)
        return day.replace(day=1), day_of(day, 31)

    def step(self, day: date, steps: int) -> date:
        """Return the day that many days, weeks or months later, or earlier."""
        if self is Span.MONTH:
            months = day.year * 12 + day.month - 1 + steps
            return day_of(date(months // 12, months % 12 + 1, 1), day.day)
        return day + timedelta(days=steps * (_WEEK if self is Span.WEEK else 1))

    def words(self, day: date) -> str:
        """Return what the days around one are called."""
        first, last = self.around(day)
        if self is Span.DAY:
            return format_day(first, "令和8年4月1日(水)")
        if self is Span.WEEK:
            return f"{format_day(first, '令和8年4月1日')}～{format_day(last, '4月1日(水)')}"
        return format_day(first, "令和8年4月")


def day_of(month: date, day: int) -> date:
    """Return a day of a month, its last where it has not so many."""
    return month.replace(day=min(day, monthrange(month.year, month.month)[1]))


def day_in(year: FiscalYear, day: date) -> date:
    """Return a day, or the one that has its place in a fiscal year."""
    return day if day in year else day_of(year.month(day.month)[0], day.day)
