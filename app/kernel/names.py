"""Characters of names that make trouble elsewhere: shapes, and what old encodings cannot hold.

Names are stored exactly as their bearers write them.  What is written here is for comparing them
and for one file that goes to an office with older equipment (cp932, 「Shift_JIS」).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from app.kernel.text import RADICALS
from app.kernel.variants import USUAL

GETA: Final = "〓"
"""What print shops set where a character is missing; cp932 holds it."""

# Selectors of shapes (葛 + U+E0100), loose dakuten, accents: what belongs to the character before.
_CLUSTER = re.compile(
    "(?s).[\ufe00-\ufe0f\U000e0100-\U000e01ef\u3099\u309a\u0300-\u036f\u20d0-\u20ff]*"
)
_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# Signs that cp932 lacks, or holds only under another code point, so that they come back changed.
_SIGNS = {
    "〜": "～",
    "−": "－",
    "–": "－",
    "—": "―",
    "‖": "∥",
    "¢": "￠",
    "£": "￡",
    "¬": "￢",
    "¥": "￥",
    "㋿": "令和",
    "ゔ": "ヴ",
    "ゕ": "ヵ",
    "ゖ": "ヶ",
    "•": "・",
    "\xa0": " ",
}


def clusters(text: str) -> list[str]:
    """Return the characters as a reader counts them: each with its selector and marks."""
    return _CLUSTER.findall(text)


def fold_variants(text: str) -> str:
    """Write every kanji in its usual shape (渡邉 → 渡辺), without selectors; for comparing only."""
    return "".join(_usual(char) for char in _SELECTORS.sub("", text))


def unencodable(text: str, encoding: str = "cp932") -> list[str]:
    """Return the characters a file in ``encoding`` cannot hold, each once, as they come."""
    return [char for char in dict.fromkeys(clusters(text)) if not _holds(encoding, char)]


def substitute(text: str, encoding: str = "cp932") -> str:
    """Return the text as a file in ``encoding`` can hold it: 𠮷 → 吉, 葛󠄀 → 葛, otherwise 〓.

    What the encoding holds stays.  For that one file: the record keeps its own characters.
    """
    return "".join(
        char if _holds(encoding, char) else _stand_in(char, encoding) for char in clusters(text)
    )


def _holds(encoding: str, char: str) -> bool:
    """Tell whether a character comes back from the encoding as it went in."""
    try:
        return char.encode(encoding).decode(encoding) == char
    except UnicodeError:
        return False


def _stand_in(char: str, encoding: str) -> str:
    base = _SELECTORS.sub("", char)
    for candidate in (
        base,
        _SIGNS.get(base, ""),
        _usual(base),
        unicodedata.normalize("NFKC", base),
        fold_variants(unicodedata.normalize("NFKD", base)[:1]),
    ):
        if candidate and _holds(encoding, candidate):
            return candidate
    return GETA


def _usual(char: str) -> str:
    """Return the usual shape of one character; compatibility ideographs and radicals included."""
    if char in RADICALS or "\uf900" <= char <= "\ufaff" or "\U0002f800" <= char <= "\U0002fa1f":
        char = RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return USUAL.get(char, char)
