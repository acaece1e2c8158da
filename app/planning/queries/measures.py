"""Counting what a plan aims at, over every feature: each figure names its rows.

A course counts whole: its applicants on its first day, who completed it on its last, both kept
within its fiscal year, so that a year's figures are those of its courses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from app.council.council import Tier
from app.council.queries import MeetingRow
from app.daily_log.log_entry import Means
from app.daily_log.tallies import DutyTally
from app.kernel.figure import Counted, Figure, together
from app.local_issues import queries as local_issues
from app.local_issues.local_issue import IssueStage
from app.planning.measure import MEASURES, Measure, MeasureKey, known_measure
from app.planning.queries.sources import Sources
from app.supporters.figures import Figure as Supporters
from app.training import queries as training
from app.training.course import EnrollmentStatus
from app.training.queries import CourseRow

_VISIT = list(Means).index(Means.VISIT)
_OTHERS = (Tier.LIAISON, Tier.SECTION, Tier.OTHER)


class Counting:
    """Counts measures over one period; what several of them need is read once."""

    def __init__(self, session: Session, first: date, last: date) -> None:
        self._session = session
        self._sources = Sources(session, first, last)

    def figure(self, key: str, duty: int | None = None) -> Figure:
        """Return what a measure counts; those of the log under one duty, without it under all.

        Raises ``Refusal`` for a measure nobody knows.
        """
        wanted = known_measure(key)
        if wanted.by_duty:
            return self._of_log(_OF_LOG[wanted.key], duty)
        if wanted.by_kind:
            return _OF_COURSES[wanted.key](self._sources, wanted.course_kind)
        if wanted.key is MeasureKey.ISSUES_SOLVED:
            return self._solved()
        return _COUNT[wanted.key](self._sources)

    def _of_log(self, of: Callable[[DutyTally], Figure], duty: int | None) -> Figure:
        lines = self._sources.tallies.by_duty
        if duty is not None:
            name = self._sources.duty_name(duty)
            lines = tuple(one for one in lines if one.duty.name == name)
        return together(of(one) for one in lines)

    def _solved(self) -> Figure:
        """Count the issues that came to their end well in the period and have stayed there."""
        steps = local_issues.steps_of(self._session, [row.id for row in self._sources.issues])
        return self._sources.issues_that(
            lambda row: (
                steps[row.id][-1].stage is IssueStage.SOLVED
                and self._sources.has(steps[row.id][-1].starts_on)
            )
        )


def count(session: Session, key: str, first: date, last: date, duty: int | None = None) -> Figure:
    """Return what a measure counts from one day to another; refuse an unknown one."""
    return Counting(session, first, last).figure(key, duty)


def measures(session: Session) -> tuple[Measure, ...]:
    """Return everything that can be counted, in the order it is offered.

    What is of courses is followed by the same for each kind of course.
    """
    kinds = [(kind.id, kind.draft.name) for kind in training.kinds(session)]
    found: list[Measure] = []
    for one in MEASURES:
        found.append(one)
        if one.by_kind:
            found += (one.of_kind(*kind) for kind in kinds)
    return tuple(found)


def _held(*tiers: Tier) -> Callable[[Sources], Figure]:
    return lambda sources: _meetings(row for row in sources.held if row.tier in tiers)


def _attended(*tiers: Tier) -> Callable[[Sources], Figure]:
    return lambda sources: _meetings(
        row for row in sources.held if row.tier in tiers and row.attended
    )


def _meetings(rows: Iterable[MeetingRow]) -> Figure:
    return Figure(Counted.MEETING, tuple(row.id for row in rows))


def _supporters(one: Supporters) -> Figure:
    return Figure(Counted.SUPPORTER, tuple(one.who))


def _began(row: CourseRow) -> date:
    return _within(row, row.first_day or row.year.first_day)


def _ended(row: CourseRow) -> date:
    return _within(row, row.last_day or row.year.first_day)


def _within(row: CourseRow, day: date) -> date:
    return min(max(day, row.year.first_day), row.year.last_day)


_OF_LOG: Mapping[MeasureKey, Callable[[DutyTally], Figure]] = {
    MeasureKey.LOG_ENTRIES: lambda one: one.tally.entries,
    MeasureKey.LOG_VISITS: lambda one: one.by_means[_VISIT],
    MeasureKey.LOG_REACHED: lambda one: one.tally.attendances,
    MeasureKey.LOG_PEOPLE: lambda one: one.tally.people,
}
_K = MeasureKey
_OF_COURSES: Mapping[MeasureKey, Callable[[Sources, int | None], Figure]] = {
    _K.SESSIONS: lambda of, kind: of.sessions(kind),
    _K.APPLICANTS: lambda of, kind: of.applications(_began, kind),
    _K.TRAINEES: lambda of, kind: Figure(
        Counted.ATTENDANCE, tuple(one.id for one in of.attended(kind))
    ),
    _K.TRAINED: lambda of, kind: Figure(
        Counted.PERSON, tuple(dict.fromkeys(one.person for one in of.attended(kind)))
    ),
    _K.COMPLETED: lambda of, kind: of.applications(_ended, kind, EnrollmentStatus.COMPLETED),
}
_COUNT: Mapping[MeasureKey, Callable[[Sources], Figure]] = {
    _K.FIRST_HELD: _held(Tier.FIRST),
    _K.FIRST_ATTENDED: _attended(Tier.FIRST),
    _K.SECOND_HELD: _held(Tier.SECOND),
    _K.SECOND_ATTENDED: _attended(Tier.SECOND),
    _K.CARE_HELD: lambda of: _meetings(row for row in of.held if row.care),
    _K.CARE_ATTENDED: lambda of: _meetings(row for row in of.held if row.care and row.attended),
    _K.OTHER_ATTENDED: _attended(*_OTHERS),
    _K.REGISTERED_NEW: lambda of: _supporters(of.supporters.new),
    _K.REGISTERED: lambda of: _supporters(of.supporters.after),
    _K.CENTRE_NEW: lambda of: _supporters(of.centre[0]),
    _K.CENTRE: lambda of: _supporters(of.centre[1]),
    _K.REQUESTS: lambda of: of.matching.received,
    _K.AGREED: lambda of: of.matching.agreed,
    _K.ACTIVE: lambda of: of.matching.active,
    _K.OCCASIONS: lambda of: of.matching.occasions,
    _K.HELP_GIVEN: lambda of: of.matching.attendances,
    _K.HELPERS: lambda of: of.matching.people,
    _K.NEEDS: lambda of: of.needs(),
    _K.RESOURCES: lambda of: of.resources.total,
    _K.RESOURCES_NEW: lambda of: of.resources.new,
    _K.RESOURCES_CONFIRMED: lambda of: of.resources.updated,
    _K.RESOURCES_CREATED: lambda of: of.created(),
    _K.ISSUES: lambda of: of.issues_that(lambda row: of.has(row.found_on)),
    _K.ISSUES_SUBMITTED: lambda of: of.issues_that(lambda row: of.has(row.submitted_on)),
    _K.SURVEYS: lambda of: Figure(Counted.SURVEY, tuple(row.id for row in of.surveys())),
    _K.ANSWER_SHEETS: lambda of: of.answer_sheets(),
}
