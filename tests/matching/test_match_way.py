"""The way of a match: only allowed steps, in the order of their days."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.holidays import holiday_name
from app.matching.match import MatchState
from app.matching.match_way import (
    NEXT,
    OPEN,
    OVER,
    Step,
    a_month_after,
    check_step,
    follow_up_after,
    state_at,
    was_active,
)

FIRST = date(2026, 4, 1)
TODAY = date(2026, 9, 30)
DAYS = st.dates(date(2026, 3, 1), date(2026, 11, 30))


@given(st.lists(st.tuples(st.sampled_from(MatchState), DAYS), max_size=12))
def test_that_whatever_is_tried_only_the_way_is_gone(tried: list[tuple[MatchState, date]]) -> None:
    steps = [Step(MatchState.ASKING, FIRST)]
    for state, day in tried:
        with suppress(Refusal):
            check_step(steps, Step(state, day), TODAY)
            steps.append(Step(state, day))
    for before, after in pairwise(steps):
        assert after.state in NEXT[before.state]
        assert before.on <= after.on
    assert len({step.state for step in steps}) == len(steps)
    assert all(step.state in OPEN for step in steps[:-1])
    assert state_at(steps, date.max) is steps[-1].state
    assert state_at(steps, FIRST - timedelta(days=1)) is None
    for month in (date(2026, number, 1) for number in range(4, 10)):
        days = [month + timedelta(days=number) for number in range(28)]
        if any(state_at(steps, day) is MatchState.ACTIVE for day in days):
            assert was_active(steps, days[0], days[-1])


@given(st.sampled_from(MatchState), DAYS)
def test_that_only_an_open_match_is_followed_up_and_on_a_working_day(
    state: MatchState, day: date
) -> None:
    proposed = follow_up_after(state, day)
    assert (proposed is None) == (state in OVER)
    if proposed is not None:
        assert proposed >= day
        assert proposed.weekday() < 5
        assert holiday_name(proposed) is None


def test_that_a_month_after_is_the_same_day_or_the_last() -> None:
    assert a_month_after(date(2027, 1, 31)) == date(2027, 2, 28)
    assert a_month_after(date(2026, 12, 15)) == date(2027, 1, 15)
