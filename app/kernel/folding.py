"""One spelling of everything, to search by: what people type finds what is stored, however written.

``fold`` makes no difference between full and half width, hiragana and katakana, large and small
letters and kana, づ and ず, を and お, the shapes of a kanji, and it drops blanks, dashes, middle
dots, ー, accents and everything nobody sees.  (ー goes with the dashes because lists write
サ−ビス and センタ-; so ビル is also found in ビール.)

It works character by character, so a part of a text stays a part of it when both are folded;
the one exception is a part that ends between a kana and its loose dakuten (か | ゛).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.kernel.kana import to_katakana
from app.kernel.names import fold_variants
from app.kernel.romaji import LONGEST, romaji_readings

__all__ = ["fold", "query_forms", "romaji_to_kana"]

_MARKS: Final = "\u3099\u309a"
_LOOSE = {"゛": "\u3099", "゜": "\u309a"}
_DROPPED_KINDS = ("Mn", "Me", "Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Pd")
_DROPPED = frozenset("ーｰ・･·‧∙~∼∾−⁃˗⁻₋─━﹣" + "\u3164\uffa0\u115f\u1160\u2800")
_SOUNDS = str.maketrans("ァィゥェォヵヶッャュョヮヂヅヲヰヱ", "アイウエオカケツヤユヨワジズオイエ")
_MARKED = re.compile(f"[ァ-ヺ]?[{_MARKS}]+")


class _Folded(dict[int, str]):
    """What each character is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        self[code] = folded
        return folded


def _fold_char(char: str) -> str:
    before, after = "", _LOOSE.get(char, char)
    while before != after:
        before = after
        after = "".join(_step(part) for part in before)
    return after


def _step(char: str) -> str:
    if char in _MARKS:
        return char
    parts = unicodedata.normalize("NFKD", fold_variants(char)).casefold()
    kept = "".join(part for part in parts if _is_kept(part))
    composed = to_katakana(unicodedata.normalize("NFC", kept))
    return fold_variants(composed).translate(_SOUNDS)


def _is_kept(char: str) -> bool:
    if char in _MARKS:
        return True
    return char not in _DROPPED and unicodedata.category(char) not in _DROPPED_KINDS


_TABLE = _Folded()
_COMPOSED = {
    pair: _fold_char(unicodedata.normalize("NFC", pair))
    for pair in (f"{kana}{mark}" for kana in map(chr, range(0x30A1, 0x30FB)) for mark in _MARKS)
    if unicodedata.is_normalized("NFD", pair) and not unicodedata.is_normalized("NFC", pair)
}


def fold(text: str) -> str:
    """Return the key to search a text by.  Folding a key again changes nothing."""
    folded = text.translate(_TABLE)
    if "\u3099" in folded or "\u309a" in folded:
        folded = _MARKED.sub(_compose, folded)
    return folded


def _compose(marked: re.Match[str]) -> str:
    """Join a kana and its loose dakuten; a mark that fits nothing goes."""
    text = marked[0]
    return _COMPOSED.get(text[:2], text[0].strip(_MARKS))


def romaji_to_kana(text: str) -> str | None:
    """Return the hiragana a text in Roman letters stands for, or nothing if it is not romaji."""
    readings = romaji_readings(text)
    return readings[0] if readings else None


def query_forms(text: str) -> tuple[str, ...]:
    """Return every key a typed query may mean: itself, and as romaji (watanabe → ワタナベ).

    The empty query has none.  A record matches where one of the forms is part of its key.
    """
    forms = [fold(text)]
    if len(text) <= LONGEST:
        forms += [fold(reading) for reading in romaji_readings(text)]
    return tuple(form for form in dict.fromkeys(forms) if form)
