from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear, check_year

days = st.dates(date(1873, 4, 1), date(2190, 1, 1))


@given(days)
def test_that_every_day_is_in_exactly_one_fiscal_year(day: date) -> None:
    year = FiscalYear.of(day)

    assert [each for each in (year.previous, year, year.next) if day in each] == [year]


@given(days)
def test_that_the_months_of_a_year_follow_one_another_and_fill_it(day: date) -> None:
    year = FiscalYear.of(day)

    assert len(year.months) == 12
    assert (year.months[0][0], year.months[-1][1]) == (year.first_day, year.last_day)
    for (_, last), (first, _) in pairwise(year.months):
        assert last + timedelta(days=1) == first


@given(days)
def test_that_a_written_year_is_read_as_itself(day: date) -> None:
    year = FiscalYear.of(day)

    assert FiscalYear.parse(str(year)) == year
    assert FiscalYear.parse(year.short) == year
    assert FiscalYear.parse(year.name(by_first_day=True)) == year


def test_that_the_year_turns_on_1_april() -> None:
    assert str(FiscalYear.of(date(2026, 3, 31))) == "令和7年度"
    assert str(FiscalYear.of(date(2026, 4, 1))) == "令和8年度"
    assert FiscalYear(2025) < FiscalYear(2026)


def test_that_february_has_29_days_only_in_a_leap_year() -> None:
    assert FiscalYear(2027).month(2) == (date(2028, 2, 1), date(2028, 2, 29))
    assert FiscalYear(2026).month(2) == (date(2027, 2, 1), date(2027, 2, 28))
    assert FiscalYear(2026).month(12) == (date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "name", "by_first_day", "short"),
    [
        (2026, "令和8年度", "令和8年度", "R8"),
        (2019, "令和元年度", "平成31年度", "R1"),
        (2018, "平成30年度", "平成30年度", "H30"),
        (1989, "平成元年度", "平成元年度", "H1"),
        (1988, "昭和63年度", "昭和63年度", "S63"),
        (1927, "昭和2年度", "昭和2年度", "S2"),
        (1926, "大正15年度", "大正15年度", "T15"),
        (1912, "明治45年度", "明治45年度", "M45"),
        (1860, "1860年度", "1860年度", "1860"),
    ],
)
def test_that_a_year_is_named_as_offices_name_it(
    start: int, name: str, by_first_day: str, short: str
) -> None:
    year = FiscalYear(start)

    assert (str(year), year.name(by_first_day=True), year.short) == (name, by_first_day, short)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("2026", 2026),
        ("２０２６年度", 2026),
        ("西暦2026年", 2026),
        ("R8", 2026),
        ("r8", 2026),
        (" 令和 8 年度 ", 2026),
        ("令8", 2026),
        ("㋿8年度", 2026),
        ("令和元年度", 2019),
        ("平成31年度", 2019),
        ("平成32年度", 2020),
        ("S63", 1988),
    ],
)
def test_that_years_are_read_in_every_spelling(text: str, start: int) -> None:
    assert FiscalYear.parse(text) == FiscalYear(start)


@pytest.mark.parametrize(
    "text", ["", "8", "元", "R0", "令和", "来年度", "R8.4", "9999", "1500", "x" * 99]
)
def test_that_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="年度として読み取れません"):
        FiscalYear.parse(text)


def test_that_nobody_plans_for_year_7() -> None:
    today = date(2026, 4, 1)
    for start in (7, 206, 1989, 2037):
        with pytest.raises(Refusal, match="平成2年度から令和18年度まで"):
            check_year(FiscalYear(start), today)
    for start in (1990, 2026, 2036):
        check_year(FiscalYear(start), today)
