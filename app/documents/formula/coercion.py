"""Values brought to the kind that an operator or a function needs, and compared.

Texts are compared as Excel does: upper and lower case are the same, full width and half width are
not, and hiragana is not katakana.  A number is less than any text, a text less than a truth value.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from app.documents.formula.scalars import VALUE, CellError, Scalar
from app.documents.formula.typed_number import typed_number

_KINDS = {float: 0, str: 1, bool: 2}
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq, "<>": ne, "<": lt, ">": gt, "<=": le, ">=": ge,
}  # fmt: skip
_DIGITS = 15
_LONGEST_PLAIN = 20


def number_of(value: Scalar, *, from_1904: bool = False) -> float | CellError:
    """Return a value as a number; a text that means none is ``#VALUE!``."""
    if isinstance(value, float):
        return value
    if value is None:
        return 0.0
    if isinstance(value, str):
        found = typed_number(value, from_1904=from_1904)
        return VALUE if found is None else found
    return value if isinstance(value, CellError) else float(value)


def text_of(value: Scalar) -> str | CellError:
    """Return a value as a text, a number with up to 15 digits."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(value)
    return "" if value is None else value


def truth_of(value: Scalar) -> bool | CellError:
    """Return a value as a truth value; only the texts TRUE and FALSE are one."""
    if isinstance(value, str):
        upper = value.upper()
        return upper == "TRUE" if upper in {"TRUE", "FALSE"} else VALUE
    return value if isinstance(value, CellError) else bool(value)


def number_text(value: float) -> str:
    """Return a number as the operator ``&`` writes it."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    head, _, exponent = f"{value:.{_DIGITS - 1}e}".partition("e")
    power = int(exponent)
    plain = _trimmed(f"{value:.{max(_DIGITS - 1 - power, 0)}f}")
    if power < _DIGITS and len(plain) <= _LONGEST_PLAIN:
        return plain
    return f"{_trimmed(head)}E{'-' if power < 0 else '+'}{abs(power):02}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def compared(sign: str, left: Scalar, right: Scalar) -> bool:
    """Compare two values, none of them an error."""
    return _COMPARE[sign](sort_key(_like(left, right)), sort_key(_like(right, left)))


def sort_key(value: Scalar) -> tuple[int, float | str]:
    """Return what brings values into Excel's order: numbers, texts, truth values."""
    if isinstance(value, str):
        return 1, value.casefold() if not value.isascii() else value.lower()
    if isinstance(value, bool):
        return 2, float(value)
    return 0, tidy(value) if isinstance(value, float) else 0.0


def tidy(value: float) -> float:
    """Return a number with the 15 digits that Excel compares."""
    return float(f"{value:.15g}") if value != int(value) else value


def _like(value: Scalar, other: Scalar) -> Scalar:
    """Return an empty cell as what it is compared with: no text, FALSE, or zero."""
    if value is not None:
        return value
    return "" if isinstance(other, str) else False if isinstance(other, bool) else 0.0


def finite(value: float) -> float | CellError:
    """Return a result; one beyond all numbers is ``#NUM!``."""
    return value if math.isfinite(value) else CellError("#NUM!")
