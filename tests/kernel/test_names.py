from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.names import clusters, fold_variants, substitute, unencodable


@pytest.mark.parametrize(
    "family",
    [
        *[
            "渡辺 渡邊 渡邉 渡邉\U000e0100",
            "斎藤 齋藤 齊藤 斉藤",
            "高橋 髙橋 髙槗",
            "山崎 山﨑 山嵜",
        ],
        *[
            "吉田 𠮷田",
            "浜田 濱田 濵田",
            "沢口 澤口",
            "桜井 櫻井",
            "館山 舘山 館山",
            "小島 小嶋 小嶌",
        ],
        *[
            "広瀬 廣瀨",
            "国分 國分",
            "竜崎 龍﨑",
            "恵 惠",
            "柳 栁",
            "徳 德",
            "土屋 圡屋 𡈽屋",
            "民 ⺠",
        ],
        *["葛城 葛\U000e0100城", "神 \ufa19", "塚 \ufa10", "朗 \uf929"],
    ],
)
def test_that_shapes_of_one_name_are_alike(family: str) -> None:
    first, *others = family.split()

    assert {fold_variants(other) for other in others} == {fold_variants(first)}


@pytest.mark.parametrize("pair", ["太 大", "崎 埼", "坂 阪", "畑 畠", "荻 萩", "末 未", "園 圏"])
def test_that_different_characters_stay_different(pair: str) -> None:
    one, other = pair.split()

    assert fold_variants(one) != fold_variants(other)


@pytest.mark.parametrize(
    ("text", "missing", "written"),
    [
        ("髙﨑濵栁德瀨彅①㈱", [], "髙﨑濵栁德瀨彅①㈱"),
        ("𠮷田𠮷𡈽", ["𠮷", "𡈽"], "吉田吉土"),
        ("髙槗", ["槗"], "髙橋"),
        ("葛\U000e0100城", ["葛\U000e0100"], "葛城"),
        ("辻\U000e0101󠄁", ["辻\U000e0101\U000e0101"], "辻"),
        ("か\u3099ゔ", ["か\u3099", "ゔ"], "がヴ"),
        ("7〜8", ["〜"], "7～8"),
        ("−–—•\xa0¥", ["−", "–", "—", "•", "\xa0", "¥"], "－－―・ ￥"),
        ("㋿8年", ["㋿"], "令和8年"),
        ("é👍🏽\u2fcf\ud800", ["é", "👍", "🏽", "\u2fcf", "\ud800"], "e〓〓鼠〓"),
        ("⽣", ["⽣"], "生"),
    ],
)
def test_that_a_file_in_cp932_gets_what_it_can_hold(
    text: str, missing: list[str], written: str
) -> None:
    found = unencodable(text)

    assert found == [char for char in missing if char in found]
    assert len(found) == len(missing)
    assert substitute(text) == written
    assert unencodable(written) == []


def test_that_plain_shift_jis_gets_the_usual_shapes() -> None:
    assert unencodable("髙﨑", "shift_jis") == ["髙", "﨑"]
    assert substitute("髙﨑濵栁", "shift_jis") == "高崎浜柳"
    assert substitute("𠮷", "ascii") == "〓"


@given(st.text())
def test_that_clusters_join_to_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text
    assert all(clusters(text))


@given(st.text())
def test_that_what_is_substituted_can_be_encoded_and_is_left_alone(text: str) -> None:
    written = substitute(text)
    written.encode("cp932")

    assert substitute(written) == written
    assert fold_variants(fold_variants(text)) == fold_variants(text)


def test_that_a_name_is_counted_as_it_is_read() -> None:
    assert clusters("葛\U000e0100城𠮷か\u3099") == ["葛\U000e0100", "城", "𠮷", "か\u3099"]
    assert clusters("\U000e0100") == ["\U000e0100"]
    assert clusters("") == []


def test_that_every_character_of_the_national_table_can_be_written(shared_data: Path) -> None:
    file = shared_data / "03_names_chars" / "mj_moji.csv"
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    kanji = [row["kanji"] for row in rows[::3]]

    assert len(kanji) > 15_000
    assert [each for each in kanji if unencodable(substitute(each))] == []
    for each in kanji:
        if not unencodable(each[0]):
            assert substitute(each) == each[0]
