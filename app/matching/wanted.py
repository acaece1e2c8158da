"""A request as ranking needs it, and what a supporter already carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Final

from app.contacts.person import Sex
from app.supporters.availability import PART_HOURS, week_of
from app.supporters.supporter import SupporterId


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request, or a place that takes supporters, asks for; an empty field asks nothing.

    ``kinds`` are the names of the kinds of support by key, ``levels`` those of the levels by
    position.  ``week`` and ``months`` are as in ``app.supporters.availability``; ``any_part``
    says that one part of ``week`` is enough.  ``distances`` are kilometres from the place by
    town, where both are known, to one decimal.  ``first_day`` is when the help begins, for which
    insurance is looked for.  ``already`` says of supporters why they are not asked (again);
    ``hands`` are who came forward.
    """

    today: date
    kinds: Mapping[int, str] = field(default_factory=dict)
    level: int | None = None
    levels: Mapping[int, str] = field(default_factory=dict)
    week: int = 0
    any_part: bool = False
    months: int = 0
    times_a_month: int = 1
    district: int | None = None
    district_name: str = ""
    distances: Mapping[str, float] = field(default_factory=dict)
    distance_matters: bool = True
    car_needed: bool = False
    sex: Sex | None = None
    one_to_one: bool = False
    first_day: date | None = None
    already: Mapping[SupporterId, str] = field(default_factory=dict)
    hands: frozenset[SupporterId] = frozenset()


@dataclass(frozen=True, slots=True)
class Load:
    """What a supporter carries already.

    ``refusals`` are those of the last year.  ``current`` matches are asked for, agreed or
    active; ``times`` is how often a month they take the supporter together.
    """

    asked_last: date | None = None
    refusals: int = 0
    current: int = 0
    times: int = 0


NO_LOAD: Final = Load()
"""Of who was never asked."""


def week_of_hours(weekday: int, starts_at: time | None, ends_at: time | None) -> int:
    """Return the parts of a week that hours of a weekday (Monday is 0) take.

    Without hours it is the whole day.
    """
    first = starts_at or time.min
    last = ends_at or (time.max if starts_at is None else first)
    return week_of(
        (weekday, part)
        for part, (begins, ends) in PART_HOURS.items()
        if begins <= first < ends or first <= begins < last
    )
