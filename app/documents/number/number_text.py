"""A number as its format shows it: digits, groups, percent, powers, fractions."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from app.documents.number.day_text import kanji_digits, show_day
from app.documents.number.format_code import Section, Shown, Token, section_for

_GENERAL_DIGITS = 11
_LARGEST_PLAIN = 1e11
_SMALLEST_PLAIN = 1e-9


def show_number(value: float, code: str, *, from_1904: bool = False) -> Shown:
    """Return a number under a format code; days count from 1900 (or 1904)."""
    section, number = section_for(code, value)
    if section.is_date:
        return show_day(number, section, from_1904=from_1904)
    shown = _show(number, section)
    return shown._replace(text=kanji_digits(shown.text, section.locale))


def general(value: float, digits: int = _GENERAL_DIGITS) -> str:
    """Return a number as the General format writes it in at most so many characters."""
    if not value:
        return "0"
    size = abs(value)
    if value == int(value) and size < 10 ** min(digits - 1, _GENERAL_DIGITS):
        return str(int(value))
    if size >= _LARGEST_PLAIN or size < _SMALLEST_PLAIN:
        return _power(value, min(5, max(digits - 6, 0)))
    before = max(len(str(int(size))), 1)
    room = max(min(digits, _GENERAL_DIGITS) - before - 1, 0)
    text = f"{_rounded(Decimal(repr(value)), room):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _power(value: float, places: int) -> str:
    head, _, exponent = f"{value:.{places}E}".partition("E")
    head = head.rstrip("0").rstrip(".") if "." in head else head
    return f"{head}E{exponent[0]}{exponent[1:].lstrip('0').zfill(2)}"


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _show(value: float, section: Section) -> Shown:
    tokens = section.tokens
    kinds = [token.kind for token in tokens]
    if "digit" not in kinds:
        sign = "-" if value < 0 and tokens else ""
        return _joined(section, {}, sign, general(abs(value)))
    scaled = Decimal(repr(abs(value))) * 100 ** kinds.count("percent")
    if "power" in kinds:
        return _with_power(float(scaled), section, negative=value < 0)
    if "slash" in kinds and "point" not in kinds:
        return _as_fraction(float(scaled), section, negative=value < 0)
    return _as_decimal(scaled, section, negative=value < 0)


def _as_decimal(value: Decimal, section: Section, *, negative: bool) -> Shown:
    tokens = section.tokens
    before, after, last = _places(tokens)
    value = value.scaleb(-3 * _thousands_cut(tokens, last))
    rounded = _rounded(value, len(after))
    whole, _, fraction = f"{rounded:f}".partition(".")
    grouped = any(
        token.kind == "comma" and before and before[0] < place < before[-1]
        for place, token in enumerate(tokens)
    )
    shown = _whole_part(whole, [tokens[place].text for place in before], grouped=grouped)
    pieces = dict(zip(before, shown, strict=True))
    pieces |= _fraction_part(fraction, after, tokens)
    return _joined(section, pieces, "-" if negative and rounded else "", "")


def _places(tokens: tuple[Token, ...]) -> tuple[list[int], list[int], int]:
    point = next((i for i, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    digits = [i for i, token in enumerate(tokens) if token.kind == "digit"]
    return [i for i in digits if i < point], [i for i in digits if i > point], digits[-1]


def _thousands_cut(tokens: tuple[Token, ...], last: int) -> int:
    count = 0
    for token in tokens[last + 1 :]:
        if token.kind != "comma":
            break
        count += 1
    return count


def _whole_part(whole: str, wanted: list[str], *, grouped: bool) -> list[str]:
    """Spread the digits over the placeholders from the right; the first takes what is left."""
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


def _fraction_part(fraction: str, after: list[int], tokens: tuple[Token, ...]) -> dict[int, str]:
    pieces = dict(zip(after, fraction, strict=True)) if fraction else {}
    for place in reversed(after):
        if pieces[place] != "0" or tokens[place].text == "0":
            break
        pieces[place] = " " if tokens[place].text == "?" else ""
    return pieces


def _with_power(value: float, section: Section, *, negative: bool) -> Shown:
    kinds = [token.kind for token in section.tokens]
    _, after, _ = _places(section.tokens[: kinds.index("power")])
    head, _, exponent = f"{value:.{len(after)}E}".partition("E")
    sign = section.tokens[kinds.index("power")].text[1]
    mark = "-" if exponent[0] == "-" else "+" if sign == "+" else ""
    width = kinds[kinds.index("power") :].count("digit")
    text = f"{head}E{mark}{exponent[1:].lstrip('0').zfill(width)}"
    return Shown(("-" if negative else "") + text, section.colour)


def _as_fraction(value: float, section: Section, *, negative: bool) -> Shown:
    kinds = [token.kind for token in section.tokens]
    after = kinds[kinds.index("slash") :].count("digit")
    fraction = Fraction(value).limit_denominator(10 ** max(after, 1) - 1)
    whole, rest = divmod(fraction.numerator, fraction.denominator)
    if kinds[: kinds.index("slash")].count("digit") <= after:
        whole, rest = 0, fraction.numerator
    parts = [str(whole)] if whole or not rest else []
    parts += [f"{rest}/{fraction.denominator}"] if rest else []
    return Shown(("-" if negative else "") + " ".join(parts), section.colour)


def _joined(section: Section, pieces: dict[int, str], sign: str, number: str) -> Shown:
    """Put a section together; the sign stands before everything that is shown."""
    text, fill = sign, None
    point_shown = any(pieces.get(i) for i, _ in enumerate(section.tokens))
    for place, (kind, piece) in enumerate(section.tokens):
        if kind == "fill":
            fill = (len(text), piece)
        elif kind in {"general", "text"}:
            text += number
        elif kind == "digit":
            text += pieces.get(place, "")
        elif kind == "blank":
            text += " "
        elif kind == "point":
            text += "." if point_shown or pieces else ""
        elif kind != "comma":
            text += piece
    return Shown(text, section.colour, fill)
