"""Arithmetic, comparison and joining of two single values."""

from __future__ import annotations

from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne

from app.documents.formula.coercion import compared, finite, number_of, text_of, tidy
from app.documents.formula.scalars import DIVISION, NUMBER, CellError, Scalar

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "=": eq, "<>": ne, "<": lt, ">": gt, "<=": le, ">=": ge,
}  # fmt: skip


def operated(sign: str, left: Scalar, right: Scalar, *, from_1904: bool = False) -> Scalar:
    """Return what an operator makes of two values; the first error wins."""
    if left is None and type(right) is float and sign != "&":
        left = 0.0
    if type(left) is float and type(right) is float and sign != "&":
        if sign in _COMPARE:
            return _COMPARE[sign](tidy(left), tidy(right))
        return arithmetic(sign, left, right)
    return _of_any(sign, left, right, from_1904=from_1904)


def _of_any(sign: str, left: Scalar, right: Scalar, *, from_1904: bool) -> Scalar:
    for value in (left, right):
        if isinstance(value, CellError):
            return value
    if sign in _COMPARE:
        return compared(sign, left, right)
    if sign == "&":
        return f"{text_of(left)}{text_of(right)}"
    one, other = number_of(left, from_1904=from_1904), number_of(right, from_1904=from_1904)
    if isinstance(one, CellError):
        return one
    return other if isinstance(other, CellError) else arithmetic(sign, one, other)


def arithmetic(sign: str, one: float, other: float) -> Scalar:
    """Return a sum, difference, product, quotient or power."""
    match sign:
        case "+":
            return finite(near_zero(one + other, one))
        case "-":
            return finite(near_zero(one - other, one))
        case "*":
            return finite(one * other)
        case "/":
            return finite(one / other) if other else DIVISION
    return power(one, other)


def power(base: float, exponent: float) -> Scalar:
    """Return a power; 0 to the 0 is ``#NUM!``, 0 to a negative one ``#DIV/0!``."""
    if not base and exponent <= 0:
        return DIVISION if exponent < 0 else NUMBER
    try:
        found = base**exponent
    except OverflowError:
        return NUMBER
    return NUMBER if isinstance(found, complex) else finite(found)


def near_zero(result: float, part: float) -> float:
    """Return 0 for a difference that is only noise in the last bits, as Excel does."""
    return 0.0 if result and abs(result) < abs(part) * 5e-16 else result
