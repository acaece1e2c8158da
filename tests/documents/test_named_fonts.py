from __future__ import annotations

import pytest

from app.documents.fonts import chain
from app.documents.named_fonts import named_font


@pytest.mark.parametrize(
    ("name", "kind", "mincho", "digit"),
    [
        ("ＭＳ Ｐゴシック", "ms", False, 0.5),
        ("MS PGothic", "ms", False, 0.5),
        ("MS UI Gothic", "ms", False, 0.5),
        ("ＭＳ ゴシック", "fixed", False, 0.5),
        ("ＭＳ 明朝", "fixed", True, 0.5),
        ("ＭＳ Ｐ明朝", "ms", True, 0.5),
        ("游ゴシック", "other", False, 0.5537),
        ("Yu Gothic", "other", False, 0.5537),
        ("游明朝", "other", True, 0.5537),
        ("Calibri", "other", False, 0.5068),
        ("Aptos Narrow", "other", False, 0.51),
        ("Times New Roman", "other", True, 0.5),
        ("メイリオ", "other", False, 0.617),
        ("BIZ UDPゴシック", "biz", False, 0.76),
        ("BIZ UDゴシック", "fixed", False, 0.5),
        ("BIZ UD明朝 Medium", "fixed", True, 0.5),
        ("HGPｺﾞｼｯｸE", "ms", False, 0.5),
        ("HGSｺﾞｼｯｸM", "other", False, 0.5),
        ("HG丸ｺﾞｼｯｸM-PRO", "other", False, 0.5),
        ("HG創英角ｺﾞｼｯｸUB", "fixed", False, 0.5),
        ("HGP教科書体", "ms", True, 0.5),
        ("知らない書体", "other", False, 0.5537),
        ("", "other", False, 0.5537),
    ],
)
def test_that_a_font_is_known_by_its_name(name, kind, mincho, digit):
    found = named_font(name)
    assert (found.kind, found.mincho, found.digit) == (kind, mincho, digit)


@pytest.mark.parametrize(
    ("name", "text", "width"),
    [
        ("ＭＳ Ｐゴシック", "0123", 2.0),
        ("ＭＳ Ｐゴシック", "あアー", 15 / 16 + 14 / 16 + 15 / 16),
        ("ＭＳ Ｐゴシック", "函館市", 3.0),
        ("ＭＳ Ｐゴシック", "○※①", 3.0),
        ("ＭＳ ゴシック", "AB函館", 3.0),
        ("ＭＳ ゴシック", "ｱｲ ﾞ", 2.0),
        ("ＭＳ 明朝", "あAア。", 3.5),
        ("游ゴシック", "0", 0.5537),
        ("游ゴシック", "あア漢、", 4.0),
        ("游明朝", "（あ）", 3.0),
        ("Calibri", "Hakodate 2026", 0.623 + 0.479 + 0.455 + 0.527 + 0.525 + 0.479 + 0.335 + 0.498
         + 0.226 + 4 * 0.5068),
        ("Arial", "illi", 4 * 0.222),
        ("Arial Narrow", "0", 0.4561),
        ("Times New Roman", "if", 0.278 + 0.333),
        ("Century", "0a", 1.112),
        ("Courier New", "MW", 1.2),
        ("メイリオ", "0", 0.617),
        ("HG創英角ｺﾞｼｯｸUB", "aあ", 1.5),
        ("HGSｺﾞｼｯｸM", "aあ", 1.5),
        ("BIZ UDPゴシック", "0", 0.76),
    ],
)  # fmt: skip
def test_that_a_text_is_as_wide_as_the_named_font_sets_it(name, text, width):
    assert chain(name).width(text) == pytest.approx(width, abs=0.004)


def test_that_the_bold_face_has_its_own_widths():
    assert chain("Arial", bold=True).width("!") == pytest.approx(0.333, abs=0.001)
    assert chain("Arial").width("!") == pytest.approx(0.278, abs=0.001)


@pytest.mark.parametrize(
    "name", ["ＭＳ Ｐゴシック", "Calibri", "游ゴシック", "Verdana", "ＭＳ 明朝"]
)
@pytest.mark.parametrize("bold", [False, True])
def test_that_nothing_is_stretched(name, bold):
    text = "".join(map(chr, range(0x20, 0x7F))) + "あいうえおアイウエオ漢字、。「」（）ｱｲｳ"
    for glyph in chain(name, bold=bold).glyphs(text):
        assert 0 < glyph.advance <= glyph.natural


def test_that_our_own_fonts_are_drawn_as_they_are():
    for glyph in chain("BIZ UDPゴシック").glyphs("Aa0あア漢、（"):
        assert glyph.advance == glyph.natural
