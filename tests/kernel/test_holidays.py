from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.kernel.holidays import holiday_name, is_year_end

# The Cabinet Office calls these 休日, or shortens them.
_UNNAMED = {"振替休日", "国民の休日", "天皇の即位の日", "即位礼正殿の儀"}
_EVERY_DAY_OF = {1955, 1972, 1973, 1985, 1986, 2019, 2020, 2021, *range(2024, 2032), 2050}
_CEREMONIES = {"結婚の儀", "大喪の礼", "即位礼正殿の儀"}


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _differences(listed: dict[date, str], first: date, last: date) -> list[date]:
    """Compare every listed day, and every other day of the years that differ or matter."""
    others = {day for day in _days(first, last) if day.year in _EVERY_DAY_OF}
    days = sorted(others | {day for day in listed if first <= day <= last})
    return [day for day in days if (day in listed) != (holiday_name(day) is not None)]


def test_that_every_day_agrees_with_the_list_of_the_cabinet_office(shared_data: Path) -> None:
    file = shared_data / "05_dates_holidays" / "syukujitsu_cp932.csv"
    with file.open(encoding="cp932", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    listed = {date(*map(int, day.split("/"))): name for day, name in rows}

    assert _differences(listed, date(1955, 1, 1), date(2027, 12, 31)) == []
    for day, name in listed.items():
        ours = holiday_name(day) or ""
        if name.startswith("休日"):
            assert ours in _UNNAMED
        elif name not in _CEREMONIES:
            assert ours == name.split("（")[0]


def test_that_days_agree_with_the_calculated_list_to_2050(shared_data: Path) -> None:
    text = (shared_data / "05_dates_holidays" / "holidays_detailed.yml").read_text(encoding="utf-8")
    listed = {date.fromisoformat(day): "" for day in re.findall(r"(?m)^(\d{4}-\d\d-\d\d):", text)}

    assert len(listed) > 1000
    assert _differences(listed, date(1970, 1, 1), date(2050, 12, 31)) == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 5, 6), "振替休日"),
        (date(2026, 9, 22), "国民の休日"),
        (date(2026, 9, 23), "秋分の日"),
        (date(2027, 3, 21), "春分の日"),
        (date(2027, 3, 22), "振替休日"),
        (date(2019, 4, 30), "国民の休日"),
        (date(1985, 5, 4), None),
        (date(1973, 2, 12), None),
        (date(2026, 12, 31), None),
        (date(1948, 7, 19), None),
    ],
)
def test_that_holidays_are_called_by_their_names(day: date, name: str | None) -> None:
    assert holiday_name(day) == name


def test_that_offices_close_from_29_december_to_3_january() -> None:
    closed = [day for day in _days(date(2026, 12, 1), date(2027, 1, 31)) if is_year_end(day)]

    assert (closed[0], closed[-1], len(closed)) == (date(2026, 12, 29), date(2027, 1, 3), 6)
