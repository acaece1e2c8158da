from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.ages import AGE_BANDS, age_band, age_on


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        (date(1950, 4, 1), date(2026, 3, 30), 75),
        (date(1950, 4, 1), date(2026, 3, 31), 76),
        (date(1950, 4, 2), date(2026, 3, 31), 75),
        (date(1950, 4, 2), date(2026, 4, 1), 76),
        (date(1952, 2, 29), date(2026, 2, 27), 73),
        (date(1952, 2, 29), date(2026, 2, 28), 74),
        (date(1952, 2, 29), date(2028, 2, 27), 75),
        (date(1952, 2, 29), date(2028, 2, 28), 76),
        (date(1950, 1, 1), date(2025, 12, 31), 76),
        (date(2026, 5, 1), date(2026, 5, 1), 0),
        (date(2026, 5, 1), date(2026, 4, 29), -1),
    ],
)
def test_that_a_year_is_complete_the_day_before_the_birthday(
    birth: date, day: date, age: int
) -> None:
    assert age_on(birth, day) == age


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_that_age_grows_by_one_a_year(birth: date, day: date) -> None:
    grown = [age_on(birth, day + timedelta(days=days)) for days in (0, 1, 364, 367)]

    assert grown == sorted(grown)
    assert grown[1] - grown[0] in (0, 1)
    assert grown[3] - grown[0] in (1, 2)


@pytest.mark.parametrize(
    ("age", "band"),
    [
        *[
            (0, "20代以下"),
            (29, "20代以下"),
            (30, "30代"),
            (39, "30代"),
            (40, "40代"),
            (59, "50代"),
        ],
        *[(60, "60～64歳"), (64, "60～64歳"), (65, "65～69歳"), (74, "70～74歳"), (75, "75～79歳")],
        *[(84, "80～84歳"), (85, "85歳以上"), (120, "85歳以上"), (None, "不明"), (-1, "不明")],
    ],
)
def test_that_ages_fall_in_the_groups_of_the_statistics(age: int | None, band: str) -> None:
    assert age_band(age) == band
    assert band in AGE_BANDS
    band.encode("cp932")
