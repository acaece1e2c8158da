"""What the calendar of the office asks for: reports to the city, and the change of year.

Two years are worked on at once in April and May, so last year's reports stand beside this year's
plan.  A year that nobody planned before is nobody's gap: an office that never wrote a plan here
is not asked for one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.accounting.account import Side
from app.daily_log import queries as daily_log
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.planning import queries as planning
from app.reporting.reports_due import ReportDue, reports_due
from app.reporting.today_line import Line, Matter

_DAY = "4月1日"
_AHEAD, _AHEAD_OF_YEAR = timedelta(days=10), timedelta(days=30)
"""How long before its day a report is asked for; that of a year, from the first of May."""
_PLACE = "reporting"
_PLANNING_BEGINS = 1
"""The month, January, from which next year's plan and budget are asked for (section 4.20)."""
_LAST_MONTH = 3


def year_lines(session: Session, today: date) -> Iterator[Line]:
    """Give the reports due in the next days, and what the change of year leaves to do."""
    begun = daily_log.first_day(session)
    if begun is not None:
        due = [one for one in reports_due(session, today) if _is_near(one, today)]
        yield from _reports([one for one in due if _end(one) >= begun], today)
    for year in _years_to_plan(today):
        yield from _plan(session, year)
        yield from _budget(session, year)


def _reports(due: Sequence[ReportDue], today: date) -> Iterator[Line]:
    """Give a line for each kind of report; months that were let lie stand in one."""
    for document in dict.fromkeys(one.document for one in due):
        oldest, *others = (one for one in due if one.document == document)
        line = _report(oldest, today)
        if others:
            line = replace(line, detail=f"ほかに{len(others)}件残っています")
        yield line


def _report(one: ReportDue, today: date) -> Line:
    day = format_day(one.due, _DAY)
    said = f"の期日（{day}）を過ぎました" if one.late else f"を{day}までに提出します"
    kind, key = "document", f"{one.document} year={one.year.start}"
    if one.month:
        kind, key = "report_month", one.year.month(one.month)[0].isoformat()
    elif one.document == "annual-report":
        kind, key = "report_year", str(one.year.start)
    detail = "まだ提出していません" if one.late else f"あと{(one.due - today).days}日"
    return Line(Matter.REPORTS, f"{one.name}{said}", detail, _PLACE, kind, key, urgent=one.late)


def _is_near(one: ReportDue, today: date) -> bool:
    return one.due - today <= (_AHEAD if one.month else _AHEAD_OF_YEAR)


def _end(one: ReportDue) -> date:
    return one.year.month(one.month)[1] if one.month else one.year.last_day


def _years_to_plan(today: date) -> tuple[FiscalYear, ...]:
    year = FiscalYear.of(today)
    coming = _PLANNING_BEGINS <= today.month <= _LAST_MONTH
    return (year, year.next) if coming else (year,)


def _plan(session: Session, year: FiscalYear) -> Iterator[Line]:
    before = len(planning.item_rows(session, year.previous))
    if before and not planning.item_rows(session, year):
        yield Line(
            Matter.YEAR,
            f"{year}の年間事業計画がまだありません",
            f"前年度の計画（{before}件）を写して始められます",
            "plan",
            "plan_year",
            year.start,
        )


def _budget(session: Session, year: FiscalYear) -> Iterator[Line]:
    now, before = (
        accounting.account(session, one).total(Side.EXPENSE).budget for one in (year, year.previous)
    )
    if before and not now:
        yield Line(
            Matter.YEAR,
            f"{year}の予算がまだありません",
            "前年度の予算を写して始められます",
            "plan",
            "budget_year",
            year.start,
        )
