"""Which reports to the city are still to be handed in: months, the year, and by when.

The days are usual ones (sections 3.9 and 4.20); the contract may say others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.daily_log.queries import days_with_entries
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.submissions.queries import SubmissionListing, SubmissionRow

_DUE_DAY = 10
_YEARLY_MONTHS = (4, 5)
"""When the reports of the year before are written."""
_OVERDUE = "期日を過ぎています"


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report, the day it is due, and whether that day has gone by."""

    name: str
    document: str
    year: FiscalYear
    month: int | None
    due: date
    late: bool

    @property
    def state(self) -> str:
        return _OVERDUE if self.late else ""


def reports_due(session: Session, today: date) -> tuple[ReportDue, ...]:
    """Return what is not handed in yet: of this year's months that are over, and of last year.

    The month that still runs stands last, because it is the next.
    """
    year = FiscalYear.of(today)
    done = {
        (row.document, row.year, row.month)
        for one in (year, year.previous)
        for row in _rows(session, one)
    }
    found = [*_months(year.previous, today), *_yearly(year.previous), *_months(year, today)]
    return tuple(
        ReportDue(name, document, of, month, due, due < today)
        for name, document, of, month, due in sorted(found, key=lambda one: one[4])
        if (document, of, month) not in done
        # A year nobody reported on was before the office had this program.
        and (of == year or any(one[1] == of for one in done))
    )


def month_to_report(session: Session, today: date) -> date:
    """Return a day of the month one reports on next: the last one until it is handed in.

    A last month of another fiscal year in which nothing was written down is not asked for.
    """
    last = today.replace(day=1) - timedelta(days=1)
    year = FiscalYear.of(last)
    if _is_done(session, "monthly-report", year, last.month):
        return today
    known = today in year or days_with_entries(session, last.replace(day=1), last)
    return last if known else today


def year_to_report(session: Session, today: date) -> FiscalYear:
    """Return the year one reports on next: in April and May the last, until it is handed in."""
    year = FiscalYear.of(today)
    before = year.previous
    if today.month not in _YEARLY_MONTHS or _is_done(session, "annual-report", before, None):
        return year
    return before if days_with_entries(session, before.first_day, before.last_day) else year


def _is_done(session: Session, document: str, year: FiscalYear, month: int | None) -> bool:
    listing = SubmissionListing(year, document)
    rows = listing.rows(session, listing.keys(session)).values()
    return any(row.month == month for row in rows)


def _rows(session: Session, year: FiscalYear) -> Iterator[SubmissionRow]:
    listing = SubmissionListing(year=year)
    yield from listing.rows(session, listing.keys(session)).values()


_Due = tuple[str, str, FiscalYear, int | None, date]


def _months(year: FiscalYear, today: date) -> Iterator[_Due]:
    for first, last in year.months:
        if first <= today:
            due = last + timedelta(days=_DUE_DAY)
            name = f"{format_day(first, '令和8年4月')}分　月次業務報告書"
            yield name, "monthly-report", year, first.month, due


def _yearly(year: FiscalYear) -> Iterator[_Due]:
    due = date(year.start + 1, 5, 31)
    yield f"{year}　年次業務報告書", "annual-report", year, None, due
    yield f"{year}　収支決算書", "settlement", year, None, due
