from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.timeline.due_day import LONGEST_AHEAD, parse_due_day

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [
        ("今日", 11, 20), ("明日", 11, 21), ("あさって", 11, 22), ("来週", 11, 27),
        ("来週火", 11, 24), ("来週の火曜日", 11, 24), ("再来週月", 11, 30), ("今週日", 11, 22),
        ("火", 11, 24), ("金曜", 11, 27), ("次の金曜", 11, 27),
        ("3日後", 11, 23), ("３日後", 11, 23), ("三日後", 11, 23), ("2週間後", 12, 4),
        ("1か月後", 12, 20), ("月末", 11, 30), ("来月末", 12, 31), ("来月の5日", 12, 5),
        ("25日", 11, 25), ("5日", 12, 5), ("12/5", 12, 5), ("12月5日まで", 12, 5),
        ("r8.12.1", 12, 1), ("12月5日(土)", 12, 5),
    ],
)  # fmt: skip
def test_that_a_day_is_understood_as_it_is_said(text: str, month: int, day: int) -> None:
    assert parse_due_day(text, FRIDAY) == date(2026, month, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [("1/10", date(2027, 1, 10)), ("11/19", date(2027, 11, 19)), ("3月1日", date(2027, 3, 1))],
)
def test_that_a_day_without_a_year_is_the_next_one(text: str, day: date) -> None:
    assert parse_due_day(text, FRIDAY) == day


@pytest.mark.parametrize(
    "text", ["昨日", "今週月", "令和7年1月1日", "2/30", "31日", "あいう", "2099/1/1"]
)
def test_that_what_is_past_or_no_day_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_due_day(text, FRIDAY)
    assert refusal.value.text.endswith("。")


def test_that_a_day_already_promised_may_stay_when_it_is_past() -> None:
    past = date(2026, 11, 10)
    assert parse_due_day("令和8年11月10日", FRIDAY, earliest=past) == past
    with pytest.raises(Refusal):
        parse_due_day("令和8年11月9日", FRIDAY, earliest=past)


@given(
    text=st.text(alphabet="今来再次週月火水木金土日末後か0123456789/.年令和元の ", max_size=10),
    today=st.dates(date(2019, 5, 1), date(2035, 12, 31)),
)
def test_that_whatever_is_typed_is_a_day_ahead_or_refused(text: str, today: date) -> None:
    try:
        day = parse_due_day(text, today)
    except Refusal:
        return
    assert today <= day <= today + LONGEST_AHEAD
