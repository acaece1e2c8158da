from __future__ import annotations

import pytest

from app.training.certificate import certificate_number


@pytest.mark.parametrize(
    ("fiscal_year", "number"),
    [
        (2026, "令8養-0012"),
        (2019, "令元養-0012"),
        (2018, "平30養-0012"),
        (1989, "平元養-0012"),
        (1988, "昭63養-0012"),
    ],
)
def test_that_a_number_names_era_year_kind_and_serial(fiscal_year: int, number: str) -> None:
    assert certificate_number(fiscal_year, "養", 12) == number


def test_that_serials_grow_beyond_four_digits() -> None:
    assert certificate_number(2026, "ス", 12345) == "令8ス-12345"


def test_that_a_year_without_an_era_is_an_error() -> None:
    with pytest.raises(ValueError, match="1800"):
        certificate_number(1800, "養", 1)
