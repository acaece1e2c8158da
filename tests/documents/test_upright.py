from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from app.documents.fonts import chain, typeface, upright_typeface
from app.documents.upright import substitutions
from app.kernel.resources import resources

FACES = ["BIZUDGothic-Regular", "BIZUDGothic-Bold", "BIZUDMincho-Regular", "NotoSansJP-Regular"]
TURNED = "、。ー（）「」『』〜…―ぁっゃゅょァッャュョー"


@pytest.mark.parametrize("name", FACES)
def test_that_the_forms_are_those_of_the_file(name):
    with TTFont(resources() / "fonts" / f"{name}.ttf", lazy=True) as file:
        order = file.getReverseGlyphMap()
        table = file["GSUB"].table
        lookups = {
            number
            for record in table.FeatureList.FeatureRecord
            if record.FeatureTag == "vert"
            for number in record.Feature.LookupListIndex
        }
        wanted: dict[int, int] = {}
        for number in sorted(lookups):
            for part in table.LookupList.Lookup[number].SubTable:
                for old, new in getattr(part, "ExtSubTable", part).mapping.items():
                    wanted.setdefault(order[old], order[new])
        assert substitutions(file.reader["GSUB"]) == wanted


@pytest.mark.parametrize("name", FACES)
def test_that_signs_of_vertical_writing_are_drawn_otherwise(name):
    upright, level = upright_typeface(name), typeface(name)
    assert all(upright.differs(ord(sign)) for sign in TURNED)
    assert all(upright.glyph(ord(sign)) != level.glyph(ord(sign)) for sign in TURNED)
    assert not any(upright.differs(ord(sign)) for sign in "函館１Ａ")
    assert upright.glyph(ord("函")) == level.glyph(ord("函"))


@pytest.mark.parametrize("font", ["ＭＳ Ｐゴシック", "ＭＳ 明朝", "游ゴシック", "BIZ UDPゴシック"])
def test_that_characters_fill_a_square_and_letters_do_not(font):
    glyphs = chain(font).upright("函か、Aｱ")
    assert [glyph.text for glyph in glyphs] == list("函か、Aｱ")
    assert [glyph.advance for glyph in glyphs[:3]] == [1, 1, 1]
    assert all(glyph.advance < 1 for glyph in glyphs[3:])
    assert [glyph.face.name.endswith("-Vertical") for glyph in glyphs] == [
        False, False, True, False, False
    ]  # fmt: skip


def test_that_a_character_of_the_fallback_stands_upright_too():
    (glyph,) = chain("ＭＳ 明朝").upright("𠮷")
    assert (glyph.face.name, glyph.advance) == ("NotoSansJP-Regular", 1)
