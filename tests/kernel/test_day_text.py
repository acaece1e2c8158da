from __future__ import annotations

from datetime import date

import pytest

from app.kernel.day_text import parse_day
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear

TODAY = date(2026, 5, 10)
EIGHTH = date(2026, 5, 8)


@pytest.mark.parametrize(
    "text",
    [
        *["R8.5.8", "r8.5.8", "令8.5.8", "令和8年5月8日", "Ｒ８．５．８", "㋿8年5月8日", "R8-5-8"],
        *["r080508", "R80508", "令和 8 年 5 月 8 日", "令和八年五月八日", "2026/5/8", "20260508"],
        *["2026-05-08", "2026．5．8", "2026−05−08", "2026年5月8日", "西暦2026年5月8日", "2026 5 8"],
        *["8.5.8", "8/5/8", "08.05.08", "080508", "8・5・8", "8年5月8日", "8、5、8", "8。5。8"],
        *["5/8", "5月8日", "0508", "508", "5.8", "5－8", "５／８", "五月八日"],
        *[
            "5/8(金)",
            "5月8日（金曜日）",
            "R8.5.8 金",
            "R8.5.8(金・祝)",
            "R8.5.8㈮",
            "令和8年5月8日 金曜",
        ],
        *["2026-05-08 00:00:00", "2026/05/08 13:45", "2026-05-08T09:00:00+09:00", "'2026/5/8"],
        *["令和8年(2026年)5月8日(金)", "2026年（令和8年）5月8日", "令和8年5月8日付", "R8.5.8."],
    ],
)
def test_that_one_day_is_read_in_every_spelling(text: str) -> None:
    assert parse_day(text, TODAY) == EIGHTH


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("S23/4/1", date(1948, 4, 1)),
        ("昭和二十三年十二月三十一日生", date(1948, 12, 31)),
        ("S23.4.1生まれ", date(1948, 4, 1)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("平成元年1月8日", date(1989, 1, 8)),
        ("H31.4.30", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R元.5.1", date(2019, 5, 1)),
        ("昭和元年12月25日", date(1926, 12, 25)),
        ("大正15年12月24日", date(1926, 12, 24)),
        ("T1.7.30", date(1912, 7, 30)),
        ("明治45年7月29日", date(1912, 7, 29)),
        ("明治6年1月1日", date(1873, 1, 1)),
        ("10/19/2017", date(2017, 10, 19)),
        ("3/3/2017", date(2017, 3, 3)),
        ("今日", date(2026, 5, 10)),
        ("昨日", date(2026, 5, 9)),
        ("明日", date(2026, 5, 11)),
    ],
)
def test_that_other_days_are_read(text: str, day: date) -> None:
    assert parse_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("3/31", date(2026, 4, 2), date(2026, 3, 31)),
        ("4/3", date(2026, 3, 25), date(2026, 4, 3)),
        ("12/5", date(2026, 4, 10), date(2026, 12, 5)),
        ("4/8", date(2026, 10, 1), date(2026, 4, 8)),
        ("1/10", date(2026, 12, 20), date(2027, 1, 10)),
        ("0229", date(2027, 12, 1), date(2028, 2, 29)),
    ],
)
def test_that_a_day_without_year_is_the_near_one_or_that_of_the_fiscal_year(
    text: str, today: date, day: date
) -> None:
    assert parse_day(text, today) == day


def test_that_a_day_without_year_is_in_the_fiscal_year_that_is_asked_for() -> None:
    assert parse_day("3/31", date(2026, 4, 2), year=FiscalYear(2026)) == date(2027, 3, 31)
    with pytest.raises(Refusal, match="令和8年度にはありません"):
        parse_day("2/29", TODAY, year=FiscalYear(2026))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("平成31年5月1日", "令和元年5月1日"),
        ("R1.4.30", "平成31年4月30日"),
        ("平成元年1月7日", "昭和64年1月7日"),
        ("S64.1.8", "平成元年1月8日"),
        ("M45.7.30", "大正元年7月30日"),
    ],
)
def test_that_a_day_outside_its_era_is_refused_with_the_right_one(text: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("23.4.1", "平成23年4月1日、昭和23年4月1日、2023/4/1"),
        ("260508", "平成26年5月8日、昭和26年5月8日、2026/5/8"),
        ("45.8.15", "昭和45年8月15日"),
        ("5/8/2026", "月と日の順が決まりません"),
        ("令和7年(2026年)5月8日", "和暦の年と西暦の年が合いません"),
        ("5/8(木)", "金曜日ですが、木曜日と書かれています"),
        ("R8.2.30", "という日はありません"),
        ("13/14/2017", "という日はありません"),
        ("2026/13/1", "という日はありません"),
        ("2/30", "という日は令和8年度にはありません"),
        ("R8.5", "日がありません"),
        ("2026年5月", "日がありません"),
        ("明治5年1月1日", "旧暦"),
        ("1872/1/1", "古すぎるか先すぎる"),
        ("2200/1/1", "古すぎるか先すぎる"),
    ],
)
def test_that_what_cannot_be_decided_is_asked(text: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        parse_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            " ",
            "あした",
            "45785",
            "R0.1.1",
            "0.1.1",
            "R2026.1.1",
            "123.4.1",
            "8.13.1",
            "99.1.1",
        ],
        *[
            "令和年月日",
            "R8.5.8～R8.5.9",
            "１" * 100,
            "(",
            "(2026)5月8日",
            "2026-5-8-1",
        ],
    ],
)
def test_that_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="日付として読み取れません"):
        parse_day(text, TODAY)


def test_that_a_birth_date_without_era_is_taken_where_one_era_fits() -> None:
    assert parse_day("58.4.1", TODAY, birth=True) == date(1983, 4, 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("23.4.1", "平成23年4月1日、昭和23年4月1日、2023/4/1"),
        ("8.5.8", "令和8年5月8日、平成8年5月8日、昭和8年5月8日、大正8年5月8日"),
        ("4/1", "年がありません"),
        ("R8.5.11", "今日より先"),
        ("明日", "今日より先"),
    ],
)
def test_that_a_doubtful_birth_date_is_asked(text: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        parse_day(text, TODAY, birth=True)


def test_that_the_current_era_is_that_of_today() -> None:
    assert parse_day("31.4.20", date(2019, 4, 10)) == date(2019, 4, 20)
    assert parse_day("元.5.8", date(2019, 5, 10)) == date(2019, 5, 8)
