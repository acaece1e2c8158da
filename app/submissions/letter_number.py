"""Numbers of letters (文書番号) that begin anew each fiscal year: 函支第12号."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def letter_number(sign: str, serial: int) -> str:
    """Write a number after the office's sign."""
    return f"{sign}第{serial}号"


def next_letter_number(sign: str, known: Iterable[str]) -> str:
    """Return the number after the highest one with this sign; gaps are never filled."""
    return letter_number(sign, max((_serial(sign, one) for one in known), default=0) + 1)


def _serial(sign: str, number: str) -> int:
    plain = unicodedata.normalize("NFKC", number).strip()
    pattern = rf"{re.escape(unicodedata.normalize('NFKC', sign))}第([0-9]{{1,6}})号"
    found = re.fullmatch(pattern, plain)
    return int(found[1]) if found else 0
