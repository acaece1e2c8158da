"""Proposing the days of a course's sessions, with what speaks against a day (日程案).

Holidays and the turn of the year (12/29 to 1/3) are passed over; a weekend only where the
first day chosen is not itself on one, because then it was meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.kernel.errors import Refusal
from app.kernel.holidays import holiday_name, is_year_end

_MOST_SESSIONS = 60
_LONGEST_INTERVAL = 366
_YEARS = range(1950, 2150)
_WEEKEND = {5: "土曜日", 6: "日曜日"}


@dataclass(frozen=True, slots=True)
class ProposedDay:
    """One proposed day; ``note`` says what is unusual about it, or is empty."""

    day: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The proposed days in order, and those that were passed over, each with the reason."""

    days: tuple[ProposedDay, ...]
    skipped: tuple[ProposedDay, ...] = ()


def day_note(day: date) -> str:
    """Say what may keep people away on a day: a holiday, the turn of the year, a weekend."""
    holiday = holiday_name(day)
    if holiday is not None:
        return f"祝日（{holiday}）"
    if is_year_end(day):
        return "年末年始"
    return _WEEKEND.get(day.weekday(), "")


def propose(first: date, count: int, every_days: int = 7) -> Schedule:
    """Propose ``count`` days from ``first`` on, ``every_days`` days apart.

    Raises ``Refusal`` for numbers no course has.
    """
    _check(first, count, every_days)
    weekend_meant = first.weekday() in _WEEKEND
    days: list[ProposedDay] = []
    skipped: list[ProposedDay] = []
    day = first
    while len(days) < count:
        proposed = ProposedDay(day, day_note(day))
        (days if _fits(day, weekend_meant=weekend_meant) else skipped).append(proposed)
        day += timedelta(days=every_days)
    return Schedule(tuple(days), tuple(skipped))


def _fits(day: date, *, weekend_meant: bool) -> bool:
    if holiday_name(day) is not None or is_year_end(day):
        return False
    return weekend_meant or day.weekday() not in _WEEKEND


def _check(first: date, count: int, every_days: int) -> None:
    problems = {}
    if first.year not in _YEARS:
        problems["first"] = "最初の日を確かめてください。"
    if not 1 <= count <= _MOST_SESSIONS:
        problems["count"] = f"回数は1から{_MOST_SESSIONS}までの数で入力してください。"
    if not 1 <= every_days <= _LONGEST_INTERVAL:
        problems["every_days"] = f"間隔は1から{_LONGEST_INTERVAL}日までで入力してください。"
    if problems:
        raise Refusal("日程案を作れません。" + "".join(problems.values()), problems)
