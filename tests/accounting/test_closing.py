"""Which year's books an entry belongs to, in April and May."""

from __future__ import annotations

from datetime import date

import pytest

from app.accounting.account import AccountEntryDraft, AccountItemId
from app.accounting.closing import closing_sentence, year_of_entry
from app.accounting.entry_checks import checked_entry, entry_doubts
from app.accounting.receipts import next_receipt
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear

_LAST = FiscalYear(2025)
_TODAY = date(2026, 5, 1)


def _entry(amount: int, on_day: date = date(2026, 4, 1), **more: object) -> AccountEntryDraft:
    return AccountEntryDraft(on_day, AccountItemId(1), amount, **more)  # type: ignore[arg-type]


def test_that_last_years_books_are_open_until_the_end_of_may():
    assert year_of_entry(date(2026, 5, 31), _LAST) == _LAST
    assert year_of_entry(date(2026, 6, 1), _LAST) == FiscalYear(2026)
    assert year_of_entry(date(2026, 4, 2), FiscalYear(2026)) == FiscalYear(2026)
    assert closing_sentence(date(2026, 5, 31), _LAST) == ""
    assert "令和8年5月31日まで" in closing_sentence(date(2026, 6, 1), _LAST)
    assert "始まる前" in closing_sentence(date(2025, 3, 31), _LAST)


def test_that_a_day_outside_the_year_and_after_today_is_asked_about():
    entry = _entry(-5, date(2026, 6, 1), fiscal_year=2025)
    assert set(entry_doubts(entry, _TODAY)) == {"fiscal_year", "on_day", "amount"}
    assert entry_doubts(_entry(5, date(2024, 6, 1)), _TODAY)["on_day"].startswith("令和6年度")
    assert "1億円以上" in entry_doubts(_entry(100_000_000), _TODAY)["amount"]
    assert not entry_doubts(_entry(99_999_999, date(2025, 6, 1)), _TODAY)


@pytest.mark.parametrize(
    ("known", "following"),
    [
        ([], "1"),
        (["1", "2"], "3"),
        (["領-009"], "領-010"),
        (["5", "３"], "6"),
        (["A1", "7", "現金払い"], "8"),
    ],
)
def test_that_a_receipt_number_goes_on_from_the_last(known, following):
    assert next_receipt(known) == following


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"amount": 0}, "amount"),
        ({"amount": 10**12}, "amount"),
        ({"amount": 5, "fiscal_year": 99_999}, "fiscal_year"),
        ({"amount": 5, "on_day": date(1907, 4, 1)}, "on_day"),
        ({"amount": 5, "unit_price": 5}, "quantity"),
        ({"amount": 5, "unit_price": 2, "quantity": 3}, "amount"),
        ({"amount": 5, "shares": ((1, 999),)}, "shares"),
        ({"amount": 5, "shares": ((1, 500), (1, 500))}, "shares"),
        ({"amount": 5, "shares": ((1, 1500), (2, -500))}, "shares"),
    ],
)
def test_that_an_entry_that_makes_no_sense_is_refused_by_field(values, field):
    with pytest.raises(Refusal) as refused:
        checked_entry(_entry(**values), _TODAY)
    assert set(refused.value.fields) == {field}


def test_that_price_and_quantity_make_the_amount():
    entry = AccountEntryDraft(
        date(2026, 4, 1), AccountItemId(1), 0, " 見本\n商店 ", unit_price=1_000, quantity=48
    )
    stored = checked_entry(entry, _TODAY)
    assert (stored.amount, stored.partner) == (48_000, "見本 商店")
