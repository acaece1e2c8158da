from __future__ import annotations

from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.gui.activities.worked import (
    Entry,
    Worked,
    long_time,
    read_entry,
    read_sum,
    read_worked,
    typed_text,
)
from app.kernel.errors import Refusal
from app.matching.match import ActivityDraft


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1.5", 90), ("２", 120), ("90", 90), ("1:30", 90), ("1時間半", 90), ("1時間15分", 75),
        ("45分", 45), ("10h", 600), (".5", 30), ("9", 540), ("10", 10),
    ],
)  # fmt: skip
def test_that_time_is_read_as_people_write_it(text: str, minutes: int) -> None:
    assert read_entry(text) == Entry((), Worked(minutes))


def test_that_clock_times_days_and_nothing_are_read() -> None:
    assert read_entry("９：３０〜11時") == Entry((), Worked(90, time(9, 30), time(11)))
    assert read_entry("3、10・17日　1.5").days == (3, 10, 17)
    assert read_entry("0") == Entry((), None)
    assert read_worked("2回3") == Worked(180, times=2)
    assert read_worked("2回") == Worked(0, times=2)


@pytest.mark.parametrize(
    ("text", "times", "minutes"), [("4 6", 4, 360), ("10回15", 10, 900), ("4 90", 4, 90)]
)
def test_that_sums_are_hours_while_that_can_be(text: str, times: int, minutes: int) -> None:
    assert read_sum(text) == Worked(minutes, times=times)


@pytest.mark.parametrize("text", ["", "abc", "11-9", "9-", "32 1", "0 2", "0回2", "99999", "半"])
def test_that_nonsense_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(Refusal):
        read_entry(text)


@pytest.mark.parametrize("text", ["", "6", "4", "0 2", "4 x", "-1 2"])
def test_that_a_sum_says_how_often_and_how_long(text: str) -> None:
    with pytest.raises(Refusal):
        read_sum(text)


@given(st.text(max_size=12))
def test_that_any_text_is_read_or_refused(text: str) -> None:
    for read in (read_entry, read_sum):
        with suppress(Refusal):
            read(text)


@given(st.integers(1, 99), st.integers(0, 1440))
def test_that_what_is_shown_for_editing_means_the_same(times: int, minutes: int) -> None:
    again = read_worked(typed_text(ActivityDraft(date(2026, 6, 3), times, minutes)))
    assert (again.times or 1, again.minutes) == (times, minutes)


def test_that_clock_times_are_shown_for_editing() -> None:
    line = ActivityDraft(date(2026, 6, 3), 1, 90, time(9, 30), time(11))
    assert typed_text(line) == "9:30-11"


def test_that_time_is_told_in_words() -> None:
    assert [long_time(one) for one in (0, 45, 60, 150)] == ["0分", "45分", "1時間", "2時間30分"]
