"""What the measures of a period are counted from, each read once however many ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.meeting import MeetingState
from app.council.queries import MeetingListing, MeetingRow
from app.daily_log import queries as daily_log
from app.daily_log.queries import LogListing
from app.daily_log.tallies import Tallies
from app.duties import queries as duties
from app.duties.duty import DutyRow
from app.kernel.figure import Counted, Figure
from app.kernel.fiscal_year import FiscalYear
from app.local_issues import queries as local_issues
from app.local_issues.local_issue import Creation
from app.local_issues.queries import IssueListing, IssueRow
from app.local_resources import queries as local_resources
from app.local_resources.queries import ResourceListing, ResourceMoves
from app.matching import queries as matching
from app.matching.figures import PeriodFigures, period_figures
from app.matching.queries import MatchListing, NeedListing, RequestListing
from app.supporters import queries as supporters
from app.supporters.figures import Counts
from app.supporters.figures import Figure as Supporters
from app.supporters.queries import SupporterListing
from app.surveys import queries as surveys
from app.surveys.queries import SurveyListing, SurveyRow
from app.training import queries as training
from app.training.course import EnrollmentStatus, SessionStatus
from app.training.queries import ApplicationListing, Attended, CourseListing, CourseRow

TABLES = frozenset[str]().union(
    *(
        listing.tables
        for listing in (
            *(LogListing(), MeetingListing(), CourseListing(), NeedListing()),
            *(IssueListing(), SurveyListing(), ResourceListing(), SupporterListing(date.min)),
            *(RequestListing(), MatchListing()),
        )
    ),
    {"attendance", "supporter_state_change", "centre_registration", "resource_confirmation"},
    {"activity", "activity_slip", "match_step", "issue_resource"},
)
"""The tables any measure counts from."""


class Sources:
    """The facts of a period as the features tell them.

    They are those of one moment: read them in one transaction and throw them away.
    """

    def __init__(self, session: Session, first: date, last: date) -> None:
        self._session = session
        self.first, self.last = first, last
        self._by_kind: dict[int, frozenset[int]] = {}

    @cached_property
    def tallies(self) -> Tallies:
        """The entries of the log that are for the city, as its reports count them."""
        return daily_log.tallies(self._session, self.first, self.last, to_city_only=True)

    def duty_name(self, duty: int) -> str:
        """Return what a duty is called, by which its entries of other lists are found."""
        row = self._duties.get(duty)
        return "" if row is None else row.name

    @cached_property
    def _duties(self) -> Mapping[int, DutyRow]:
        return duties.duties(self._session)

    @cached_property
    def held(self) -> tuple[MeetingRow, ...]:
        """The meetings that took place."""
        rows = council.meetings_between(self._session, self.first, self.last)
        return tuple(row for row in rows if row.state is MeetingState.HELD)

    def sessions(self, kind: int | None) -> Figure:
        """Return the sessions held, of one kind of course or of all."""
        rows = training.sessions_between(self._session, self.first, self.last)
        held = [
            one.id
            for one in rows
            if one.status is SessionStatus.HELD and self._is_of(one.course, kind)
        ]
        return Figure(Counted.SESSION, tuple(held))

    def attended(self, kind: int | None) -> tuple[Attended, ...]:
        """Return who was at the sessions held, of one kind of course or of all."""
        rows = training.attendances_between(self._session, self.first, self.last)
        return tuple(one for one in rows if self._is_of(one.course, kind))

    def _is_of(self, course: int, kind: int | None) -> bool:
        return kind is None or course in self._courses_of(kind)

    def _courses_of(self, kind: int) -> frozenset[int]:
        if kind not in self._by_kind:
            self._by_kind[kind] = frozenset(CourseListing(kind_id=kind).keys(self._session))
        return self._by_kind[kind]

    @cached_property
    def supporters(self) -> Counts:
        return supporters.counts(self._session, self.first, self.last)

    @cached_property
    def centre(self) -> tuple[Supporters, Supporters]:
        return supporters.centre_counts(self._session, self.first, self.last)

    @cached_property
    def matching(self) -> PeriodFigures:
        return period_figures(matching.facts(self._session), self.first, self.last)

    @cached_property
    def resources(self) -> ResourceMoves:
        return local_resources.resource_counts(self._session, self.first, self.last).all

    @cached_property
    def issues(self) -> list[IssueRow]:
        """Every issue that is not in the bin."""
        return local_issues.issues(self._session, IssueListing().keys(self._session))

    def needs(self) -> Figure:
        keys = (key for year in self._years() for key in NeedListing(year=year).keys(self._session))
        rows = matching.needs(self._session, list(keys))
        found = [row.id for row in reversed(rows) if self.has(row.received_on)]
        return Figure(Counted.NEED, tuple(found))

    def created(self) -> Figure:
        """Return the resources that came of issues and took root (定着)."""
        keys = [row.id for row in self.issues]
        lines = local_issues.created_resources(self._session, keys).values()
        rooted = [
            one.resource_id
            for some in lines
            for one in some
            if one.creation is Creation.SETTLED and self.has(one.reached_on)
        ]
        return Figure(Counted.RESOURCE, tuple(dict.fromkeys(rooted)))

    def issues_that(self, holds: Callable[[IssueRow], bool]) -> Figure:
        return Figure(Counted.ISSUE, tuple(row.id for row in self.issues if holds(row)))

    def surveys(self) -> list[SurveyRow]:
        """Return the surveys that began; one without a day began with its year."""
        rows = surveys.surveys(self._session, SurveyListing().keys(self._session))
        return [
            row for row in rows if self.has(row.starts_on or FiscalYear(row.fiscal_year).first_day)
        ]

    def answer_sheets(self) -> Figure:
        """Return how many sheets came back, with the surveys they are of."""
        rows = self.surveys()
        return Figure(
            Counted.SURVEY, tuple(row.id for row in rows), sum(row.sheets for row in rows)
        )

    def applications(
        self,
        day_of: Callable[[CourseRow], date],
        kind: int | None,
        *statuses: EnrollmentStatus,
    ) -> Figure:
        """Return the applications to the courses that have a day of theirs in the period."""
        keys = [
            key
            for row in self._courses()
            if self.has(day_of(row)) and self._is_of(row.id, kind)
            for key in ApplicationListing(row.id, self.last, frozenset(statuses)).keys(
                self._session
            )
        ]
        return Figure(Counted.ENROLLMENT, tuple(keys))

    def has(self, day: date | None) -> bool:
        """Return whether a day is in the period."""
        return day is not None and self.first <= day <= self.last

    def _courses(self) -> Iterator[CourseRow]:
        for year in self._years():
            listing = CourseListing(year)
            keys = listing.keys(self._session)
            rows = listing.rows(self._session, keys)
            yield from (rows[key] for key in keys)

    def _years(self) -> Iterator[FiscalYear]:
        year = FiscalYear.of(self.first)
        while year.first_day <= self.last:
            yield year
            year = year.next
