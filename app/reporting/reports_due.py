"""Which reports to the city are still to be handed in: months, the year, and by when.

The days are usual ones (sections 3.9 and 4.20); the contract may say others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.submissions.queries import SubmissionListing, SubmissionRow

_DUE_DAY = 10
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
