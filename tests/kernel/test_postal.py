from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.postal import normalise_postal


@pytest.mark.parametrize(
    "text",
    [
        *[
            "040-0063",
            "0400063",
            "〒０４０－００６３",
            "〒040ー0063",
            "400063",
            "40-0063",
            "４０００６３",
        ],
        *[" 〒 040 0063 ", "040‐0063", "040−0063", "〒\u3000０４０\u3000００６３"],
    ],
)
def test_that_a_code_is_read_in_every_spelling(text: str) -> None:
    assert normalise_postal(text) == "040-0063"


@pytest.mark.parametrize(
    "text",
    ["", "040", "10010", "400-063", "04000631", "040-0063 函館市", "あ", "٠٤٠٠٠٦٣", "0" * 999],
)
def test_that_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="郵便番号として読み取れません"):
        normalise_postal(text)


@given(st.integers(10_0000, 999_9999))
def test_that_a_code_is_right_with_or_without_its_leading_zero(number: int) -> None:
    code = normalise_postal(str(number))

    assert int(code.replace("-", "")) == number
    assert normalise_postal(code) == code == normalise_postal(f"{number:07}")
