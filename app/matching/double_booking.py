"""Whether two things a supporter does fall on the same time (二重予約): told of, never blocked.

What is done is broken down into slots.  A slot without times takes its whole day, so that a
clash is rather told once too often than not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from app.kernel.bits import bits_of
from app.kernel.wareki import format_day
from app.local_resources.opening import Opening
from app.supporters.availability import WEEKDAYS, DayPart, parts_of

_PARTS = {
    DayPart.MORNING: (time(0), time(12)),
    DayPart.AFTERNOON: (time(12), time(17)),
    DayPart.EVENING: (time(17), time(23, 59, 59)),
}
_DAYS_OF_WEEK = 7


@dataclass(frozen=True, slots=True)
class Slot:
    """Part of a day, on one day (``on_day``) or again and again on a weekday (Monday is 0).

    ``weeks`` are 5 bits, the first week of a month first, ``months`` 12 bits, January first;
    none set means all.  Without ``starts_at`` it is the whole day.
    """

    on_day: date | None = None
    weekday: int | None = None
    weeks: int = 0
    months: int = 0
    starts_at: time | None = None
    ends_at: time | None = None

    def falls_on(self, day: date) -> bool:
        """Return whether a day has this slot."""
        if self.on_day is not None:
            return self.on_day == day
        return (
            self.weekday in (None, day.weekday())
            and (not self.weeks or bool(self.weeks >> (day.day - 1) // _DAYS_OF_WEEK & 1))
            and (not self.months or bool(self.months >> (day.month - 1) & 1))
        )


@dataclass(frozen=True, slots=True)
class Occupation:
    """What takes somebody's time: in words, its slots, and from when to when it goes on."""

    what: str
    slots: tuple[Slot, ...]
    first: date | None = None
    last: date | None = None

    def on(self, day: date) -> tuple[Slot, ...]:
        """Return the slots of a day."""
        if (self.first and day < self.first) or (self.last and day > self.last):
            return ()
        return tuple(slot for slot in self.slots if slot.falls_on(day))


def dated(on_day: date, starts_at: time | None = None, ends_at: time | None = None) -> Slot:
    """Return the slot of something that is done once."""
    return Slot(on_day=on_day, starts_at=starts_at, ends_at=ends_at)


def weekly(
    week: int, months: int = 0, starts_at: time | None = None, ends_at: time | None = None
) -> tuple[Slot, ...]:
    """Return the slots of a week of 21 bits; times given say more than its parts of days."""
    if starts_at is not None:
        days = dict.fromkeys(weekday for weekday, _ in parts_of(week))
        return tuple(Slot(None, day, 0, months, starts_at, ends_at) for day in days)
    return tuple(Slot(None, day, 0, months, *_PARTS[part]) for day, part in parts_of(week))


def at_openings(openings: Iterable[Opening]) -> tuple[Slot, ...]:
    """Return the slots of the days on which a place opens."""
    return tuple(
        Slot(
            None,
            weekday,
            bits_of(one.weeks, first=1),
            bits_of(one.months, first=1),
            one.starts_at,
            one.ends_at,
        )
        for one in openings
        for weekday in one.weekdays
    )


def clash(one: Occupation, other: Occupation) -> str:
    """Return what two occupations have in common, in words, or nothing."""
    if not _same_period(one, other):
        return ""
    for mine in one.slots:
        for theirs in other.slots:
            if _meet(mine, theirs, one, other):
                return _words(mine if mine.on_day is not None else theirs, mine, theirs)
    return ""


def double_bookings(wanted: Occupation, others: Iterable[Occupation]) -> tuple[str, ...]:
    """Return a sentence for each occupation that falls on the time of the one wanted."""
    found = [(other.what, clash(wanted, other)) for other in others]
    return tuple(
        f"{when}は「{what}」と重なります。ご本人に確かめてください。"
        for what, when in found
        if when
    )


def _meet(mine: Slot, theirs: Slot, one: Occupation, other: Occupation) -> bool:
    day = mine.on_day or theirs.on_day
    if day is not None:
        return mine in one.on(day) and theirs in other.on(day) and _same_hours(mine, theirs)
    return (
        (None in (mine.weekday, theirs.weekday) or mine.weekday == theirs.weekday)
        and _share(mine.weeks, theirs.weeks)
        and _share(mine.months, theirs.months)
        and _same_hours(mine, theirs)
    )


def _same_hours(one: Slot, other: Slot) -> bool:
    """Return whether two slots of a day overlap; what ends as the other begins does not."""
    if one.starts_at is None or other.starts_at is None:
        return True
    one_end = one.ends_at or time.max
    other_end = other.ends_at or time.max
    return one.starts_at < other_end and other.starts_at < one_end


def _same_period(one: Occupation, other: Occupation) -> bool:
    def before(last: date | None, first: date | None) -> bool:
        return last is not None and first is not None and last < first

    return not before(one.last, other.first) and not before(other.last, one.first)


def _share(bits: int, others: int) -> bool:
    return not bits or not others or bool(bits & others)


def _words(slot: Slot, mine: Slot, theirs: Slot) -> str:
    if slot.on_day is not None:
        day = format_day(slot.on_day, "4月1日（水）")
    else:
        weekdays: Sequence[int | None] = (mine.weekday, theirs.weekday)
        weekday = next((one for one in weekdays if one is not None), None)
        day = "毎日" if weekday is None else f"{WEEKDAYS[weekday]}曜日"
    return day + (_hours(theirs) if theirs.starts_at else "")


def _hours(slot: Slot) -> str:
    part = next(
        (part for part, hours in _PARTS.items() if hours == (slot.starts_at, slot.ends_at)), None
    )
    if part is not None:
        return f"の{part.label}"
    until = f"{slot.ends_at:%H:%M}" if slot.ends_at else ""
    return f"　{slot.starts_at:%H:%M}～{until}"
