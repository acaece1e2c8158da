"""The figures of matching (マッチング実績), counted from rows; each names the rows it counts.

回数 is how often help took place: on one day at one place once, however many supporters came.
延べ人数 is every supporter each time, 実人数 every person once, however many registrations,
matches or merged records they have; 時間 is the sum of everybody's time, in minutes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.kernel.figure import Counted, Figure
from app.matching.match import MatchState
from app.matching.match_way import Step, state_at


@dataclass(frozen=True, slots=True)
class RequestFact:
    """A request as the figures need it."""

    key: int
    received_on: date
    district: str
    kind: str


@dataclass(frozen=True, slots=True)
class MatchFact:
    """A match as the figures need it; ``place`` tells apart where supporters meet."""

    key: int
    person: int
    place: tuple[str, int]
    district: str
    kind: str
    level: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class ActivityFact:
    """A line of a slip as the figures need it; ``month`` is the first day of the slip's month."""

    key: int
    match: MatchFact
    month: date
    on_day: date | None
    times: int
    minutes: int
    kind: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the figures are counted from."""

    requests: Sequence[RequestFact]
    matches: Sequence[MatchFact]
    activities: Sequence[ActivityFact]


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """One column of the table by month, or its sum: ``active`` are those of its last day."""

    first: date
    last: date
    received: Figure
    asked: Figure
    agreed: Figure
    failed: Figure
    active: Figure
    ended: Figure
    occasions: Figure
    attendances: Figure
    people: Figure
    minutes: Figure


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Figures by district (rows) and kind of support (columns), with their sums."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[Figure, ...], ...]
    row_totals: tuple[Figure, ...]
    column_totals: tuple[Figure, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """The figures of the matches whose supporter had one level when asked."""

    level: str
    asked: Figure
    agreed: Figure
    active: Figure
    attendances: Figure
    people: Figure
    minutes: Figure


def period_figures(facts: Facts, first: date, last: date) -> PeriodFigures:
    """Return the figures of a period of whole months."""
    done = [one for one in facts.activities if first <= one.month <= last]
    received = [one.key for one in facts.requests if first <= one.received_on <= last]
    return PeriodFigures(
        first=first,
        last=last,
        received=Figure(Counted.REQUEST, tuple(received)),
        asked=reaching(facts.matches, MatchState.ASKING, first, last),
        agreed=reaching(facts.matches, MatchState.AGREED, first, last),
        failed=reaching(facts.matches, MatchState.FAILED, first, last),
        active=active_on(facts.matches, last),
        ended=reaching(facts.matches, MatchState.ENDED, first, last),
        occasions=occasions(done),
        attendances=attendances(done),
        people=people(done),
        minutes=minutes(done),
    )


def reaching(matches: Iterable[MatchFact], state: MatchState, first: date, last: date) -> Figure:
    """Count the matches that came to a state in a period."""
    keys = [
        one.key
        for one in matches
        if any(step.state is state and first <= step.on <= last for step in one.steps)
    ]
    return Figure(Counted.MATCH, tuple(keys))


def active_on(matches: Iterable[MatchFact], day: date) -> Figure:
    """Count the matches that are 活動中 on the evening of a day."""
    keys = [one.key for one in matches if state_at(one.steps, day) is MatchState.ACTIVE]
    return Figure(Counted.MATCH, tuple(keys))


def helpers_on(matches: Iterable[MatchFact], day: date) -> Figure:
    """Count the people whose help is 活動中 on the evening of a day, each once."""
    people = (one.person for one in matches if state_at(one.steps, day) is MatchState.ACTIVE)
    return Figure(Counted.PERSON, tuple(dict.fromkeys(people)))


def occasions(lines: Iterable[ActivityFact]) -> Figure:
    """Count how often help took place (回数).

    Supporters who came to one place on one day came together; if one of them came twice that
    day, there were two occasions.  Lines without a day cannot be told apart: each counts.
    """
    lines = list(lines)
    by_day: dict[tuple[tuple[str, int], date], dict[int, int]] = defaultdict(
        lambda: defaultdict(int)
    )
    undated = 0
    for one in lines:
        if one.on_day is None:
            undated += one.times
        else:
            by_day[one.match.place, one.on_day][one.match.key] += one.times
    dated = sum(max(times.values()) for times in by_day.values())
    return Figure(Counted.ACTIVITY, _keys(lines), dated + undated)


def attendances(lines: Iterable[ActivityFact]) -> Figure:
    """Count every supporter each time (延べ人数)."""
    lines = list(lines)
    return Figure(Counted.ACTIVITY, _keys(lines), sum(one.times for one in lines))


def people(lines: Iterable[ActivityFact]) -> Figure:
    """Count every person who did something once (実人数)."""
    return Figure(Counted.PERSON, tuple(dict.fromkeys(one.match.person for one in lines)))


def minutes(lines: Iterable[ActivityFact]) -> Figure:
    """Sum up everybody's time, in minutes."""
    lines = list(lines)
    return Figure(Counted.ACTIVITY, _keys(lines), sum(one.minutes for one in lines))


FactT = TypeVar("FactT", RequestFact, MatchFact, ActivityFact)


def cross_table(
    facts: Sequence[FactT],
    rows: Sequence[str],
    columns: Sequence[str],
    place_of: Callable[[FactT], tuple[str, str]],
    count: Callable[[Sequence[FactT]], Figure],
) -> CrossTable:
    """Return a table of facts; rows and columns that are empty stay where they are."""
    cells: dict[tuple[str, str], list[FactT]] = defaultdict(list)
    of_row: dict[str, list[FactT]] = defaultdict(list)
    of_column: dict[str, list[FactT]] = defaultdict(list)
    for one in facts:
        row, column = place_of(one)
        cells[row, column].append(one)
        of_row[row].append(one)
        of_column[column].append(one)
    return CrossTable(
        tuple(rows),
        tuple(columns),
        tuple(tuple(count(cells[row, column]) for column in columns) for row in rows),
        tuple(count(of_row[row]) for row in rows),
        tuple(count(of_column[column]) for column in columns),
        count(facts),
    )


def level_figures(
    facts: Facts, levels: Sequence[str], first: date, last: date
) -> tuple[LevelFigures, ...]:
    """Return the figures of a period for each level."""
    found = []
    for level in levels:
        those = [one for one in facts.matches if one.level == level]
        done = [
            one
            for one in facts.activities
            if one.match.level == level and first <= one.month <= last
        ]
        found.append(
            LevelFigures(
                level,
                reaching(those, MatchState.ASKING, first, last),
                reaching(those, MatchState.AGREED, first, last),
                active_on(those, last),
                attendances(done),
                people(done),
                minutes(done),
            )
        )
    return tuple(found)


def _keys(lines: Iterable[ActivityFact]) -> tuple[int, ...]:
    return tuple(one.key for one in lines)
