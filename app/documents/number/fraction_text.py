"""Numbers as fractions: ``# ?/?``, ``??/??``, ``# ?/8``."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from app.documents.number.digits import places_of, whole_part
from app.documents.number.format_code import Section, Shown, Token
from app.documents.number.joining import joined

_MOST_DIGITS = 7


class _Parts(NamedTuple):
    """Where the whole number, the numerator and the denominator of a fraction stand."""

    whole: list[int]
    top: list[int]
    slash: int
    bottom: list[int]


def show_fraction(value: Decimal, section: Section, *, negative: bool) -> Shown:
    """Return a number, given without its sign, as a fraction."""
    tokens = section.tokens
    parts = _parts(tokens)
    written = "".join(tokens[place].text for place in parts.bottom)
    fixed = int(written) if written.isdecimal() and written.strip("0") else 0
    fraction = _nearest(value, fixed, len(parts.bottom))
    whole, rest = divmod(fraction.numerator, fraction.denominator) if parts.whole else (0, None)
    below = fixed or fraction.denominator
    top = (fraction.numerator if rest is None else rest) * below // fraction.denominator
    pieces = _whole_pieces(whole, parts, tokens, alone=top == 0)
    shows_zero = not parts.whole or any(tokens[place].text == "0" for place in parts.top)
    if top or shows_zero:
        pieces |= _spread(str(top), parts.top, tokens)
        pieces |= _spread_left(str(below), parts.bottom)
    else:
        pieces |= dict.fromkeys([*parts.top, parts.slash, *parts.bottom], " ")
    return joined(section, pieces, "-" if negative and fraction else "")


def _nearest(value: Decimal, fixed: int, digits: int) -> Fraction:
    exact = Fraction(value)
    if fixed:
        return Fraction(int(exact * fixed + Fraction(1, 2)), fixed)
    return exact.limit_denominator(10 ** min(max(digits, 1), _MOST_DIGITS) - 1)


def _parts(tokens: Sequence[Token]) -> _Parts:
    slash = next(place for place, token in enumerate(tokens) if token.kind == "slash")
    top: list[int] = []
    for place in range(slash - 1, -1, -1):
        if tokens[place].kind != "digit":
            break
        top.insert(0, place)
    bottom: list[int] = []
    for place in range(slash + 1, len(tokens)):
        if tokens[place].kind != "digit" and not tokens[place].text.isdecimal():
            break
        bottom.append(place)
    return _Parts(places_of(tokens, 0, top[0] if top else 0), top, slash, bottom)


def _whole_pieces(
    whole: int, parts: _Parts, tokens: Sequence[Token], *, alone: bool
) -> dict[int, str]:
    wanted = [tokens[place].text for place in parts.whole]
    if alone and wanted:
        wanted[-1] = "0"
    return dict(zip(parts.whole, whole_part(str(whole), wanted), strict=True))


def _spread(digits: str, places: list[int], tokens: Sequence[Token]) -> dict[int, str]:
    found = whole_part(digits, [tokens[place].text for place in places])
    if places and digits == "0":
        found[-1] = "0"
    return dict(zip(places, found, strict=True))


def _spread_left(digits: str, places: list[int]) -> dict[int, str]:
    if not places:
        return {}
    padded = digits.ljust(len(places))
    last = len(places) - 1
    found = {place: padded[i] for i, place in enumerate(places[:last])}
    return found | {places[last]: padded[last:]}
