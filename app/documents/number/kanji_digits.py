"""Digits in kanji and in full width, as ``[DBNum1]`` to ``[DBNum3]`` and ``NUMBERSTRING`` ask."""

from __future__ import annotations

import re

_DIGITS = {1: "〇一二三四五六七八九", 2: "〇壱弐参四五六七八九", 3: "０１２３４５６７８９"}
_SMALL_UNITS = {1: "十百千", 2: "拾百阡", 3: "十百千"}
_LARGE_UNITS = {1: "万億兆", 2: "萬億兆", 3: "万億兆"}
_NUMBER = re.compile("[0-9]+")
_KIND = re.compile(r"dbnum([123])")


def kind_of(locale: str) -> int:
    """Return which digits a section's brackets ask for; 0 for the usual ones."""
    found = _KIND.search(locale)
    return int(found[1]) if found else 0


def digit_by_digit(text: str, kind: int) -> str:
    """Return a text with every digit replaced: 2026 is 二〇二六."""
    return text.translate({ord(str(i)): sign for i, sign in enumerate(_DIGITS[kind])})


def with_units(text: str, kind: int) -> str:
    """Return a text with its whole numbers read out: 2026 is 二千二十六."""
    return _NUMBER.sub(lambda found: _read_out(int(found[0]), kind), text)


def written_in_kanji(number: int, kind: int) -> str:
    """Return a number as ``NUMBERSTRING`` writes it: 千二百, 壱阡弐百, or 一二〇〇."""
    return digit_by_digit(str(number), 1) if kind == 3 else _read_out(number, kind)


def _read_out(number: int, kind: int) -> str:
    if number == 0 or number >= 10**16:
        return digit_by_digit(str(number), kind)
    parts = []
    for place, unit in enumerate(["", *_LARGE_UNITS[kind]]):
        four = number // 10_000**place % 10_000
        if four:
            parts.append(_four(four, kind) + unit)
    return "".join(reversed(parts))


def _four(number: int, kind: int) -> str:
    """Write up to four digits; 一 is left out before 十, 百 and 千, 壱 is not."""
    text = ""
    for place, unit in ((3, _SMALL_UNITS[kind][2]), (2, _SMALL_UNITS[kind][1]),
                        (1, _SMALL_UNITS[kind][0]), (0, "")):  # fmt: skip
        digit = number // 10**place % 10
        if digit:
            plain = digit == 1 and unit and kind == 1
            text += ("" if plain else _DIGITS[kind][digit]) + unit
    return text
