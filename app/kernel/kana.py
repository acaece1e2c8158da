"""ふりがな: one script or the other, and the order of the fifty sounds (五十音順).

The order is that of Japanese dictionaries: first the plain sounds alone, over the whole name;
between names that are equal so far 清音 before 濁音 before 半濁音, then large before small, then
hiragana before katakana.  ー counts as the vowel before it.  ``sort_key`` writes that order into
a string, so that ``ORDER BY`` and ``sorted`` need no collation.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

SEPARATOR: Final = "\x01"
"""Lower than everything in a key: joins the keys of surname and given name."""

NO_READING: Final = "未入力"
OTHER: Final = "他"
INDEX_ROWS: Final = ("あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ", OTHER, NO_READING)
"""The tabs of an index, in order."""

_LEVEL = "\x02"
_BLANK = "\x03"

_TO_HIRAGANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_TO_KATAKANA = {code: original for original, code in _TO_HIRAGANA.items()}
_HALF_WIDTH = re.compile("[\uff65-\uff9f]+")
_LOOSE_MARKS = str.maketrans("゛゜", "\u3099\u309a")
_MARKED = re.compile("[ぁ-ヿ][\u3099\u309a]")
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_READING = re.compile(r"[ぁ-ゖゝゞァ-ヺー・ヽヾ\s=＝]+")
_DASH_AFTER_KANA = re.compile(r"(?<=[ぁ-ゖァ-ヺー])[‐‑‒–—―−－-]")
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_VOWELS = {
    kana: vowel
    for vowel, row in zip(
        "あいうえお",
        (
            "あかさたなはまやらわ",
            "いきしちにひみりゐ",
            "うくすつぬふむゆる",
            "えけせてねへめれゑ",
            "おこそとのほもよろを",
        ),
        strict=True,
    )
    for kana in row
}
_ROW_ENDS: Final = "おこそとのほもよろん"


def to_hiragana(text: str) -> str:
    """Write kana as hiragana (half-width included); everything else stays."""
    return _full_width(text).translate(_TO_HIRAGANA)


def to_katakana(text: str) -> str:
    """Write kana as full-width katakana; everything else stays."""
    return _full_width(text).translate(_TO_KATAKANA)


def is_kana(text: str) -> bool:
    """Tell whether a text is a reading: kana, ー and blanks, and at least one kana."""
    wide = _full_width(text)
    return _READING.fullmatch(wide) is not None and _KANA.search(wide) is not None


def _full_width(text: str) -> str:
    """Return the text with full-width kana, each in one character with its dakuten."""
    wide = _HALF_WIDTH.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    marked = wide.translate(_LOOSE_MARKS)
    return _MARKED.sub(lambda pair: unicodedata.normalize("NFC", pair[0]), marked)


def sort_key(kana: str) -> str:
    """Return a string whose plain order, in Python and SQLite, is the 五十音 order.

    Blanks sort before every kana, so surname and given name in one text sort one after the other.
    An empty reading gives an empty key: list those records in a group of their own.
    """
    plain: list[str] = []
    levels: list[str] = []
    for char in _DASH_AFTER_KANA.sub("ー", _full_width(kana.strip())):
        before = plain[-1] if plain else ""
        base, level = _weigh(char, before)
        if base and not (base == before == _BLANK):
            plain.append(base)
            levels.append(level)
    weights = "".join("".join(each) for each in zip(*levels, strict=True)).rstrip("0")
    return "".join(plain) + (_LEVEL + weights if weights else "")


def name_sort_key(family: str, given: str) -> str:
    """Return the key of a name given by two readings: by surname, then by given name."""
    return f"{sort_key(family)}{SEPARATOR}{sort_key(given)}"


@lru_cache(maxsize=16384)
def _weigh(char: str, before: str) -> tuple[str, str]:
    """Return the plain sound of a character and its three lower levels, one digit each."""
    if char == "ー":
        return _VOWELS.get(before, ""), "020"
    if char in "ゝゞヽヾ":
        return before, f"{int(char in 'ゞヾ')}3{int(char in 'ヽヾ')}"
    if char.isspace() or char in "・=＝":
        return _BLANK, "000"
    parts = unicodedata.normalize("NFD", char)
    hiragana = parts[0].translate(_TO_HIRAGANA)
    base = _SMALL.get(hiragana, hiragana)
    if base not in _VOWELS and base != "ん":
        return _other(char), "000"
    voiced = {"\u3099": "1", "\u309a": "2"}.get(parts[1:], "0")
    return base, f"{voiced}{int(base != hiragana)}{int(parts[0] != hiragana)}"


def _other(char: str) -> str:
    """Return a character that is no kana as it sorts: by its code, without controls."""
    folded = unicodedata.normalize("NFKC", char).casefold()
    return "".join(c for c in folded if unicodedata.category(c)[0] not in "CMZ")


def index_row(kana: str) -> str:
    """Return the index tab of a reading: あ … わ, 他 (no kana first), or 未入力."""
    key = sort_key(kana)
    if not key:
        return NO_READING
    if not "あ" <= key[0] <= "ん":
        return OTHER
    return INDEX_ROWS[sum(key[0] > end for end in _ROW_ENDS)]
