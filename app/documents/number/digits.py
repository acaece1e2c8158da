"""Digits spread over the placeholders ``0``, ``#`` and ``?`` of a section."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from app.documents.number.format_code import Token

# Enough for the largest number with as many decimals as a format can ask for.
_EXACT = Context(prec=1_000)
_DIGITS = 15


def decimal_of(value: float) -> Decimal:
    """Return a number with the 15 digits that Excel has of it."""
    return Decimal(f"{value:.{_DIGITS - 1}e}")


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a number rounded, half away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_EXACT)


def scaled(value: Decimal, places: int) -> Decimal:
    """Return a number with its point moved to the right."""
    return value.scaleb(places, context=_EXACT)


def whole_part(whole: str, wanted: Sequence[str], *, grouped: bool = False) -> list[str]:
    """Spread digits over placeholders from the right; the first takes what is left."""
    if not wanted:
        return []
    digits = "" if whole == "0" and "0" not in wanted else whole
    zeros = len(wanted) - wanted.index("0") if "0" in wanted else 0
    digits = digits.rjust(zeros, "0")
    if grouped:
        first = len(digits) % 3
        groups = [digits[:first], *(digits[i : i + 3] for i in range(first, len(digits), 3))]
        return [""] * (len(wanted) - 1) + [",".join(group for group in groups if group)]
    padded = [" " if sign == "?" else "" for sign in wanted]
    spread = len(wanted) - 1
    tail = digits[-spread:] if spread else ""
    for place, digit in enumerate(reversed(tail)):
        padded[-1 - place] = digit
    padded[0] = digits[: len(digits) - len(tail)] or padded[0]
    return padded


def decimal_part(fraction: str, wanted: Sequence[str]) -> list[str]:
    """Spread decimals over placeholders; zeros at the end go where ``#`` and ``?`` stand."""
    found = list(fraction)
    for place in reversed(range(len(wanted))):
        if found[place] != "0" or wanted[place] == "0":
            break
        found[place] = " " if wanted[place] == "?" else ""
    return found


def places_of(tokens: Sequence[Token], first: int = 0, last: int | None = None) -> list[int]:
    """Return where the placeholders stand."""
    end = len(tokens) if last is None else last
    return [place for place in range(first, end) if tokens[place].kind == "digit"]
