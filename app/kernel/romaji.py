"""Readings typed in Roman letters: Hepburn, Kunrei and what keyboards taught (watanabe, tya, zyu).

Long vowels are seldom written as they are read: 大野 is typed ohno, ono, oono, ōno.  So a text
has several readings; the first is the letter-by-letter one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import product
from typing import Final

LONGEST: Final = 40
"""Longer texts are no names, and not tried as romaji."""

_MOST_READINGS = 12
_MOST_OPEN = 5

_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "s": "さしすせそ",
    "t": "たちつてと",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "m": "まみむめも",
    "r": "らりるれろ",
    "g": "がぎぐげご",
    "z": "ざじずぜぞ",
    "d": "だぢづでど",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
}
_WITH_SMALL = {
    "ky": "き",
    "gy": "ぎ",
    "sh": "し",
    "sy": "し",
    "j": "じ",
    "jy": "じ",
    "zy": "じ",
    "ch": "ち",
    "ty": "ち",
    "cy": "ち",
    "dy": "ぢ",
    "ny": "に",
    "hy": "ひ",
    "by": "び",
    "py": "ぴ",
    "my": "み",
    "ry": "り",
}
_OTHERS = {
    **{"ya": "や", "yu": "ゆ", "yo": "よ", "wa": "わ", "wo": "を", "wi": "うぃ", "we": "うぇ"},
    **{"shi": "し", "chi": "ち", "ji": "じ", "tsu": "つ", "fu": "ふ", "dzu": "づ"},
    **{"fa": "ふぁ", "fi": "ふぃ", "fe": "ふぇ", "fo": "ふぉ"},
    **{"va": "ゔぁ", "vi": "ゔぃ", "vu": "ゔ", "ve": "ゔぇ", "vo": "ゔぉ"},
    **{"she": "しぇ", "che": "ちぇ", "je": "じぇ", "thi": "てぃ", "dhi": "でぃ"},
}
_SYLLABLES: Final = {
    **{
        f"{row}{vowel}": kana
        for row, line in _ROWS.items()
        for vowel, kana in zip("aiueo", line, strict=True)
    },
    **{
        f"{row}{vowel}": f"{kana}{small}"
        for row, kana in _WITH_SMALL.items()
        for vowel, small in zip("auo", "ゃゅょ", strict=True)
    },
    **_OTHERS,
}
_AFTER_N = dict(
    zip(
        ("な", "に", "ぬ", "ね", "の", "にゃ", "にゅ", "にょ"),
        ("んあ", "んい", "んう", "んえ", "んお", "んや", "んゆ", "んよ"),
        strict=True,
    )
)
_LONG = {"ā": "a", "ī": "i", "ū": "u", "ē": "e", "ō": "o"}
_LONG_SIGNS = str.maketrans("âîûêô’ʼ`", "āīūēō'''")
_OH = re.compile(r"oh(?![aiueoyāīūēō])")
_WORD_BREAKS = re.compile(r"[\s,.・·-]+")
_TOKEN = re.compile(
    r"(?P<stop>t(?=ch)|([kstcgzdbpfhjrvw])(?=\2))|(?P<nasal>n'|nn(?![aiueoyāīūēō])|"
    r"n(?![aiueoyāīūēō])|m(?=[bmp]))|(?P<onset>[bcdfghjkmnprstvwyz]*)(?P<vowel>[aiueoāīūēō])"
)


def romaji_readings(text: str) -> list[str]:
    """Return the readings, in hiragana, of a text that is romaji as a whole; otherwise none."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).lower())
    words = [word for word in _WORD_BREAKS.split(plain.translate(_LONG_SIGNS)) if word]
    spoken = [_tokens(_OH.sub("ō", word)) for word in words]
    if not all(spoken):
        return []
    return _combined(list(_alternatives([token for tokens in spoken for token in tokens])))


def _tokens(word: str) -> list[tuple[str, str]]:
    """Return kana and vowel of every syllable; nothing if a letter is left over."""
    tokens: list[tuple[str, str]] = []
    end = 0
    while end < len(word):
        found = _TOKEN.match(word, end)
        kana = found and _kana(found)
        if not found or not kana:
            return []
        tokens.append((kana, found["vowel"] or ""))
        end = found.end()
    return [] if tokens and tokens[0][0] in "んっ" else tokens


def _kana(found: re.Match[str]) -> str:
    if found["stop"]:
        return "っ"
    if found["nasal"]:
        return "ん"
    return _SYLLABLES.get(found["onset"] + _LONG.get(found["vowel"], found["vowel"]), "")


def _alternatives(tokens: list[tuple[str, str]]) -> Iterable[tuple[str, ...]]:
    """Yield, for each syllable, what may stand there, the likeliest first."""
    spoken = [("", ""), *tokens, ("", "")]
    for before, (kana, vowel), after in zip(spoken, tokens, spoken[2:], strict=False):
        if vowel in _LONG:
            yield tuple(
                kana + long for long in _lengths(_LONG[vowel], first=not before[0] and kana == "お")
            )
        elif kana in ("う", "お") and before[1] == "o":
            yield (kana, "お" if kana == "う" else "う", "")
        elif kana == "う" and before[1] == "u":
            yield (kana, "")
        else:
            longer = tuple(kana + long for long in _unwritten(vowel, after[0]))
            yield (kana, *_split(kana, before[0]), *longer)


def _split(kana: str, before: str) -> tuple[str, ...]:
    """Return what n and a vowel may be besides: shinichi しんいち, hannei はんえい."""
    if not before or kana not in _AFTER_N:
        return ()
    return (_AFTER_N[kana].removeprefix(before),)


def _unwritten(vowel: str, after: str) -> str:
    """Return the vowels that may have been left out after one.

    Before おう and う nothing was; at the end nothing is missed: ゆうじろ is found in ゆうじろう.
    """
    if not after or after in "うお":
        return ""
    return {"o": "うお", "u": "う"}.get(vowel, "")


def _lengths(vowel: str, *, first: bool) -> tuple[str, ...]:
    """Return how a vowel marked long may be written; 大 at the beginning is おお."""
    if vowel == "o":
        return ("お", "う", "") if first else ("う", "お", "")
    return {"a": ("あ", ""), "i": ("い", ""), "u": ("う", ""), "e": ("い", "え", "")}[vowel]


def _combined(parts: list[tuple[str, ...]]) -> list[str]:
    """Return the likeliest readings: those that depart least from the first of each part."""
    open_parts = [position for position, part in enumerate(parts) if len(part) > 1][:_MOST_OPEN]
    choices = [part if position in open_parts else part[:1] for position, part in enumerate(parts)]
    ranked = sorted(
        product(*(enumerate(choice) for choice in choices)),
        key=lambda chosen: sum(rank for rank, _kana in chosen),
    )
    readings = ("".join(kana for _rank, kana in chosen) for chosen in ranked)
    return [reading for reading in dict.fromkeys(readings) if reading][:_MOST_READINGS]
