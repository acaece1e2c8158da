"""The conditions of COUNTIF and its kin: a value, or a text such as ``>=3``, ``<>`` or ``○*``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from app.documents.formula.coercion import sort_key, tidy
from app.documents.formula.scalars import CellError, Scalar
from app.documents.formula.typed_number import typed_number

Meets = Callable[[Scalar], bool]

_CRITERION = re.compile(r"(<=|>=|<>|<|>|=)?(.*)", re.DOTALL)
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq, "<>": ne, "<": lt, ">": gt, "<=": le, ">=": ge,
}  # fmt: skip
_ERROR = re.compile(r"#(?:N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)", re.IGNORECASE)


@lru_cache(maxsize=2_000)
def pattern(text: str) -> re.Pattern[str]:
    """Return a text with ``*``, ``?`` and ``~`` as a pattern for a whole text."""
    parts, at = [], 0
    while at < len(text):
        sign = text[at]
        if sign == "~" and text[at + 1 : at + 2] in {"*", "?", "~"}:
            at += 1
            parts.append(re.escape(text[at]))
        elif sign == "*":
            if not parts or parts[-1] != ".*":
                parts.append(".*")
        else:
            parts.append("." if sign == "?" else re.escape(sign))
        at += 1
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


def has_wildcard(text: str) -> bool:
    """Return whether a text has a sign that stands for others."""
    return "*" in text or "?" in text or "~" in text


def criterion(wanted: Scalar) -> Meets:
    """Return the test that a condition sets.  Empty cells meet ``""``, ``"="`` and ``"<>x"``."""
    if wanted is None:
        wanted = 0.0
    if isinstance(wanted, str):
        found = _CRITERION.fullmatch(wanted)
        sign, rest = (found[1] or "", found[2]) if found else ("", wanted)
        return _of_text(sign, rest)
    if isinstance(wanted, float):
        return _of_number("=", wanted)
    return lambda value: type(value) is type(wanted) and value == wanted


def _of_number(sign: str, limit: float) -> Meets:
    compare, limit = _COMPARE[sign], tidy(limit)

    def meets(value: Scalar) -> bool:
        if type(value) is float:
            return compare(tidy(value), limit)
        if isinstance(value, str) and sign in {"=", "<>"}:
            number = typed_number(value)
            return compare(number, limit) if number is not None else sign == "<>"
        return sign == "<>"

    return meets


def _of_text(sign: str, rest: str) -> Meets:
    compare = sign or "="
    number = typed_number(rest) if rest else None
    if number is not None:
        return _of_number(compare, number)
    upper = rest.upper()
    special: Scalar = None
    if upper in {"TRUE", "FALSE"}:
        special = upper == "TRUE"
    elif _ERROR.fullmatch(rest):
        special = CellError(upper)
    if special is not None and compare in {"=", "<>"}:
        return lambda value: (type(value) is type(special) and value == special) is (compare == "=")
    if compare in {"=", "<>"}:
        return _of_pattern(sign, rest)
    limit = sort_key(rest)
    return lambda value: isinstance(value, str) and _COMPARE[compare](sort_key(value), limit)


def _of_pattern(sign: str, rest: str) -> Meets:
    if not rest:
        if sign == "=":
            return lambda value: value is None
        if sign == "<>":
            return lambda value: value is not None
        return lambda value: value is None or value == ""
    if has_wildcard(rest):
        wanted = pattern(rest)
        return lambda value: (
            (isinstance(value, str) and wanted.fullmatch(value) is not None) is (sign != "<>")
        )
    folded = rest.casefold()
    return lambda value: (isinstance(value, str) and value.casefold() == folded) is (sign != "<>")
