from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import WEEKDAYS, format_day, parse_day

TODAY = date(2026, 5, 10)
FULL_STYLES = [
    "令和8年4月1日",
    "令和8年4月1日(水)",
    "令和8年（2026年）4月1日（水）",
    "2026年(令和8年)4月1日",
    "令和8年(2026年)4月1日(水)",
    "令和八年四月一日",
    "令和08年04月01日",
    "令8.4.1",
    "R8.4.1",
    "R08.04.01",
    "R080401",
    "R8/4/1",
    "2026-04-01",
    "2026/4/1",
    "2026.4.1",
    "2026年4月1日(水)",
    "20260401",
    "西暦2026年4月1日",
]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("令和8年4月1日", "令和8年4月1日"),
        ("令和8年4月1日(水)", "令和8年4月1日(水)"),
        ("令和8年(2026年)4月1日(水)", "令和8年(2026年)4月1日(水)"),
        ("R8.4.1", "R8.4.1"),
        ("4月1日(水)", "4月1日(水)"),
        ("4/1(水)", "4/1(水)"),
        ("4/1", "4/1"),
        ("令和八年四月一日", "令和八年四月一日"),
        ("2026-04-01", "2026-04-01"),
        ("2026/4/1", "2026/4/1"),
        ("令和8年4月", "令和8年4月"),
    ],
)
def test_that_a_style_shows_the_example_day_as_itself(style: str, text: str) -> None:
    assert format_day(date(2026, 4, 1), style) == text


@pytest.mark.parametrize(
    ("day", "style", "text"),
    [
        (date(2019, 4, 30), "令和8年4月1日", "平成31年4月30日"),
        (date(2019, 5, 1), "令和8年4月1日", "令和元年5月1日"),
        (date(2019, 12, 31), "令和八年四月一日", "令和元年十二月三十一日"),
        (date(2019, 5, 1), "令8.4.1", "令元.5.1"),
        (date(2019, 5, 1), "R8.4.1", "R1.5.1"),
        (date(2019, 5, 1), "R08.04.01", "R01.05.01"),
        (date(2019, 5, 1), "令和08年04月01日", "令和01年05月01日"),
        (date(1989, 1, 7), "令和8年4月1日(水)", "昭和64年1月7日(土)"),
        (date(1989, 1, 8), "令和8年4月1日(水)", "平成元年1月8日(日)"),
        (date(1926, 12, 24), "令和8年4月1日", "大正15年12月24日"),
        (date(1926, 12, 25), "令和8年4月1日", "昭和元年12月25日"),
        (date(1912, 7, 29), "R8.4.1", "M45.7.29"),
        (date(1912, 7, 30), "令和八年四月一日", "大正元年七月三十日"),
        (date(1870, 1, 1), "令和8年4月1日", "1870年1月1日"),
        (date(1870, 1, 1), "令和八年四月一日", "一八七〇年一月一日"),
    ],
)
def test_that_the_first_year_and_the_turn_of_eras_are_written_right(
    day: date, style: str, text: str
) -> None:
    assert format_day(day, style) == text


@given(day=st.dates(date(1873, 1, 1), date(2117, 12, 31)), style=st.sampled_from(FULL_STYLES))
def test_that_what_is_written_in_full_is_read_as_the_same_day(day: date, style: str) -> None:
    assert parse_day(format_day(day, style), TODAY) == day


@given(day=st.dates(date(2026, 4, 1), date(2027, 3, 31)))
def test_that_a_day_written_without_year_is_read_in_the_year_that_is_shown(day: date) -> None:
    for style in ("4/1(水)", "4月1日", "0401"):
        assert parse_day(format_day(day, style), TODAY, year=FiscalYear(2026)) == day


@pytest.mark.parametrize("style", ["", "%Y-%m-%d", "年月日"])
def test_that_a_style_without_any_part_of_the_day_is_refused(style: str) -> None:
    with pytest.raises(Refusal, match="書き方として使えません"):
        format_day(TODAY, style)


def test_that_the_week_begins_on_monday() -> None:
    assert WEEKDAYS[date(2026, 4, 1).weekday()] == "水"
