from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from app.kernel.eras import BY_SIGN, ERAS, era_of, written


def test_that_each_era_begins_the_day_after_the_one_before_ends() -> None:
    for era, before in pairwise(ERAS):
        assert before.last_day + timedelta(days=1) == era.first_day
        assert era_of(before.last_day) is before
        assert era_of(era.first_day) is era
    assert ERAS[0].last_day == date.max


def test_that_no_era_is_claimed_for_days_of_the_lunar_calendar() -> None:
    assert era_of(date(1872, 12, 31)) is None
    assert written(date(1872, 12, 31)) == "1872年12月31日"
    assert written(date(1873, 1, 1)) == "明治6年1月1日"


def test_that_every_sign_means_one_era() -> None:
    assert len(BY_SIGN) == 3 * len(ERAS)
