"""Where LibreOffice ends the lines of a cell; only prints that are compared with its break so.

It applies no kinsoku in cells.  After Japanese a line ends at whatever does not fit; after Latin
letters it goes back to the last place at which Unicode lets a line end (UAX 14, here without what
forms never hold).  A blank that does not fit hangs; an ideographic one never does.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_SLACK = 0.1
_CLOSING = frozenset("、。，．：；！？）］｝〕〉》」』】〙〗〟｠｡､｣)]}!?,.:;/")
_OPENING = frozenset("（［｛〔〈《「『【〘〖〝｟｢([{")
_QUOTES = frozenset("\"'‘’“”«»")
_NOT_FIRST = frozenset("ーｰ々ゝゞヽヾ・･゛゜‐‑–-%°′″℃％‰¢￠…‥")
_BEFORE_WORDS = frozenset("$¥￥£€№＄#＃+")
_INSIDE_WORDS = frozenset(".,:;/")
_ASIAN_FROM = 0x2E80
_WEAK = (range(0x2000, 0x2E80), range(0x21), range(0xA0, 0xA1))


class Span(NamedTuple):
    """A line: what is drawn is from ``start`` to ``stop``, the next begins at ``after``."""

    start: int
    stop: int
    after: int


def spans_of(texts: Sequence[str], widths: Sequence[float], width: float) -> Iterator[Span]:
    """Yield the lines of a paragraph, given its characters and how wide each is."""
    start = 0
    while True:
        end = _fitting(widths, start, width)
        if end >= len(texts):
            yield Span(start, len(texts), len(texts))
            return
        after = end + 1 if texts[end] == " " else _end_before(texts, start, end)
        stop = after
        while stop > start + 1 and texts[stop - 1] == " ":
            stop -= 1
        yield Span(start, stop, after)
        if after >= len(texts):
            return
        start = after


def _fitting(widths: Sequence[float], start: int, width: float) -> int:
    used, end = 0.0, start
    while end < len(widths) and used + widths[end] <= width + _SLACK:
        used += widths[end]
        end += 1
    return max(end, start + 1)


def _end_before(texts: Sequence[str], start: int, end: int) -> int:
    if _is_asian(texts, end - 1):
        return end
    place = end
    while place > start and not may_end(texts[place - 1][0], texts[place][0]):
        place -= 1
    return place if place > start else end


def _is_asian(texts: Sequence[str], place: int) -> bool:
    """Return whether a character is set as Japanese; signs go with what stands before them."""
    while place >= 0:
        code = ord(texts[place][0])
        if not any(code in codes for codes in _WEAK):
            return code >= _ASIAN_FROM
        place -= 1
    return False


def may_end(before: str, after: str) -> bool:
    """Return whether Unicode lets a line end between two characters."""
    if after == " " or after in _CLOSING or after in _NOT_FIRST or after in _QUOTES:
        return False
    if before == " ":
        return True
    if before in _OPENING or before in _QUOTES:
        return False
    return not _in_one_word(before, after)


def _in_one_word(before: str, after: str) -> bool:
    if _is_letter(after):
        return (
            _is_letter(before) or before in _BEFORE_WORDS or before in _INSIDE_WORDS
            or before in "%)]}" or (before == "-" and after.isdigit())
        )  # fmt: skip
    if _is_letter(before):
        return after in _BEFORE_WORDS or after in "([{"
    return before in _BEFORE_WORDS


def _is_letter(character: str) -> bool:
    narrow = ord(character) < _ASIAN_FROM
    return narrow and unicodedata.category(character)[0] in "LNS"
