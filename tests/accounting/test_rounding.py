"""Yen in 千円."""

from __future__ import annotations

from app.accounting.rounding import in_thousands, rounding_sentence
from app.office.settings import Rounding


def test_that_half_a_thousand_goes_up_or_is_cut():
    assert in_thousands(1_500, Rounding.HALF_UP) == 2
    assert in_thousands(1_499, Rounding.HALF_UP) == 1
    assert in_thousands(1_999, Rounding.DOWN) == 1
    assert in_thousands(-1_500, Rounding.HALF_UP) == -2
    assert in_thousands(-1_999, Rounding.DOWN) == -1


def test_that_parts_that_miss_their_total_are_told_of():
    assert rounding_sentence([6_000_000, 7_976_000], Rounding.HALF_UP) == ""
    assert rounding_sentence([400, 400, 400], Rounding.HALF_UP) == (
        "千円未満を四捨五入しているため、内訳の合計0千円と計1千円は一致しません。"
    )
    assert "切り捨てている" in rounding_sentence([999, 1], Rounding.DOWN)
