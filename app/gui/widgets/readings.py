"""Kana seen while a name is composed, and whether a reading can be that of a name."""

from __future__ import annotations

import re
import unicodedata

_KANA = re.compile(r"[ぁ-ゖァ-ヺーヽヾゝゞ・･\s]+")
_LATIN = re.compile(r"[a-z'-]+")
_KATAKANA = re.compile(r"[ァ-ヶ]")
_SELECTORS = re.compile(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_PAIR = 2
_SHIFT = ord("ァ") - ord("ぁ")


def hiragana(text: str) -> str:
    """Write kana of any width as hiragana; everything else stays."""
    full = unicodedata.normalize("NFKC", text)
    return _KATAKANA.sub(lambda found: chr(ord(found[0]) - _SHIFT), full)


def is_kana(text: str) -> bool:
    """Say whether a text is kana (and blanks) only, whatever their width."""
    return bool(_KANA.fullmatch(unicodedata.normalize("NFKC", text)))


def composing(preedit: str) -> str | None:
    """Return the kana of what is being typed, or nothing once it holds converted text.

    Romaji not yet turned into kana is left out (「たk」 is た), but a lone n at the end is the
    ん that conversion will make of it.
    """
    plain = hiragana(preedit).lower()
    kana = _LATIN.sub("", plain)
    if kana and not _KANA.fullmatch(kana):
        return None
    return kana + ("ん" if kana and re.search(r"(?<![a-z])n$", plain) else "")


def kana_tail(preedit: str) -> str:
    """Return what stands as kana or romaji at the end of half converted text."""
    plain = hiragana(preedit).lower()
    found = re.search(r"(?:[ぁ-ゖー]|[a-z])+$", plain)
    return found[0] if found else ""


def plausible(text: str, reading: str) -> bool:
    """Say whether a reading can be that of a text.

    Kana in the text must be found in the reading, in order, and every kanji has at least one
    kana; two of them have three or more.  渡辺 as わた is therefore doubtful (it was predicted),
    and so is 阿部 as あべ: asking about it costs a glance.
    """
    pattern = ""
    plain = _SELECTORS.sub("", hiragana(text))
    for run in re.findall(r"[ぁ-ゔー]+|[^ぁ-ゔー]+", plain):
        if is_kana(run):
            pattern += re.escape(run)
        else:
            count = len(run.replace(" ", ""))
            pattern += f".{{{count + (count == _PAIR)},}}"
    return bool(re.fullmatch(pattern, reading))
