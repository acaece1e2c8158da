"""Amounts as people type and read them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.yen import LARGEST, read_yen, yen_text


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("１２，３４５", 12_345),
        ("12,345円", 12_345),
        ("￥1,000", 1_000),
        ("△500", -500),
        ("▲５００円", -500),
        ("−500", -500),
        ("(500)", -500),
        ("7,976千円", 7_976_000),
        ("3万", 30_000),
        (" 0 ", 0),
    ],
)
def test_that_an_amount_is_read_as_it_is_typed(typed, amount):
    assert read_yen(typed) == amount


@pytest.mark.parametrize("typed", ["", "abc", "1.5", "△", "(△5)", "1234567890123", "9" * 10_000])
def test_that_what_is_no_amount_is_refused_in_words(typed):
    with pytest.raises(Refusal, match="金額"):
        read_yen(typed)


@given(st.integers(-LARGEST, LARGEST))
def test_that_a_written_amount_is_read_back(amount):
    assert read_yen(yen_text(amount)) == amount
