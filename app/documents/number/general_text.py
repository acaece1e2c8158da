"""Numbers in the General format: at most 11 characters, long and tiny ones with a power."""

from __future__ import annotations

from app.documents.number.digits import decimal_of, rounded

_DIGITS = 11
_LARGEST_PLAIN = 1e11
_SMALL = 1e-4
_SMALLEST_PLAIN = 1e-9


def general(value: float, digits: int = _DIGITS) -> str:
    """Return a number as the General format writes it in at most so many characters.

    The sign does not count.  Below 0.0001 a number is written out only where all its digits find
    room; in narrower cells only the decimals are cut.
    """
    size = abs(value)
    if not value:
        return "0"
    if value == int(value) and size < 10 ** min(digits - 1, _DIGITS):
        return str(int(value))
    if size >= _LARGEST_PLAIN or size < _SMALLEST_PLAIN:
        return _power(value, min(5, max(digits - 6, 0)))
    if size < _SMALL:
        return _tiny(value, digits)
    before = max(len(str(int(size))), 1)
    room = max(min(digits, _DIGITS) - before - 1, 0)
    return _trimmed(f"{rounded(decimal_of(value), room):f}")


def _tiny(value: float, digits: int) -> str:
    text = _trimmed(f"{decimal_of(value):f}")
    fits = len(text.lstrip("-")) <= min(digits, _DIGITS)
    return text if fits else _power(value, min(5, max(digits - 6, 0)))


def _power(value: float, places: int) -> str:
    head, _, exponent = f"{value:.{places}E}".partition("E")
    return f"{_trimmed(head)}E{exponent[0]}{exponent[1:].lstrip('0').zfill(2)}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
