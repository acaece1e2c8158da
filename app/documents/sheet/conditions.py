"""Conditional formats of one sheet: how a cell looks while its conditions hold.

Rules are tried in the order of their priorities; of two that both hold, the one before decides
where both say something.  A cell is judged when it is first looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from app.documents.form.addresses import Area, cell_name
from app.documents.formula.calculation import Calculation
from app.documents.formula.coercion import compared, truth_of
from app.documents.formula.evaluation import Evaluation
from app.documents.formula.grid import Grid, Place, Waiting
from app.documents.formula.parser import parse
from app.documents.formula.scalars import CellError, Scalar, Uncomputable
from app.documents.formula.values import Range
from app.documents.formula.workbook import Sheets
from app.documents.sheet.colour_scale import scale_of
from app.documents.sheet.condition_rules import Rule
from app.documents.sheet.condition_tests import test_of
from app.documents.sheet.look import Look
from app.documents.sheet.look_change import LookChange

_OPERATORS = {
    "lessThan": "<", "lessThanOrEqual": "<=", "equal": "=", "notEqual": "<>",
    "greaterThanOrEqual": ">=", "greaterThan": ">",
}  # fmt: skip
_UNSHOWN = {"dataBar": "データバー", "iconSet": "アイコンセット"}
_MOST_TRIES = 100

Judge = Callable[[Place], LookChange | None]
T = TypeVar("T")


class Conditions:
    """Judges the cells of one sheet.  ``unshown`` names what could not be judged or drawn."""

    def __init__(
        self, rules: Sequence[Rule], sheets: Sheets, grid: Grid, calculation: Calculation
    ) -> None:
        """Take the rules, the most important first, and the sheet with its results."""
        self._sheets, self._grid, self._calculation = sheets, grid, calculation
        self._rules = [(rule, self._judge(rule)) for rule in rules]
        self._looks: dict[Place, LookChange | None] = {}
        self.unshown: dict[str, None] = {}

    def look(self, row: int, column: int, own: Look) -> Look:
        """Return how a cell looks whose own look is given."""
        place = (row, column)
        if place not in self._looks:
            self._looks[place] = self._change(place)
        change = self._looks[place]
        return own if change is None else change.applied(own)

    def _change(self, place: Place) -> LookChange | None:
        found: LookChange | None = None
        for rule, judge in self._rules:
            if not any(place in area for area in rule.areas):
                continue
            try:
                change = judge(place)
            except Uncomputable as failure:
                self._name(rule, failure.reason)
                continue
            if change is not None:
                found = change if found is None else found.over(change)
                if rule.stops_here:
                    break
        return found

    def _name(self, rule: Rule, reason: str) -> None:
        home = cell_name(*rule.home)
        self.unshown[f"{home}の条件付き書式は、{reason}ため反映されません。"] = None

    def _judge(self, rule: Rule) -> Judge:
        if rule.kind == "colorScale":
            return self._by_scale(rule)
        if rule.kind in {"duplicateValues", "uniqueValues", "top10", "aboveAverage"}:
            return self._by_all(rule)
        if rule.kind in _UNSHOWN:
            return self._unshown(rule)
        holds = self._compared if rule.kind == "cellIs" else self._by_formula
        return lambda place: rule.change if holds(rule, place) else None

    def _unshown(self, rule: Rule) -> Judge:
        def judge(_: Place) -> LookChange | None:
            raise Uncomputable(f"{_UNSHOWN[rule.kind]}を印刷できない")

        return judge

    def _by_all(self, rule: Rule) -> Judge:
        kept: list[Callable[[Scalar], bool]] = []

        def judge(place: Place) -> LookChange | None:
            if not kept:
                kept.append(test_of(rule, self._values(rule.areas)) or (lambda _: False))
            return rule.change if kept[0](self._value(place)) else None

        return judge

    def _by_scale(self, rule: Rule) -> Judge:
        kept: list[Callable[[Scalar], str | None]] = []

        def number(text: str) -> float | None:
            found = self._evaluated(rule, text, rule.home)
            return found if type(found) is float else None

        def judge(place: Place) -> LookChange | None:
            if not kept:
                kept.append(scale_of(rule.stops, self._values(rule.areas), number))
            colour = kept[0](self._value(place))
            return None if colour is None else LookChange(fill=colour)

        return judge

    def _compared(self, rule: Rule, place: Place) -> bool:
        value = self._value(place)
        limits = [self._evaluated(rule, text, place) for text in rule.formulas]
        if not limits or any(isinstance(one, CellError) for one in (value, *limits)):
            return False
        if rule.operator in {"between", "notBetween"}:
            low, high = limits[0], limits[-1]
            if compared(">", low, high):
                low, high = high, low
            inside = compared(">=", value, low) and compared("<=", value, high)
            return inside is (rule.operator == "between")
        sign = _OPERATORS.get(rule.operator)
        return sign is not None and compared(sign, value, limits[0])

    def _by_formula(self, rule: Rule, place: Place) -> bool:
        if rule.formulas:
            found = truth_of(self._evaluated(rule, rule.formulas[0], place))
            return found is True
        return self._by_text(rule, self._value(place))

    def _by_text(self, rule: Rule, value: Scalar) -> bool:
        """Judge a rule about a text that some programs write without its formula."""
        text = "" if value is None else str(value) if not isinstance(value, CellError) else ""
        folded, wanted = text.casefold(), rule.text.casefold()
        match rule.kind:
            case "containsText":
                return bool(wanted) and wanted in folded
            case "notContainsText":
                return bool(wanted) and wanted not in folded
            case "beginsWith":
                return bool(wanted) and folded.startswith(wanted)
            case "endsWith":
                return bool(wanted) and folded.endswith(wanted)
            case "containsBlanks" | "notContainsBlanks":
                return (not text.strip()) is (rule.kind == "containsBlanks")
            case "containsErrors" | "notContainsErrors":
                return isinstance(value, CellError) is (rule.kind == "containsErrors")
        return False

    def _evaluated(self, rule: Rule, text: str, place: Place) -> Scalar:
        here = Evaluation(self._sheets, self._grid, place, rule.home, arrays=True)
        tree = parse(text)
        return self._read(lambda: here.result(tree))

    def _value(self, place: Place) -> Scalar:
        return self._read(lambda: self._grid.value(*place))

    def _values(self, areas: Sequence[Area]) -> list[Scalar]:
        return [value for area in areas for value in self._read(partial(self._held, area))]

    def _held(self, area: Area) -> list[Scalar]:
        return [value for _, _, value in Range(self._grid, area).cells()]

    def _read(self, how: Callable[[], T]) -> T:
        """Read something, computing first what it needs."""
        for _ in range(_MOST_TRIES):
            try:
                return how()
            except Waiting as waiting:
                self._calculation.compute((waiting.grid, place) for place in waiting.places)
        raise Uncomputable("計算の量が多すぎる")
