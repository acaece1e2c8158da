"""A number as its format shows it: digits, groups, percent, powers, fractions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.documents.number.day_text import show_day
from app.documents.number.digits import (
    decimal_of,
    decimal_part,
    places_of,
    rounded,
    scaled,
    whole_part,
)
from app.documents.number.format_code import Section, Shown, Token, section_for
from app.documents.number.fraction_text import show_fraction
from app.documents.number.general_text import general
from app.documents.number.joining import joined
from app.documents.number.kanji_digits import digit_by_digit, kind_of, with_units
from app.documents.number.power_text import show_power

__all__ = ["general", "show_number"]


def show_number(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """Return a number under a format code; days count from 1900 (or 1904)."""
    section, number = section_for(code, value)
    if section.is_date:
        return show_day(number, section, from_1904=from_1904)
    shown = _show(number, section)
    kind = kind_of(section.locale)
    if not kind:
        return shown
    # Placeholders stand for single digits; without one the number is read out.
    placed = any(token.kind == "digit" for token in section.tokens)
    return shown._replace(text=(digit_by_digit if placed else _read_out)(shown.text, kind))


def _read_out(text: str, kind: int) -> str:
    whole, point, fraction = text.partition(".")
    return with_units(whole, kind) + point + digit_by_digit(fraction, kind)


def _show(value: float, section: Section) -> Shown:
    tokens = section.tokens
    kinds = [token.kind for token in tokens]
    if "digit" not in kinds:
        bare = not tokens and "dbnum" in section.locale
        sign = "-" if value < 0 and (tokens or bare) else ""
        shown = joined(section, {}, sign, general(abs(value)))
        return shown._replace(text=sign + general(abs(value))) if bare else shown
    size = scaled(decimal_of(abs(value)), 2 * kinds.count("percent"))
    if "power" in kinds:
        return show_power(size, section, negative=value < 0)
    if "slash" in kinds and "point" not in kinds:
        return show_fraction(size, section, negative=value < 0)
    return _as_decimal(size, section, negative=value < 0)


def _as_decimal(value: Decimal, section: Section, *, negative: bool) -> Shown:
    tokens = section.tokens
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    before, after = places_of(tokens, 0, point), places_of(tokens, point)
    value = scaled(value, -3 * _thousands_cut(tokens, max([*before, *after])))
    number = rounded(value, len(after))
    whole, _, fraction = f"{number:f}".partition(".")
    grouped = any(
        token.kind == "comma" and before and before[0] < place < before[-1]
        for place, token in enumerate(tokens)
    )
    shown = whole_part(whole, [tokens[place].text for place in before], grouped=grouped)
    pieces = dict(zip(before, shown, strict=True))
    decimals = decimal_part(fraction, [tokens[place].text for place in after])
    pieces |= dict(zip(after, decimals, strict=True))
    return joined(section, pieces, "-" if negative and number else "")


def _thousands_cut(tokens: Sequence[Token], last: int) -> int:
    count = 0
    for token in tokens[last + 1 :]:
        if token.kind != "comma":
            break
        count += 1
    return count
