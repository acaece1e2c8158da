"""年次業務報告書 as a value (section 3.10): the year's plan and what became of it, with figures.

A year that still runs is reported as it is today.  Of the log only entries for the city count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from app.accounting import queries as accounting
from app.accounting.settlement import Settlement
from app.daily_log import queries as daily_log
from app.kernel.figure import Figure
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import queries as local_issues
from app.local_issues.analysis import Analysis
from app.local_issues.queries import IssueListing, IssueRow
from app.local_resources import queries as local_resources
from app.local_resources.queries import ResourceCounts
from app.matching import queries as matching
from app.matching.figures import PeriodFigures, period_figures
from app.planning import queries as planning
from app.planning.measure import MeasureKey, measure_of
from app.planning.queries import Counting, Plan
from app.reporting.council_members import CouncilMembers, council_members
from app.reporting.log_figures import LogFigures, log_figures
from app.reporting.meeting_figures import MeetingFigures, meeting_figures
from app.reporting.supporter_figures import SupporterFigures, supporter_figures
from app.reporting.training_figures import TrainingFigures, training_figures
from app.training import queries as training
from app.training.course import CourseId
from app.training.queries import CourseFigures, CourseListing, CourseRow

_STANDARD = (
    MeasureKey.LOG_ENTRIES, MeasureKey.FIRST_ATTENDED, MeasureKey.SECOND_ATTENDED,
    MeasureKey.CARE_HELD, MeasureKey.CARE_ATTENDED, MeasureKey.SESSIONS, MeasureKey.TRAINED,
    MeasureKey.COMPLETED, MeasureKey.REGISTERED_NEW, MeasureKey.REGISTERED, MeasureKey.AGREED,
    MeasureKey.HELP_GIVEN, MeasureKey.HELPERS, MeasureKey.NEEDS, MeasureKey.RESOURCES,
    MeasureKey.RESOURCES_CREATED, MeasureKey.ISSUES, MeasureKey.ISSUES_SUBMITTED,
)  # fmt: skip
"""What every year is told in numbers, whether the plan aims at it or not."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """A line of 数値で見る一年; a plan that counts by hand has a bare number as actual."""

    name: str
    unit: str
    target: int | None
    actual: Figure | int | None
    before: Figure | int | None

    @property
    def rate(self) -> Fraction | None:
        """達成率; nothing without a target."""
        done = planning.number_of(self.actual)
        return None if done is None or not self.target else Fraction(done, self.target)


@dataclass(frozen=True, slots=True)
class MonthLine:
    """A month of the year: the entries of the log for the city, and the figures of matching."""

    first: date
    entries: Figure
    matching: PeriodFigures


@dataclass(frozen=True, slots=True)
class TaughtCourse:
    """A course of the year with the figures of its report."""

    row: CourseRow
    figures: CourseFigures


@dataclass(frozen=True, slots=True)
class Annual:
    """The report of one year, in the order of its parts."""

    year: FiscalYear
    last: date
    plan: Plan
    indicators: tuple[Indicator, ...]
    log: LogFigures
    months: tuple[MonthLine, ...]
    courses: tuple[TaughtCourse, ...]
    training: TrainingFigures
    supporters: SupporterFigures
    members: CouncilMembers
    meetings: MeetingFigures
    analysis: Analysis
    issues: tuple[IssueRow, ...]
    resources: ResourceCounts
    settled: Settlement


def annual(session: Session, year: FiscalYear, today: date) -> Annual:
    """Return the report of a fiscal year; of one that runs, what it holds by ``today``."""
    first, last = year.first_day, max(year.first_day, min(year.last_day, today))
    facts = matching.facts(session)
    plan = planning.plan(session, year)
    issues = local_issues.issues(session, IssueListing(year=year).keys(session))
    spans = [span for span in year.months if span[0] <= last]
    return Annual(
        year=year,
        last=last,
        plan=plan,
        indicators=(*_planned(plan), *_standard(session, plan, last)),
        log=log_figures(session, first, first, last).year,
        months=tuple(
            MonthLine(begin, _entries(session, begin, end), period_figures(facts, begin, end))
            for begin, end in spans
        ),
        courses=tuple(_courses(session, year)),
        training=training_figures(session, first, last),
        supporters=supporter_figures(session, facts, first, last),
        members=council_members(session, last),
        meetings=meeting_figures(session, first, last),
        analysis=local_issues.analysis(session, year),
        issues=tuple(reversed(issues)),
        resources=local_resources.resource_counts(session, first, last),
        settled=accounting.settlement(session, year),
    )


def _planned(plan: Plan) -> Iterable[Indicator]:
    for row in plan.items:
        name = row.draft.indicator or (row.measure.name if row.measure else "")
        if name and row.measure and row.measure.by_duty:
            name += f"（{row.duty.sign}）"
        if name or row.draft.target is not None:
            yield Indicator(
                name or row.title, row.draft.unit, row.draft.target, row.actual, row.before
            )


def _standard(session: Session, plan: Plan, last: date) -> Iterable[Indicator]:
    """Yield what the plan does not count already."""
    year = plan.year
    aimed_at = {row.draft.measure for row in plan.items}
    now = Counting(session, year.first_day, last)
    before = Counting(session, year.previous.first_day, year.previous.last_day)
    for key in _STANDARD:
        measure = measure_of(key.value)
        if measure is not None and (key.value not in aimed_at or measure.by_duty):
            yield Indicator(
                measure.name.removesuffix("（この業務）"),
                measure.unit,
                None,
                now.figure(key.value),
                before.figure(key.value),
            )


def _entries(session: Session, first: date, last: date) -> Figure:
    return daily_log.tallies(session, first, last, to_city_only=True).total.entries


def _courses(session: Session, year: FiscalYear) -> Iterable[TaughtCourse]:
    listing = CourseListing(year=year)
    rows: Mapping[int, CourseRow] = listing.rows(session, keys := listing.keys(session))
    for key in keys:
        yield TaughtCourse(rows[key], training.course_figures(session, CourseId(key)))
