"""Formulas that have no result in the file: the simple ones are computed, with what forms use.

Filling a form removes stale results, so the counts and sums of an attendance sheet have to be
computed to be printed.  Whatever is not computed here stays empty and is named by the print.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from app.documents.form.addresses import Area
from app.documents.number.number_text import general
from app.documents.sheet.formula_text import Call, Node, Reference, Uncomputable, parse_formula
from app.documents.sheet.look import CellError, Value
from app.documents.sheet.worksheet import Worksheet

_MOST_CELLS = 200_000
_DEEPEST = 100
_CRITERION = re.compile(r"(<=|>=|<>|<|>|=)?(.*)", re.DOTALL)
_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "=": eq, "<>": ne, "<": lt, ">": gt, "<=": le, ">=": ge,
}  # fmt: skip
_KINDS = {float: 0, str: 1, bool: 2}
_DIVISION = CellError("#DIV/0!")


def compute(sheet: Worksheet) -> None:
    """Give a value to every cell whose formula has none, where it can be computed."""
    computer = _Computer(sheet)
    for number, row in sheet.rows.items():
        for column, cell in row.cells.items():
            if cell.formula and cell.value is None:
                computer.cell(number, column)


class _Computer:
    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.busy: set[tuple[int, int]] = set()
        self.failed: set[tuple[int, int]] = set()
        self.budget = _MOST_CELLS

    def cell(self, row: int, column: int) -> None:
        place = (row, column)
        if place in self.failed:
            return
        self.busy.add(place)
        try:
            value = self.value(parse_formula(self.sheet.cell(row, column).formula))
        except (Uncomputable, OverflowError):
            self.failed.add(place)
        else:
            cells = self.sheet.rows[row].cells
            cells[column] = cells[column]._replace(value=0.0 if value is None else value)
        finally:
            self.busy.discard(place)

    def at(self, row: int, column: int) -> Value:
        """Return a cell's value, computed first if need be."""
        cell = self.sheet.cell(row, column)
        if cell.formula and cell.value is None:
            if (row, column) in self.busy or len(self.busy) > _DEEPEST:
                raise Uncomputable("circle")
            self.cell(row, column)
            if (row, column) in self.failed:
                raise Uncomputable("depends")
        value = self.sheet.cell(row, column).value
        return "".join(run.text for run in value) if isinstance(value, tuple) else value

    def area(self, area: Area) -> Iterator[Value]:
        """Yield the values of an area; rows and columns beyond the file's are empty."""
        for row in range(area.top, min(area.bottom, max(self.sheet.rows, default=0)) + 1):
            for column in range(area.left, area.right + 1):
                self.budget -= 1
                if self.budget < 0:
                    raise Uncomputable("large")
                yield self.at(row, column)

    def value(self, node: Node | None) -> Value:
        if isinstance(node, Call):
            return self.call(node)
        if isinstance(node, Reference):
            area = node.area
            if (area.top, area.left) != (area.bottom, area.right):
                raise Uncomputable("area")
            return self.at(area.top, area.left)
        return None if node is None else node.value

    def call(self, call: Call) -> Value:
        if call.name in _COMPARE or call.name in _ARITHMETIC or call.name == "&":
            return _operated(call.name, *(self.value(argument) for argument in call.arguments))
        if call.name == "IF":
            return self.chosen(call)
        if call.name == "COUNTIF" and len(call.arguments) == 2:
            area, wanted = call.arguments
            meets = _criterion(self.value(wanted))
            return float(sum(1 for value in self.values(area) if meets(value)))
        if call.name in _TOTALS:
            return _TOTALS[call.name](self.all_values(call))
        if call.name == "ROUND":
            return _rounded(*(self.value(argument) for argument in call.arguments))
        raise Uncomputable(call.name)

    def chosen(self, call: Call) -> Value:
        condition, *branches = call.arguments
        test = self.value(condition)
        if isinstance(test, CellError):
            return test
        place = 0 if (_number(test) if test is not None else 0) else 1
        return self.value(branches[place]) if place < len(branches) else False

    def values(self, node: Node | None) -> Iterator[Value]:
        if isinstance(node, Reference):
            yield from self.area(node.area)
        else:
            yield self.value(node)

    def all_values(self, call: Call) -> list[Value]:
        return [value for argument in call.arguments for value in self.values(argument)]


def _operated(sign: str, left: Value, right: Value) -> Value:
    for value in (left, right):
        if isinstance(value, CellError):
            return value
    if sign == "&":
        return _text(left) + _text(right)
    if sign in _COMPARE:
        return _compared(sign, left, right)
    one, other = _number(left), _number(right)
    if sign == "/" and not other:
        return _DIVISION
    found = _ARITHMETIC[sign](one, other)
    if isinstance(found, complex) or not math.isfinite(found):
        raise Uncomputable(sign)
    return found


def _compared(sign: str, left: Value, right: Value) -> bool:
    left, right = _like(left, right), _like(right, left)
    one, other = type(left), type(right)
    if one is not other:
        return _COMPARE[sign](_KINDS.get(one, 0), _KINDS.get(other, 0))
    if isinstance(left, str) and isinstance(right, str):
        return _COMPARE[sign](left.casefold(), right.casefold())
    return _COMPARE[sign](left, right)


def _like(value: Value, other: Value) -> Value:
    """Return an empty cell as what it is compared with: no text, or zero among numbers."""
    if value is not None:
        return value
    return "" if isinstance(other, str) else False if isinstance(other, bool) else 0.0


def _number(value: Value) -> float:
    if value is None:
        return 0.0
    if isinstance(value, (bool, float)):
        return float(value)
    try:
        return float(value) if isinstance(value, str) else float("nan")
    except ValueError:
        raise Uncomputable("number") from None


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return general(value) if isinstance(value, float) else str(value or "")


def _criterion(wanted: Value) -> Callable[[Value], bool]:
    """Return the test of COUNTIF: a value, or a text such as ``>=3``, ``<>`` or ``○*``."""
    if not isinstance(wanted, str):
        return lambda value: _plain(value) and _compared("=", value, wanted)
    match = _CRITERION.fullmatch(wanted)
    sign, rest = (match[1] or "=", match[2]) if match else ("=", wanted)
    try:
        limit = float(rest)
    except ValueError:
        return _text_criterion(sign, rest)
    return lambda value: isinstance(value, float) and _COMPARE[sign](value, limit)


def _text_criterion(sign: str, rest: str) -> Callable[[Value], bool]:
    if sign not in {"=", "<>"}:
        raise Uncomputable(sign)
    escaped = re.escape(rest).replace(r"\*", ".*").replace(r"\?", ".")
    pattern = re.compile(escaped, re.IGNORECASE | re.DOTALL)

    def meets(value: Value) -> bool:
        same = (not rest and value is None) or (
            isinstance(value, str) and pattern.fullmatch(value) is not None
        )
        return same is (sign == "=")

    return meets


def _plain(value: Value) -> bool:
    return value is not None and not isinstance(value, CellError)


def _numbers(values: list[Value]) -> list[float]:
    if any(isinstance(value, CellError) for value in values):
        raise Uncomputable("error")
    return [value for value in values if isinstance(value, float) and not isinstance(value, bool)]


def _average(values: list[Value]) -> Value:
    numbers = _numbers(values)
    return math.fsum(numbers) / len(numbers) if numbers else _DIVISION


def _rounded(value: Value = None, places: Value = None) -> Value:
    step = Decimal(1).scaleb(-int(_number(places)))
    return float(Decimal(repr(_number(value))).quantize(step, rounding=ROUND_HALF_UP))


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda one, other: one + other,
    "-": lambda one, other: one - other,
    "*": lambda one, other: one * other,
    "/": lambda one, other: one / other,
    "^": lambda one, other: one**other,
}
_TOTALS: dict[str, Callable[[list[Value]], Value]] = {
    "SUM": lambda values: math.fsum(_numbers(values)),
    "COUNT": lambda values: float(len(_numbers([v for v in values if _plain(v)]))),
    "COUNTA": lambda values: float(sum(1 for value in values if value is not None)),
    "COUNTBLANK": lambda values: float(sum(1 for value in values if value in (None, ""))),
    "AVERAGE": _average,
    "MAX": lambda values: max(_numbers(values), default=0.0),
    "MIN": lambda values: min(_numbers(values), default=0.0),
}
