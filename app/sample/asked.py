"""What supporters of the sample are asked for, and each of those who were asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from app.kernel.holidays import holiday_name
from app.local_resources.local_resource import LocalResourceId
from app.matching.match import ActivityDraft, MatchDraft, MatchId, MatchState
from app.matching.match_way import OPEN
from app.matching.request import RequestId, Rhythm
from app.matching.slip_checks import last_of
from app.sample.helpers import Helper
from app.sample.request_patterns import RequestPattern

_COMES, _SUM, _NOTHING = 0.88, 0.04, 0.04
"""How often a supporter comes, writes one sum for a month, or did nothing in it."""


@dataclass(eq=False, slots=True)
class Help:
    """Something supporters are asked for: by a request, or by a place without one.

    Regular help is on one ``weekday`` in these ``weeks`` of a month, from ``starts_on`` on; help
    for once is on that day.
    """

    pattern: RequestPattern
    request: RequestId | None
    place: LocalResourceId | None
    district: str
    wanted: int
    starts_on: date
    weekday: int
    weeks: tuple[int, ...]
    hands: list[Helper] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    is_over: bool = False

    @property
    def is_once(self) -> bool:
        return self.pattern.rhythm is Rhythm.ONCE

    @property
    def minutes(self) -> int:
        """How long it takes one time."""
        first, last = self.pattern.starts_at, self.pattern.ends_at
        return (last.hour - first.hour) * 60 + last.minute - first.minute

    @property
    def open(self) -> list[Asked]:
        """Those asked whose match is not over."""
        return [one for one in self.asked if one.state in OPEN]

    def days(self, first: date, last: date) -> Iterator[date]:
        """Yield the days within a span on which there is something to help with."""
        if self.is_once:
            yield from (day for day in (self.starts_on,) if first <= day <= last)
            return
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            week = (day.day - 1) // 7 + 1
            if day.weekday() == self.weekday and week in self.weeks and not holiday_name(day):
                yield day


@dataclass(eq=False, slots=True)
class Asked:
    """One supporter who was asked: the match, its state, and what is written about it."""

    id: MatchId
    helper: Helper
    help: Help
    state: MatchState
    draft: MatchDraft

    def slip(self, random: Random, month: date) -> list[ActivityDraft] | None:
        """Return what this supporter did in a month; nothing at all where none is due."""
        starts_on, ends_on = self.draft.starts_on, self.draft.ends_on
        if starts_on is None:
            return None
        first, last = max(month, starts_on), min(last_of(month), ends_on or date.max)
        if first > last:
            return None
        if not self.help.is_once and random.random() < _NOTHING:
            return []
        days = [
            day
            for day in self.help.days(first, last)
            if self.help.is_once or random.random() < _COMES
        ]
        fare = 0 if self.helper.has_car else random.choice((0, 0, 420, 500))
        if len(days) > 1 and random.random() < _SUM:
            minutes = self.help.minutes * len(days)
            return [ActivityDraft(None, len(days), minutes, fare=fare * len(days))]
        return [self._line(random, day, fare) for day in days]

    def _line(self, random: Random, day: date, fare: int) -> ActivityDraft:
        pattern = self.help.pattern
        minutes = max(30, self.help.minutes + random.choice((0, 0, 0, -30, 30)))
        is_exact = minutes == self.help.minutes
        return ActivityDraft(
            on_day=day,
            minutes=minutes,
            starts_at=pattern.starts_at if is_exact else None,
            ends_at=pattern.ends_at if is_exact else None,
            people_helped=random.choice((None, random.randint(3, 20))),
            fare=fare,
        )
