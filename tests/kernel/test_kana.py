from __future__ import annotations

import sqlite3
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.kana import (
    INDEX_ROWS,
    SEPARATOR,
    index_row,
    is_kana,
    name_sort_key,
    sort_key,
    to_hiragana,
    to_katakana,
)

IN_ORDER = [
    *["", "ABC", "いすす", "いすず", "いすゞ", "うあん", "ゔぁん", "おおの", "オオノ", "おーの"],
    *[
        "かも",
        "がも",
        "きよう",
        "きょう",
        "きょうだ",
        "きよた",
        "さとう",
        "はあら",
        "ハーラ",
        "ハヤシ",
    ],
    *["はら", "ハラ", "ばら", "バラ", "ぱら", "はら いちろう", "はら　たろう", "はるき", "ﾔﾏﾀﾞ"],
    *["わだ", "ゐの", "をの", "んだ", "山田"],
]
kana_texts = st.text(
    st.sampled_from("あいかがきぎつっづはばぱやゃうゔんーゝゞアカガッャヴ・ "), max_size=8
)


@pytest.mark.parametrize("seed", range(5))
def test_that_readings_sort_as_in_a_dictionary(seed: int) -> None:
    shuffled = Random(seed).sample(IN_ORDER, len(IN_ORDER))

    assert sorted(shuffled, key=sort_key) == IN_ORDER


def test_that_sqlite_sorts_the_stored_key_the_same_way() -> None:
    with sqlite3.connect(":memory:") as base:
        base.execute("create table reading (text, key)")
        rows = [(text, sort_key(text)) for text in reversed(IN_ORDER)]
        base.executemany("insert into reading values (?, ?)", rows)
        ordered = [text for (text,) in base.execute("select text from reading order by key")]
    base.close()

    assert ordered == IN_ORDER


@given(st.lists(st.tuples(kana_texts, kana_texts), max_size=8))
def test_that_names_sort_by_surname_then_by_given_name(names: list[tuple[str, str]]) -> None:
    by_pair = sorted(names, key=lambda name: (sort_key(name[0]), sort_key(name[1])))

    assert sorted(names, key=lambda name: name_sort_key(*name)) == by_pair


@given(st.text())
def test_that_a_key_holds_nothing_below_the_separator_and_can_be_stored(text: str) -> None:
    key = sort_key(text)
    key.encode()

    assert all(char > SEPARATOR for char in key)
    assert sort_key(f" {text}　") == key


@given(kana_texts)
def test_that_script_and_width_make_no_difference_but_the_last(text: str) -> None:
    assert sort_key(to_hiragana(text)).split("\x02")[0] == sort_key(text).split("\x02")[0]
    assert index_row(to_katakana(text)) == index_row(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ハ-ラ", "ハーラ"), ("ハ－ラ", "ハーラ"), ("か゛も", "がも"), ("か\u3099", "が")],
)
def test_that_two_spellings_of_one_reading_have_one_key(one: str, other: str) -> None:
    assert sort_key(one) == sort_key(other)


@pytest.mark.parametrize(
    ("kana", "row"),
    [
        *[(kana, "あ") for kana in ("あ", "ぉ", "オ", "ゔ", "ｳﾞ")],
        *[
            ("か", "か"),
            ("ゴ", "か"),
            ("さ", "さ"),
            ("ぞ", "さ"),
            ("た", "た"),
            ("っ", "た"),
            ("ど", "た"),
        ],
        *[
            ("な", "な"),
            ("の", "な"),
            ("は", "は"),
            ("ぽ", "は"),
            ("ﾊﾞ", "は"),
            ("ま", "ま"),
            ("も", "ま"),
        ],
        *[
            ("ゃ", "や"),
            ("よ", "や"),
            ("ら", "ら"),
            ("ろ", "ら"),
            ("わ", "わ"),
            ("ゐ", "わ"),
            ("ヷ", "わ"),
        ],
        *[("を", "わ"), ("ん", "わ"), ("A", "他"), ("山田", "他"), ("1", "他"), ("💡", "他")],
        *[("", "未入力"), ("　", "未入力"), ("ー", "未入力"), ("\ud800", "未入力")],
    ],
)
def test_that_every_reading_has_its_index_tab(kana: str, row: str) -> None:
    assert index_row(kana) == row
    assert row in INDEX_ROWS


def test_that_kana_are_written_in_either_script() -> None:
    assert to_hiragana("ﾊﾞｰﾊﾞﾗ・ヴァン ヽヾ髙") == "ばーばら・ゔぁん ゝゞ髙"
    assert to_katakana("ばーばら・ゔぁん ゝゞｱ") == "バーバラ・ヴァン ヽヾア"
    assert to_hiragana("葛󠄀城 館 か\u3099 う゛") == "葛󠄀城 館 が ゔ"


@given(kana_texts)
def test_that_hiragana_come_back_from_katakana(text: str) -> None:
    assert to_hiragana(to_katakana(text)) == to_hiragana(text)


@pytest.mark.parametrize("text", ["はら", "ハーラ　ﾀﾛｳ", "ゔぁん", "ジョン・スミス", "か\u3099"])
def test_that_a_reading_is_kana(text: str) -> None:
    assert is_kana(text)


@pytest.mark.parametrize(
    "text", ["", " ", "ー", "・", "原", "はら(旧姓)", "hara", "はら1", "あ" * 9999 + "x"]
)
def test_that_anything_else_is_no_reading(text: str) -> None:
    assert not is_kana(text)
