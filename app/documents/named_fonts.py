"""What is known of the fonts that workbooks name and that we may not ship.

A column's width is counted in digits of the *named* font, and its text is set to the widths of
the named font, so that what fitted in Excel fits here.  Measures are in em.

Sources: ``digit`` from the scales that Excel stored in official forms (Yu Gothic, MS), from its
default column widths (Aptos Narrow) and from the fonts' published metrics; widths of the MS P
fonts are those of their 16-pixel bitmaps, of Latin letters see ``latin_widths``.  The letters of
a font that nobody has published are taken in the proportions of a font like it and scaled to its
digits: Verdana for Meiryo, which the same designer drew, Noto Sans JP for the others (Yu Gothic).
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.documents.latin_widths import latin_widths

_MINCHO_SIGNS = ("明朝", "mincho", "century", "times", "教科書", "行書", "楷書", "cambria", "宋体")
_FIXED_SIGNS = (
    "msゴシック", "msgothic", "ms明朝", "msmincho", "bizudゴシック", "bizudgothic", "bizud明朝",
    "bizudmincho", "hg", "simsun", "宋体", "nsimsun",
)  # fmt: skip
_MS_P_SIGNS = ("msp", "hgp", "msui")
_MS_LATIN_SIGNS, _PRO = ("hgs",), "-pro"
"""Of the HG fonts P has all proportional, S and PRO the letters only, the others nothing."""

_LINE = 13.5 / 11
"""Of the MS fonts; every line of a cell is as high as a row of one line, in em."""

# Digit width, line height and table of letters of the other fonts, by how their name begins.
# The line heights are those of the rows that Excel gives a line of 10 or 11 points.
_OTHERS = {
    "游": (0.5537, 18.75 / 11, ""), "yu": (0.5537, 18.75 / 11, ""),
    "メイリオ": (0.617, 1.6, "verdana"), "meiryo": (0.617, 1.6, "verdana"),
    "calibri": (0.5068, 15 / 11, "calibri"), "carlito": (0.5068, 15 / 11, "calibri"),
    "arialnarrow": (0.4561, 1.275, "arial"), "arial": (0.5562, 1.275, "arial"),
    "helvetica": (0.5562, 1.275, "arial"), "liberationsans": (0.5562, 1.275, "arial"),
    "timesnewroman": (0.5, 1.275, "times"), "century": (0.5556, _LINE, "century"),
    "cambria": (0.5542, 14.25 / 11, ""), "segoeui": (0.539, 1.5, ""),
    "verdana": (0.6357, 1.275, "verdana"), "tahoma": (0.5459, 1.275, "verdana"),
    "consolas": (0.5498, 15 / 11, "mono"), "couriernew": (0.6001, 1.275, "mono"),
    "aptosnarrow": (0.51, 15 / 11, ""), "notosans": (0.555, 1.45, ""),
}  # fmt: skip
_UNKNOWN = (0.5537, _LINE, "")

# Advances in sixteenths of an em from a code point on: "8" is 8/16, "g" the full 16/16.
_SIXTEENTHS = "0123456789abcdefg"
_MS_P_ROWS = {
    0x0020: (
        "548888a3558838388888888888338888baaba99ba49a9cababaa9aaba99585757888885783473c888867688a79"
        "74447"
    ),
    0x3000: "bbbggggg8888888888gg88",
    0x3041: (
        "cfdfabcedfggee9dfgdececcfgggffffeedffeeceefggggggfffgggggggggegggdegegcedcegeegggefggg"
    ),
    0x309B: "88cb",
    0x30A1: (
        "ceadcfcedfdfffdfffdeggeeeffgdecfffcefefabffdfbgggceedeeffffffebgcedgdfacdcgeecfggdefccgggg"
        "8fcc"
    ),
    0xFF01: (
        "ggggggg88ggbgbgbbbbbbbbbb88gggggbdccbacc4acbfcdbdccacbgaaa8g88g89a9a959a44a4faaaa695a8c888"
        "8g8ggg7777798888888888a9aaa9a9a9b9aa99a9a7aa9a8a89aaa7b8aba898b999944"
    ),
}


@dataclass(frozen=True, slots=True)
class NamedFont:
    """Metrics of a font by its name.

    ``kind`` is ``fixed`` (half and full widths only), ``ms`` (the MS P widths), ``biz`` (our own
    proportional fonts, drawn as they are) or ``other`` (full-width kana, proportional letters:
    ``latin`` names their table, ``ms``, one of ``latin_widths`` or ``mono`` for all alike; they
    are scaled to the font's own digits).
    """

    kind: str
    mincho: bool
    digit: float
    line: float
    latin: str = ""

    def advance(self, text: str, *, bold: bool = False) -> float | None:
        """Return the advance of one character; ``None`` where the drawn one is as good."""
        code = ord(text[0])
        if self.kind == "ms":
            return _MS_P.get(code, 1.0 if code >= _FIRST_WIDE else None)
        if self.kind == "fixed":
            return 0.5 if _is_ascii(code) else None
        if not _is_ascii(code):
            return None
        if self.latin == "mono":
            return self.digit
        letters = _letters(self.latin, bold=bold)
        return letters[code] * self.digit / letters[_ZERO] if letters else None


_FIRST_WIDE = 0x2E80
_MS_P = {
    first + place: _SIXTEENTHS.index(letter) / 16
    for first, row in _MS_P_ROWS.items()
    for place, letter in enumerate(row)
}


_ZERO = ord("0")


@lru_cache(maxsize=20)
def _letters(table: str, *, bold: bool) -> dict[int, float]:
    return _MS_P if table == "ms" else latin_widths(table, bold=bold)


def _is_ascii(code: int) -> bool:
    return 0x20 <= code < 0x7F


@lru_cache(maxsize=500)
def named_font(name: str) -> NamedFont:
    """Return what is known of a font; a name nobody knows is taken for 游ゴシック."""
    folded = _folded(name)
    mincho = any(sign in folded for sign in _MINCHO_SIGNS)
    if folded.startswith("bizudp"):
        return NamedFont("biz", mincho, 0.68 if mincho else 0.76, _LINE)
    if folded.startswith(_MS_P_SIGNS):
        return NamedFont("ms", mincho, 0.5, _LINE)
    if folded.startswith(_MS_LATIN_SIGNS) or (folded.startswith("hg") and _PRO in folded):
        return NamedFont("other", mincho, 0.5, _LINE, "ms")
    if folded.startswith(_FIXED_SIGNS):
        return NamedFont("fixed", mincho, 0.5, _LINE)
    known = next((value for sign, value in _OTHERS.items() if folded.startswith(sign)), _UNKNOWN)
    return NamedFont("other", mincho, *known)


def is_known(name: str) -> bool:
    """Return whether a font's widths are its own and not those of 游ゴシック for want of others."""
    own = ("bizudp", *_MS_P_SIGNS, *_MS_LATIN_SIGNS, *_FIXED_SIGNS, *_OTHERS)
    return _folded(name).startswith(own)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).replace(" ", "").lower()
