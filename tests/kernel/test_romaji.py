from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.folding import fold
from app.kernel.romaji import romaji_readings


@pytest.mark.parametrize(
    ("typed", "kana"),
    [
        *[
            ("sya", "しゃ"),
            ("sha", "しゃ"),
            ("tyu", "ちゅ"),
            ("chu", "ちゅ"),
            ("zyo", "じょ"),
            ("jo", "じょ"),
        ],
        *[
            ("jyo", "じょ"),
            ("tu", "つ"),
            ("tsu", "つ"),
            ("hu", "ふ"),
            ("fu", "ふ"),
            ("si", "し"),
            ("ti", "ち"),
        ],
        *[
            ("konno", "こんの"),
            ("kannna", "かんな"),
            ("shin", "しん"),
            ("kin'ya", "きんや"),
            ("jumma", "じゅんま"),
        ],
        *[
            ("matcha", "まっちゃ"),
            ("gakkou", "がっこう"),
            ("wo", "を"),
            ("fa", "ふぁ"),
            ("va", "ゔぁ"),
        ],
        *[
            ("inoue", "いのうえ"),
            ("aoi", "あおい"),
            ("naoki", "なおき"),
            ("ōta", "おおた"),
            ("kōno", "こうの"),
        ],
        *[
            ("sātō", "さあとう"),
            ("nīna", "にいな"),
            ("kēko", "けいこ"),
            ("Itô Shigeru", "いとうしげる"),
        ],
        *[
            ("ito-shigeru", "いとしげる"),
            ("yūji", "ゆうじ"),
            ("ryuu", "りゅう"),
            ("tanaka, ken", "たなかけん"),
        ],
    ],
)
def test_that_the_first_reading_is_letter_by_letter(typed: str, kana: str) -> None:
    assert romaji_readings(typed)[0] == kana


@pytest.mark.parametrize(
    "typed",
    [
        *[
            "",
            " ",
            "x",
            "n",
            "nn",
            "kk",
            "npo",
            "fax",
            "zoom",
            "line",
            "don't",
            "0138",
            "渡辺",
            "qa",
            "wu",
        ],
        *["watanabe 3", "ssss", "m", "tch", "'a"],
    ],
)
def test_that_other_words_are_no_romaji(typed: str) -> None:
    assert romaji_readings(typed) == []


@given(st.text(st.sampled_from("aiueokstnhmyrwgzdbpjfcō' -"), max_size=40))
def test_that_readings_are_few_distinct_and_kana(text: str) -> None:
    readings = romaji_readings(text)

    assert len(set(readings)) == len(readings) <= 12
    assert all("ぁ" <= char <= "ゔ" for reading in readings for char in reading)


def test_that_the_romaji_of_real_names_gives_their_reading(shared_data: Path) -> None:
    file = shared_data / "03_names_chars" / "last_names_readings.csv"
    rows = [line.split(",") for line in file.read_text(encoding="utf-8-sig").splitlines()]
    pairs = [(row[3], row[2]) for row in rows if len(row) > 3 and row[3] and row[2]]
    missed = [
        (typed, kana)
        for typed, kana in pairs
        if not any(fold(reading) in fold(kana) for reading in romaji_readings(typed))
    ]

    assert len(pairs) > 1000
    assert missed == []
