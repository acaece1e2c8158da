"""Opening days: what is written is read as the same days, and days are counted rightly."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.local_resources.open_days import open_days
from app.local_resources.opening import Opening, checked_opening, checked_openings
from app.local_resources.opening_text import opening_text, read_months, read_openings


def _some(numbers: range, least: int = 0) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.sampled_from(numbers), min_size=least, max_size=len(numbers)).map(tuple)


_CLOCK = st.times().map(lambda at: time(at.hour, at.minute)) | st.none()


def _in_order(opening: Opening) -> bool:
    first, last = opening.starts_at, opening.ends_at
    return first is None or last is None or first < last


_OPENINGS = st.builds(
    Opening,
    _some(range(7), least=1),
    _some(range(1, 6)),
    _some(range(1, 13)),
    _CLOCK,
    _CLOCK,
    st.text(max_size=20) | st.just("冬期は休み（12～3月）"),
).filter(_in_order)


@given(st.lists(_OPENINGS, max_size=4))
def test_that_what_is_written_is_read_as_the_same_days(openings: list[Opening]) -> None:
    days = checked_openings(openings)
    assert read_openings(opening_text(days)) == days


@given(st.text(alphabet="第毎週1234・、月火水土日曜のから～/ 10:00時午後（）平", max_size=30))
def test_that_whatever_is_read_can_be_written_and_read_again(text: str) -> None:
    days = read_openings(text)
    assert read_openings(opening_text(days)) == days


@given(_OPENINGS, st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 400))
def test_that_exactly_the_days_it_says_are_given(
    opening: Opening, first: date, length: int
) -> None:
    opening = checked_opening(opening)
    last = first + timedelta(days=length)
    found = [one.day for one in open_days([opening], first, last, closed_months=(1,))]
    every = [first + timedelta(days=step) for step in range(length + 1)]
    assert found == [
        day
        for day in every
        if day.month != 1
        and day.weekday() in opening.weekdays
        and ((day.day + 6) // 7 in opening.weeks or not opening.weeks)
        and (day.month in opening.months or not opening.months)
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("毎月第２、第４水曜日　午前10時から正午まで", "第2・4水曜 10:00～12:00"),
        ("第1月曜、第3木曜 10:00-12:00", "第1月曜 10:00～12:00／第3木曜 10:00～12:00"),
        ("月曜日から土曜日　午前8時半～午後5時", "毎週月～土曜 08:30～17:00"),
        ("毎週金曜日午後1時30分〜3時", "毎週金曜 13:30～15:00"),
        ("月火水木金土日", "毎日"),
        ("月水金 9:00～（祝日は休み）", "毎週月・水・金曜 09:00～（祝日は休み）"),
        ("12～3月の毎週土・日曜", "12～3月の毎週土・日曜"),
        ("毎週土日", "毎週土・日曜"),
        ("不定期", ""),
        ("月2回", ""),
        ("第3月曜日は利用不可", ""),
        ("毎週水曜 25:00～26:00", ""),
        ("", ""),
    ],
)
def test_that_what_lists_write_is_read_where_it_is_plain(text: str, read: str) -> None:
    assert opening_text(read_openings(text)) == read


def test_that_months_of_a_break_are_read_over_the_turn_of_the_year() -> None:
    assert read_months("冬期（１２～３月）は休み") == (1, 2, 3, 12)
    assert read_months("冬期休止") == ()


def test_that_days_without_weekday_or_with_hours_backwards_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        checked_opening(Opening((), starts_at=time(12), ends_at=time(10)))
    assert set(refused.value.fields) == {"weekdays", "ends_at"}


def test_that_a_holiday_is_a_day_in_doubt() -> None:
    (day,) = open_days([Opening((0,))], date(2026, 5, 4), date(2026, 5, 4))
    assert day.doubt == "祝日（みどりの日）"
    (turn,) = open_days([Opening((2,))], date(2026, 12, 30), date(2026, 12, 31))
    assert turn.doubt == "年末年始"
