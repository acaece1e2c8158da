from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.holidays import holiday_name, is_year_end
from app.training.scheduling import day_note, propose


def test_that_a_weekly_course_passes_over_holidays() -> None:
    schedule = propose(date(2026, 7, 6), 5)  # Mondays; 20 July is 海の日
    assert [one.day for one in schedule.days] == [
        date(2026, 7, 6),
        date(2026, 7, 13),
        date(2026, 7, 27),
        date(2026, 8, 3),
        date(2026, 8, 10),
    ]
    (skipped,) = schedule.skipped
    assert skipped.day == date(2026, 7, 20)
    assert skipped.note == "祝日（海の日）"


def test_that_the_turn_of_the_year_is_passed_over() -> None:
    schedule = propose(date(2026, 12, 23), 2)
    assert [one.day for one in schedule.days] == [date(2026, 12, 23), date(2027, 1, 6)]
    assert schedule.skipped[0].note == "年末年始"


def test_that_a_weekend_is_kept_with_a_note_where_the_first_day_is_one() -> None:
    schedule = propose(date(2026, 6, 6), 3)
    assert [one.note for one in schedule.days] == ["土曜日"] * 3
    assert schedule.skipped == ()


def test_that_consecutive_days_pass_over_the_weekend() -> None:
    schedule = propose(date(2026, 6, 4), 3, every_days=1)
    assert [one.day.day for one in schedule.days] == [4, 5, 8]
    assert [one.note for one in schedule.skipped] == ["土曜日", "日曜日"]


@pytest.mark.parametrize(
    ("day", "note"),
    [
        (date(2026, 5, 6), "祝日（振替休日）"),
        (date(2026, 12, 29), "年末年始"),
        (date(2026, 6, 7), "日曜日"),
        (date(2026, 6, 8), ""),
    ],
)
def test_that_a_day_says_what_is_unusual_about_it(day: date, note: str) -> None:
    assert day_note(day).startswith(note[:3])
    assert bool(day_note(day)) is bool(note)


@pytest.mark.parametrize(
    ("first", "count", "every_days", "field"),
    [
        (date(2026, 6, 4), 0, 7, "count"),
        (date(2026, 6, 4), 61, 7, "count"),
        (date(2026, 6, 4), 5, 0, "every_days"),
        (date(2026, 6, 4), 5, 367, "every_days"),
        (date(9999, 12, 31), 5, 7, "first"),
    ],
)
def test_that_impossible_numbers_are_refused_by_field(
    first: date, count: int, every_days: int, field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        propose(first, count, every_days)
    assert set(refused.value.fields) == {field}


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(1, 12), st.integers(1, 60))
def test_that_proposed_days_are_open_and_evenly_spaced(
    first: date, count: int, every_days: int
) -> None:
    schedule = propose(first, count, every_days)
    days = [one.day for one in schedule.days]
    assert len(days) == count
    assert days == sorted(set(days))
    assert all((day - first) % timedelta(days=every_days) == timedelta() for day in days)
    assert not any(holiday_name(day) or is_year_end(day) for day in days)
    assert all(one.note for one in schedule.skipped)
