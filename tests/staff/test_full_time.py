"""常勤換算."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.staff.full_time import equivalent_text, full_time_equivalent, hours_text

HOURS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 2_400)), max_size=6)


def test_that_it_is_rounded_down_once() -> None:
    assert equivalent_text(full_time_equivalent([(2_400, 2_400)])) == "1.0"
    assert equivalent_text(full_time_equivalent([(1_170, 2_400)] * 2)) == "0.9"
    assert equivalent_text(full_time_equivalent([(1_260, 2_400)] * 2)) == "1.0"
    assert equivalent_text(full_time_equivalent([(3_000, 2_400)])) == "1.0"
    assert equivalent_text(full_time_equivalent([(2_400, 0)])) == "0.0"
    assert (hours_text(2_325), hours_text(2_400)) == ("38時間45分", "40時間")


@given(HOURS, HOURS)
def test_that_more_staff_is_never_less(some: list[tuple[int, int]], more: list) -> None:
    one, both = full_time_equivalent(some), full_time_equivalent([*some, *more])
    assert Fraction(0) <= one <= both <= len(some) + len(more)
    assert (one * 10).denominator == 1
