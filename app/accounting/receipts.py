"""Numbers of receipts (領収書番号): each goes on from the last one, however that is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")


def next_receipt(known: Sequence[str]) -> str:
    """Return the number after those of a year, given in the order they were written.

    The last one that ends in digits says how numbers look (領-012 → 領-013); of its kind the
    highest counts, so that gaps are never filled.  The first of all is 1.
    """
    read = [_NUMBERED.fullmatch(unicodedata.normalize("NFKC", one).strip()) for one in known]
    numbered = [(found[1], found[2]) for found in read if found]
    if not numbered:
        return "1"
    before, digits = numbered[-1]
    highest = max(int(number) for start, number in numbered if start == before)
    return f"{before}{highest + 1:0{len(digits)}d}"
