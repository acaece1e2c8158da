"""Furigana of a cell's text (``rPh`` and ``phoneticPr``), for the cells that show them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from app.documents.form.markup import Element, q, readable
from app.documents.sheet.attributes import whole
from app.documents.sheet.look import Font, RichText, Run
from app.documents.sheet.styles import Styles
from app.kernel.kana import to_hiragana, to_katakana

_FIRST_HALF, _LAST_HALF = 0xFF61, 0xFF9F
_MARKS = str.maketrans({"\u3099": "ﾞ", "\u309a": "ﾟ"})


class Reading(NamedTuple):
    """The reading of a part of a text; ``start`` and ``end`` count UTF-16 units, as Excel does."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Furigana:
    """The readings of a text, the font they are set in, and how they stand over their parts.

    ``side`` is ``left``, ``center``, ``distributed``, or ``noControl``: one after another.
    """

    readings: tuple[Reading, ...]
    font: Font
    side: str


class TextWithFurigana(tuple[Run, ...]):
    """A rich text whose cell shows its furigana."""

    furigana: Furigana


def with_furigana(item: Element, text: str | RichText, styles: Styles) -> str | RichText:
    """Return the text of an ``si`` or ``is`` with its furigana; as it is when it has none."""
    look = item.find(q("phoneticPr"))
    kind = "" if look is None else look.get("type", "")
    readings = tuple(
        Reading(whole(entry, "sb"), whole(entry, "eb"), _written(_text(entry), kind))
        for entry in item.iterchildren(q("rPh"))
    )
    if not text or not readings:
        return text
    found = TextWithFurigana((Run(text, None),) if isinstance(text, str) else text)
    found.furigana = Furigana(
        readings,
        styles.font_at(0 if look is None else whole(look, "fontId")),
        "left" if look is None else look.get("alignment", "left"),
    )
    return found


def _text(entry: Element) -> str:
    return readable("".join(node.text or "" for node in entry.iter(q("t")))).strip()


def _written(text: str, kind: str) -> str:
    match kind:
        case "Hiragana":
            return to_hiragana(text)
        case "noConversion":
            return text
        case "halfwidthKatakana":
            return _half_width(to_katakana(text))
        case _:
            return to_katakana(text)


_HALF = {
    unicodedata.normalize("NFKC", chr(code)): chr(code)
    for code in range(_FIRST_HALF, _LAST_HALF + 1)
}


def _half_width(text: str) -> str:
    apart = "".join(
        unicodedata.normalize("NFD", sign) if "ァ" <= sign <= "ヺ" else sign for sign in text
    )
    return "".join(_HALF.get(sign, sign) for sign in apart.translate(_MARKS))
