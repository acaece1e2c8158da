from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.text import RADICALS, Tidied, one_line, quoted, tidy


@pytest.mark.parametrize(
    ("pasted", "mended", "changed"),
    [
        ("⽣活⽀援", "生活支援", ("⽣→生", "⽀→支")),
        ("⺠⽣委員・⺠⽣児童委員", "民生委員・民生児童委員", ("⺠→民", "⽣→生")),
        ("江⼾川、⽬⿊", "江戸川、目黒", ("⼾→戸", "⽬→目", "⿊→黒")),
        (
            "⻑⻄⻘⻯⻲⻨⻭",
            "長西青竜亀麦歯",
            ("⻑→長", "⻄→西", "⻘→青", "⻯→竜", "⻲→亀", "⻨→麦", "⻭→歯"),
        ),
        ("はら\u200b\ufeff\x00たろう", "はらたろう", ("見えない文字を削除",)),
        ("\ud800山", "山", ("見えない文字を削除",)),
        ("　 山田 \n", "山田", ()),
        ("一行目\r\n二行目\r三行目\t終", "一行目\n二行目\n三行目\t終", ()),
    ],
)
def test_that_pasted_text_is_mended_and_told(
    pasted: str, mended: str, changed: tuple[str, ...]
) -> None:
    assert tidy(pasted) == Tidied(mended, changed)


def test_that_the_notice_is_one_sentence_or_nothing() -> None:
    assert tidy("⽣⺠").notice == "貼り付けた文字を修正しました（⽣→生、⺠→民）。"
    assert tidy("生").notice == ""


@pytest.mark.parametrize(
    "name",
    [
        "館\ufa2c",
        "朗隆塚晴神福靖精羽",
        "髙﨑濵栁德瀨",
        "𠮷",
        "葛\U000e0100",
        "渡邉",
        "👨\u200d👩",
        "ｱﾞ①㈱〜",
    ],
)
def test_that_characters_of_names_stay_as_they_are(name: str) -> None:
    assert tidy(name) == Tidied(name)


@given(st.text())
def test_that_tidying_twice_changes_nothing_more(text: str) -> None:
    once = tidy(text).text
    once.encode()

    assert tidy(once) == Tidied(once)


def test_that_every_radical_becomes_a_character_that_is_none() -> None:
    assert len(RADICALS) > 214
    assert not set(RADICALS) & set("".join(RADICALS.values()))


def test_that_a_text_is_put_on_one_line() -> None:
    assert one_line(" 北海道\r\n函館市　東川町\u2028\t1 ") == "北海道 函館市 東川町 1"


def test_that_a_quotation_is_short() -> None:
    assert quoted(" 長い\n文章 ") == "「長い 文章」"
    assert quoted("あ" * 40) == "「" + "あ" * 30 + "…」"
    assert quoted("\ud800\x00a") == "「a」"
