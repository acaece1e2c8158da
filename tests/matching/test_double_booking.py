"""Double booking: whatever really falls together is told of."""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.local_resources.opening import Opening
from app.matching.double_booking import (
    Occupation,
    Slot,
    at_openings,
    clash,
    dated,
    double_bookings,
    weekly,
)
from app.matching.schedule import week_text
from app.supporters.availability import DayPart, week_of

WEDNESDAYS = Opening((2,), (2, 4), (), time(10), time(11))
DAYS = st.dates(date(2026, 4, 1), date(2026, 5, 31))
HOURS = st.sampled_from([(None, None), (time(9), time(12)), (time(12), time(14)), (time(13), None)])
SLOTS = st.one_of(
    st.builds(lambda day, hours: (dated(day, *hours),), DAYS, HOURS),
    st.builds(weekly, st.integers(1, 2**21 - 1), st.sampled_from([0, 1 << 4])),
    st.builds(
        lambda days, weeks, hours: at_openings([Opening(tuple(days), weeks, (), *hours)]),
        st.sets(st.integers(0, 6), min_size=1),
        st.sampled_from([(), (2, 4)]),
        HOURS,
    ),
)
OCCUPATIONS = st.builds(
    Occupation, st.just("サロン"), SLOTS, st.none() | DAYS, st.none() | st.just(date(2026, 6, 30))
)


def overlap(one: Slot, other: Slot) -> bool:
    """Return whether two slots share a minute of a day; no times are the whole day."""

    def taken(slot: Slot) -> set[int]:
        first = slot.starts_at or time()
        last = (slot.ends_at or time.max) if slot.starts_at else time.max
        return set(range(first.hour * 60 + first.minute, last.hour * 60 + last.minute))

    return bool(taken(one) & taken(other))


@settings(max_examples=60)
@given(OCCUPATIONS, OCCUPATIONS)
def test_that_what_falls_together_is_told_of(one: Occupation, other: Occupation) -> None:
    span = [date(2026, 4, 1) + timedelta(days=number) for number in range(61)]
    together = any(
        overlap(mine, theirs) for day in span for mine in one.on(day) for theirs in other.on(day)
    )
    assert clash(one, other) or not together
    assert bool(clash(one, other)) == bool(clash(other, one))


def test_that_neighbouring_hours_and_other_weeks_are_free() -> None:
    morning = Occupation("朝の会", (dated(date(2026, 5, 13), time(9), time(12)),))
    noon = Occupation("昼の会", (dated(date(2026, 5, 13), time(12), time(14)),))
    second_and_fourth = Occupation("サロン", at_openings([WEDNESDAYS]))
    assert clash(morning, noon) == ""
    assert double_bookings(morning, [noon, second_and_fourth]) == (
        "5月13日（水）　10:00～11:00は「サロン」と重なります。ご本人に確かめてください。",
    )
    third = Occupation("第3の会", (dated(date(2026, 5, 20)),))
    assert clash(third, second_and_fourth) == ""
    whole_day = Occupation("時間なし", (dated(date(2026, 5, 27)),))
    assert clash(whole_day, second_and_fourth) == "5月27日（水）　10:00～11:00"


def test_that_a_week_is_told_in_words() -> None:
    week = week_of([(1, DayPart.MORNING), (3, DayPart.MORNING), *((5, part) for part in DayPart)])
    assert week_text(week) == "火・木の午前、土"
    thursday = week_of([(3, DayPart.MORNING)])
    one, other = Occupation("一", weekly(week)), Occupation("二", weekly(thursday))
    assert clash(one, other) == "木曜日の午前"
