"""What was spent, by price and quantity."""

from __future__ import annotations

from app.accounting.breakdown import Priced, breakdown


def test_that_entries_of_a_price_are_told_together_and_the_rest_after():
    spent = [
        Priced(20_000, 20_000, 10_000, 2),
        Priced(40_000, 40_000, 10_000, 4),
        Priced(35_000, 50_000, 50_000, 1),
        Priced(1_200, 1_200),
    ]
    assert breakdown(spent) == "10,000円×6＋50,000円×1の按分35,000円＋ほか1,200円"
    assert breakdown([Priced(500, 500)]) == breakdown([]) == ""


def test_that_a_price_that_was_taken_back_is_not_told():
    assert breakdown([Priced(500, 500, 500, 1), Priced(-500, -500, 500, -1)]) == ""


def test_that_only_three_prices_are_named():
    spent = [Priced(price, price, price, 1) for price in (1, 2, 3, 4, 5)]
    assert breakdown(spent) == "5円×1＋4円×1＋3円×1＋ほか3円"
