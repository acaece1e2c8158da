"""Numbers with a power of ten: ``0.00E+00``, and ``##0.0E+0`` with powers in steps of three."""

from __future__ import annotations

from decimal import Decimal

from app.documents.number.digits import decimal_part, places_of, rounded, scaled, whole_part
from app.documents.number.format_code import Section, Shown
from app.documents.number.joining import joined


def show_power(value: Decimal, section: Section, *, negative: bool) -> Shown:
    """Return a number, given without its sign, with its power."""
    tokens = section.tokens
    kinds = [token.kind for token in tokens]
    power = kinds.index("power")
    point = kinds.index("point") if "point" in kinds[:power] else power
    before, after = places_of(tokens, 0, point), places_of(tokens, point, power)
    head, exponent = _split(value, max(len(before), 1), len(after))
    whole, _, fraction = f"{head:f}".partition(".")
    digits = whole_part(whole, [tokens[place].text for place in before])
    pieces = dict(zip(before, digits, strict=True))
    decimals = decimal_part(fraction, [tokens[place].text for place in after])
    pieces |= dict(zip(after, decimals, strict=True))
    if point < power and not any(decimals):
        pieces[point] = ""
    mark = "-" if exponent < 0 else "+" if tokens[power].text[1] == "+" else ""
    pieces[power] = f"E{mark}"
    places = places_of(tokens, power)
    wanted = [tokens[place].text for place in places]
    pieces |= dict(zip(places, whole_part(str(abs(exponent)), wanted), strict=True))
    return joined(section, pieces, "-" if negative and head else "")


def _split(value: Decimal, step: int, places: int) -> tuple[Decimal, int]:
    """Return the number before the power, and a power that is a multiple of ``step``."""
    if not value:
        return rounded(value, places), 0
    exponent = value.adjusted() // step * step
    head = rounded(scaled(value, -exponent), places)
    if head.adjusted() >= step:
        exponent += step
        head = rounded(scaled(value, -exponent), places)
    return head, exponent
