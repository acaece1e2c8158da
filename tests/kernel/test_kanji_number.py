from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.kanji_number import kanji_number, replace_kanji_numbers


@pytest.mark.parametrize(
    ("number", "text"),
    [
        *[
            (0, "〇"),
            (1, "一"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (31, "三十一"),
            (64, "六十四"),
        ],
        *[(99, "九十九"), (100, "一〇〇"), (2026, "二〇二六")],
    ],
)
def test_that_numbers_are_written_as_certificates_write_them(number: int, text: str) -> None:
    assert kanji_number(number) == text


@given(st.integers(0, 9999))
def test_that_a_written_number_is_read_as_itself(number: int) -> None:
    assert replace_kanji_numbers(kanji_number(number)) == str(number)


def test_that_there_is_no_negative_number() -> None:
    with pytest.raises(ValueError, match="-1"):
        kanji_number(-1)


def test_that_what_is_no_number_stays() -> None:
    assert (
        replace_kanji_numbers("二十三十、一二十、十二三、五月") == "二十三十、一二十、十二三、5月"
    )
