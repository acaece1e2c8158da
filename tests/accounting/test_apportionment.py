"""按分 loses no yen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.accounting.apportionment import divide, own_and_others

_SHARES = st.lists(st.integers(0, 1000), min_size=1, max_size=6).filter(any)


@given(st.integers(-(10**12), 10**12), _SHARES)
def test_that_the_parts_add_up_and_none_is_a_yen_off(amount, shares):
    parts = divide(amount, shares)
    assert sum(parts) == amount
    whole = sum(shares)
    assert all(
        abs(part * whole - amount * share) < whole
        for part, share in zip(parts, shares, strict=True)
    )


def test_that_the_yen_left_over_go_to_who_lost_most():
    assert divide(100, [333, 333, 334]) == (33, 33, 34)
    assert divide(101, [500, 500]) == (51, 50)
    assert divide(-101, [500, 500]) == (-51, -50)


@pytest.mark.parametrize("shares", [[], [0, 0], [500, -1]])
def test_that_shares_of_nothing_are_no_shares(shares):
    with pytest.raises(ValueError, match=r"\["):
        divide(100, shares)


def test_that_shares_that_leave_this_work_out_leave_it_nothing():
    assert own_and_others(900, (), 1) == (900, ())
    assert own_and_others(900, ((1, 700), (2, 300)), 1) == (630, ((2, 270),))
    assert own_and_others(900, ((2, 1000),), 1) == (0, ((2, 900),))
