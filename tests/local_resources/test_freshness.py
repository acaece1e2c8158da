"""When what is known of a resource is too old."""

from __future__ import annotations

from datetime import date

import pytest

from app.local_resources.freshness import age_text, fresh_since, is_stale, months_since


def test_that_months_end_where_they_are_shorter() -> None:
    assert fresh_since(date(2026, 8, 31), 6) == date(2026, 2, 28)
    assert fresh_since(date(2026, 1, 15), 13) == date(2024, 12, 15)
    assert not is_stale(date(2025, 4, 1), date(2026, 4, 1), 12)
    assert is_stale(date(2025, 3, 31), date(2026, 4, 1), 12)
    assert is_stale(None, date(2026, 4, 1), 12)


@pytest.mark.parametrize(
    ("confirmed", "text"),
    [
        (date(2026, 3, 2), "1か月以内"),
        (date(2026, 3, 1), "1か月前"),
        (date(2025, 4, 1), "1年前"),
        (date(2025, 1, 15), "1年2か月前"),
        (None, "未確認"),
    ],
)
def test_that_age_is_said_in_years_and_months(confirmed: date | None, text: str) -> None:
    assert age_text(confirmed, date(2026, 4, 1)) == text


def test_that_a_day_to_come_is_no_month_ago() -> None:
    assert months_since(date(2026, 6, 1), date(2026, 4, 1)) == 0
