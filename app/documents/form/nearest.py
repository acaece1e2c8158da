"""The known name that a mistyped one was meant to be."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable

from app.kernel.kana import to_hiragana

_LIKE = 0.5
"""At least half of the characters are the same: one of two in a short name."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known name that is most like a word; empty when none is like it."""
    names = {_folded(name): name for name in sorted(known, reverse=True)}
    own = _folded(word)
    if own in names:
        return names[own]
    same_end = [name for key, name in names.items() if key.endswith(f".{own}")]
    found = difflib.get_close_matches(own, names, n=1, cutoff=_LIKE)
    return same_end[0] if same_end else names[found[0]] if found else ""


def meant(word: str, known: Iterable[str]) -> str:
    """Return the question after the name that may be meant; empty when none is like it."""
    found = nearest(word, known)
    return f"「{found}」のことですか。" if found else ""


def _folded(word: str) -> str:
    return to_hiragana(unicodedata.normalize("NFKC", word).replace(" ", "").casefold())
