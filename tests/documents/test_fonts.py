from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from app.documents.fonts import chain, clusters, missing_characters, typeface
from app.kernel.resources import resources

FACES = [
    "BIZUDGothic-Regular", "BIZUDGothic-Bold", "BIZUDPGothic-Regular", "BIZUDPGothic-Bold",
    "BIZUDMincho-Regular", "BIZUDPMincho-Regular", "NotoSansJP-Regular",
]  # fmt: skip


@pytest.mark.parametrize("name", FACES)
def test_that_glyphs_and_variants_are_those_of_the_file(name):
    face = typeface(name)
    with TTFont(resources() / "fonts" / f"{name}.ttf", lazy=True) as file:
        order = file.getReverseGlyphMap()
        for code, glyph in list(file.getBestCmap().items())[::5]:
            assert face.glyph(code) == order[glyph]
        for table in file["cmap"].tables:
            for selector, entries in getattr(table, "uvsDict", {}).items():
                for code, glyph in entries[:200]:
                    wanted = order[glyph] if glyph else face.glyph(code)
                    assert face.variant(code, selector) == wanted
        metrics = file["hmtx"]
        for glyph in file.getGlyphOrder()[::97]:
            assert face.advance(order[glyph]) == metrics[glyph][0] / face.unitsPerEm


def test_that_every_character_of_cp932_can_be_drawn():
    text = bytes(
        byte for lead in (*range(0x81, 0xA0), *range(0xE0, 0xFD)) for trail in (
            *range(0x40, 0x7F), *range(0x80, 0xFD)) for byte in (lead, trail)
    ).decode("cp932", "ignore")  # fmt: skip
    named = [char for char in text if unicodedata.category(char) != "Co"]
    assert len(named) > 9000
    assert missing_characters(named) == ()


def test_that_names_outside_cp932_can_be_drawn():
    assert missing_characters("𠮷野 𡈽屋 葛\U000e0100 辻\U000e0101 髙﨑 ㋿ ☑☒☐✔") == ()


@pytest.mark.parametrize("bad", ["😀", "𠮷\U000e0105", "\ue000"])
def test_that_what_no_font_has_is_named_once(bad):
    assert missing_characters(f"山{bad}田{bad}\n") == (bad,)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("葛\U000e0100飾", ["葛\U000e0100", "飾"]),
        ("か\u3099き", ["が", "き"]),
        ("abc", ["a", "b", "c"]),
        ("\U000e0100", ["\U000e0100"]),
        ("", []),
    ],
)
def test_that_text_is_split_into_what_is_drawn_as_one(text, parts):
    assert clusters(text) == parts


@given(st.text(max_size=50))
def test_that_any_text_has_glyphs_or_is_a_control(text):
    for glyph in chain("游ゴシック").glyphs(text):
        assert glyph.id > 0
        assert 0 <= glyph.advance <= glyph.natural


def test_that_faces_are_chosen_by_name_and_weight():
    def faces(name, text, *, bold=False):
        return {glyph.face.name for glyph in chain(name, bold=bold).glyphs(text)}

    assert faces("ＭＳ Ｐゴシック", "あA") == {"BIZUDPGothic-Regular"}
    assert faces("ＭＳ Ｐゴシック", "あA", bold=True) == {"BIZUDPGothic-Bold"}
    assert faces("ＭＳ 明朝", "あA", bold=True) == {"BIZUDMincho-Regular"}
    assert faces("游ゴシック", "あ") == {"BIZUDGothic-Regular"}
    assert faces("ＭＳ 明朝", "𠮷") == {"NotoSansJP-Regular"}
