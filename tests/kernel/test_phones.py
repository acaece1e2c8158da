from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.phones import normalise_phone, phone_digits


@pytest.mark.parametrize(
    "text",
    [
        *[
            "0138-22-6262",
            "０１３８ー２２ー６２６２",
            "0138(22)6262",
            "(0138)22-6262",
            "0138 22 6262",
        ],
        *["0138‐22‐6262", "0138–22–6262", "0138—22—6262", "0138―22―6262", "0138−22−6262"],
        *["0138－22－6262", "0138ｰ22ｰ6262", "0138・22・6262", "0138.22.6262", "0138226262"],
        *[
            "(22)6262",
            "22-6262",
            "226262",
            "２２−６２６２",
            "138226262",
            "138-22-6262",
            "'0138226262",
        ],
        *[
            "TEL 0138-22-6262",
            "℡0138-22-6262",
            "FAX：０１３８ー２２ー６２６２",
            "電話番号 0138-22-6262",
        ],
        *["TEL/FAX 0138-22-6262", "0138-22-6262（代表）", "0138-22-6262(代)", "+81-138-22-6262"],
        *[
            "+81 (0)138 22 6262",
            "010-81-138-22-6262",
            " 0138--22--6262 ",
            "ＴＥＬ・ＦＡＸ　0138(22)6262",
        ],
    ],
)
def test_that_one_number_is_read_in_every_spelling(text: str) -> None:
    assert normalise_phone(text) == "0138-22-6262"
    assert phone_digits(normalise_phone(text)) == "0138226262"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("9012345678", "090-1234-5678"), ("09012345678", "090-1234-5678")],
        *[("090-1234-5678", "090-1234-5678"), ("8012345678", "080-1234-5678")],
        *[("+819012345678", "090-1234-5678"), ("05012345678", "050-1234-5678")],
        *[("0120123456", "0120-123-456"), ("120123456", "0120-123-456")],
        *[("08001234567", "0800-123-4567"), ("8001234567", "0800-123-4567")],
        *[("0570012345", "0570-012-345"), ("0312345678", "03-1234-5678")],
        *[("0612345678", "06-1234-5678"), ("0112345678", "011-234-5678")],
        *[("112345678", "011-234-5678"), ("0137271234", "01372-7-1234")],
        *[("01372(7)1234", "01372-7-1234"), ("0137621234", "0137-62-1234")],
        *[("0139521234", "0139-52-1234"), ("0139221234", "01392-2-1234")],
        *[("0177341234", "017-734-1234"), ("0172341234", "0172-34-1234")],
        *[("0222341234", "022-234-1234"), ("0985123456", "0985-12-3456")],
        *[("049-212-3456", "049-212-3456"), ("0492(12)3456", "0492-12-3456")],
        *[("0138-22-6262 内線12", "0138-22-6262 内線12"), ("226262(内線 5)", "0138-22-6262 内線5")],
        *[("0138-22-6262 ext.12", "0138-22-6262 内線12")],
    ],
)
def test_that_numbers_are_hyphenated_as_the_plan_says(text: str, number: str) -> None:
    assert normalise_phone(text) == number
    assert normalise_phone(number) == number


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            " ",
            "なし",
            "110",
            "22-626",
            "0138-22-626",
            "0138-22-62622",
            "090-1234-567",
            "00-0000-0000",
        ],
        *[
            "0138-22-6262/090-1234-5678",
            "0138-22-6262 0138-23-0000",
            "0138-22-6262 娘",
            "+1 212 555 0100",
        ],
        *[
            "(((",
            "０" * 40,
            "1" * 500 + "a",
            "012012345",
            "0138226262@example.jp",
            "1234567",
            "٠١٣٨٢٢٦٢٦٢",
        ],
    ],
)
def test_that_what_is_no_single_number_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="電話番号として読み取れません"):
        normalise_phone(text)


def test_that_a_short_number_gets_the_area_code_of_the_office() -> None:
    assert normalise_phone("7-1234", area_code="01372") == "01372-7-1234"
    assert normalise_phone("212-3456", area_code="011") == "011-212-3456"


@pytest.mark.parametrize(
    "text", ["0138-22-6262 内線12", "TEL０１３８（２２）６２６２", "0138 22 6262"]
)
def test_that_numbers_are_compared_without_extension(text: str) -> None:
    assert phone_digits(text) == "0138226262"


@given(st.from_regex(r"\A0[1-9][0-9]{8,9}\Z"))
def test_that_writing_a_number_keeps_its_digits(digits: str) -> None:
    try:
        number = normalise_phone(digits)
    except Refusal:
        return

    assert phone_digits(number) == digits
    assert normalise_phone(number) == number
    assert normalise_phone(digits[1:]) == number
