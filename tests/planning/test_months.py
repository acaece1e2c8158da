"""The months of a plan in words."""

from __future__ import annotations

import pytest

from app.planning.months import ALL_YEAR, calendar_months, month_bits, months_text


@pytest.mark.parametrize(
    ("months", "text"),
    [
        ((), ""),
        ((4,), "4月"),
        ((6, 5, 4, 9), "4～6月・9月"),
        ((12, 1, 2), "12～2月"),
        ((3, 4), "4月・3月"),
        (range(1, 13), "通年"),
    ],
)
def test_that_months_are_said_as_forms_say_them(months: tuple[int, ...], text: str) -> None:
    assert months_text(month_bits(months)) == text


def test_that_the_year_begins_in_april() -> None:
    assert calendar_months(ALL_YEAR) == (4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3)
    assert month_bits((4,)) == 1
