from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.print.lines import paragraphs, wrapped
from app.documents.sheet.look import Font

FONT = Font(name="BIZ UDゴシック", size=10)


def _lines(text, ems, *, kinsoku=True):
    lines = wrapped(paragraphs([(text, FONT)]), ems * 10, kinsoku=kinsoku)
    return ["".join(atom.glyph.text for atom in line.atoms) for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("あいうえお", ["あいう", "えお"]),
        ("あいう。え", ["あい", "う。え"]),
        ("あい「うえ", ["あい", "「うえ"]),
        ("あいうゃえ", ["あい", "うゃえ"]),
        ("あabcdえ", ["あabcd", "え"]),
        ("ab cdefg", ["ab", "cdefg"]),
        ("abcdefgh", ["abcdef", "gh"]),
        ("あい\nう", ["あい", "う"]),
        ("あ\n\nう", ["あ", "", "う"]),
        ("", [""]),
        ("あいう　　　え", ["あいう", "え"]),
        ("。。。。。", ["。。。", "。。"]),
        ("あＡ１（い", ["あＡ１", "（い"]),
        ("あい（うえ", ["あい", "（うえ"]),
        ("ab-cdefg", ["ab-", "cdefg"]),
        ("あin’to", ["あ", "in’to"]),
        ("ｱｲｳｴｵｶﾞ", ["ｱｲｳｴｵ", "ｶﾞ"]),
        ("12,345円", ["12,345", "円"]),
        ("サーバー", ["サー", "バー"]),
        ("𠮷野家𠮷", ["𠮷野家", "𠮷"]),
    ],
)
def test_that_lines_break_where_japanese_may(text, lines):
    assert _lines(text, 3) == lines


def test_that_libreoffice_breaks_anywhere_between_kanji():
    assert _lines("あいう。え", 3, kinsoku=False) == ["あいう", "。え"]


def test_that_a_glyph_wider_than_the_line_stands_alone():
    assert _lines("あい", 0.5) == ["あ", "い"]


@given(st.text(alphabet="あ漢ー、。「」（）aB1 　\nっ", max_size=40), st.integers(1, 8))
def test_that_nothing_but_blanks_is_lost_and_lines_fit(text, ems):
    lines = _lines(text, ems)
    kept = "".join(lines).replace(" ", "").replace("　", "")
    assert kept == text.replace(" ", "").replace("　", "").replace("\n", "")
    assert all(len(line) <= 2 * ems for line in lines)


def test_that_long_latin_text_is_squeezed_in_parts_that_stay_near_their_places():
    font = Font("ＭＳ Ｐゴシック", 11.0)
    text = ("Willi W. " * 12).strip()
    (line,) = wrapped(paragraphs([(text, font)]), 10_000, kinsoku=True)
    (piece,) = line.pieces
    assert len(piece.runs) > 1
    assert "".join("".join(run.texts) for run in piece.runs) == text
    stretches = {round(run.stretch, 3) for run in piece.runs}
    assert all(0.3 < stretch <= 1 for stretch in stretches)
