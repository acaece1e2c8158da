"""No text, however strange, ends a rule in anything but a value or a refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold, query_forms, romaji_to_kana
from app.kernel.kana import index_row, is_kana, name_sort_key, sort_key, to_hiragana, to_katakana
from app.kernel.kanji_number import replace_kanji_numbers
from app.kernel.names import clusters, fold_variants, substitute, unencodable
from app.kernel.phones import normalise_phone, phone_digits
from app.kernel.postal import normalise_postal
from app.kernel.text import one_line, quoted, tidy
from app.kernel.wareki import format_day, parse_day

TODAY = date(2026, 5, 10)


def _read_day(text: str) -> date:
    return parse_day(text, TODAY)


def _read_birth(text: str) -> date:
    return parse_day(text, TODAY, birth=True)


def _write_day(text: str) -> str:
    return format_day(TODAY, text)


def _name_key(text: str) -> str:
    return name_sort_key(text, text)


RULES: list[Callable[[str], object]] = [
    *[FiscalYear.parse, _read_day, _read_birth, _write_day, fold, query_forms, romaji_to_kana],
    *[to_hiragana, to_katakana, is_kana, sort_key, _name_key, index_row, replace_kanji_numbers],
    *[clusters, fold_variants, substitute, unencodable, normalise_phone, phone_digits],
    *[normalise_postal, one_line, quoted, tidy],
]


def _try(rule: Callable[[str], object], text: str) -> None:
    try:
        rule(text)
    except Refusal as refusal:
        refusal.text.encode()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_that_hostile_text_is_borne(
    rule: Callable[[str], object], hostile_texts: list[str]
) -> None:
    for text in [*hostile_texts, "\ud800", "\x00", "R" * 5_000, "８" * 5_000, " " * 5_000 + "x"]:
        _try(rule, text)


@given(st.sampled_from(RULES), st.text())
def test_that_any_text_is_borne(rule: Callable[[str], object], text: str) -> None:
    _try(rule, text)


@given(
    st.sampled_from(RULES),
    st.text(
        st.sampled_from("令和元昭平年月日0123456789./-()（）水曜生RSHｰー－ 〒+内線"), max_size=20
    ),
)
def test_that_text_that_is_almost_right_is_borne(rule: Callable[[str], object], text: str) -> None:
    _try(rule, text)
