"""Logic: what is chosen by a condition, and what is true.

The choosing functions are given the parts of the formula, not their values: only the part that is
chosen is evaluated, so a circle or an error in the other one does not matter.
"""

from __future__ import annotations

from collections.abc import Callable

from app.documents.formula.coercion import compared, number_of, truth_of
from app.documents.formula.context import Context
from app.documents.formula.functions.multiples import Failed, truths
from app.documents.formula.scalars import NOT_AVAILABLE, VALUE, CellError, Scalar, Uncomputable
from app.documents.formula.signature import Function, function
from app.documents.formula.tokens import NOT_UNDERSTOOD
from app.documents.formula.tree import Constant, Node
from app.documents.formula.values import Array, Range, Union, Value, array_of

Choosing = Callable[[Context, tuple[Node, ...]], Value]


def _counted(arguments: tuple[Node, ...], least: int, most: int = 255) -> None:
    if not least <= len(arguments) <= most:
        raise Uncomputable(NOT_UNDERSTOOD)


def _if(context: Context, arguments: tuple[Node, ...]) -> Value:
    _counted(arguments, 1, 3)
    test, *branches = arguments
    found = context.single(test)
    if isinstance(found, Array):
        return _by_element(context, found, [*branches, *_DEFAULTS[len(branches) :]])
    chosen = truth_of(found)
    if isinstance(chosen, CellError):
        return chosen
    place = 0 if chosen else 1
    return context.value(branches[place]) if place < len(branches) else chosen


_DEFAULTS: list[Node] = [Constant(value) for value in (True, False)]


def _by_element(context: Context, test: Array, branches: list[Node]) -> Value:
    arrays = [_array(context.single(branch)) for branch in branches]
    height = max(array.height for array in (test, *arrays))
    width = max(array.width for array in (test, *arrays))
    return Array(
        [[_element(test, arrays, row, column) for column in range(width)] for row in range(height)]
    )


def _element(test: Array, arrays: list[Array], row: int, column: int) -> Scalar:
    chosen = truth_of(test.stretched(row, column))
    if isinstance(chosen, CellError):
        return chosen
    return arrays[0 if chosen else 1].stretched(row, column)


def _array(value: Scalar | Array) -> Array:
    return value if isinstance(value, Array) else Array([[value]])


def _first_true(context: Context, arguments: tuple[Node, ...]) -> Value:
    _counted(arguments, 2)
    for test, branch in zip(arguments[::2], arguments[1::2], strict=False):
        found = truth_of(_scalar(context.single(test)))
        if isinstance(found, CellError):
            return found
        if found:
            return context.value(branch)
    return NOT_AVAILABLE


def _scalar(value: Scalar | Array) -> Scalar:
    return value.at(0, 0) if isinstance(value, Array) else value


def _switch(context: Context, arguments: tuple[Node, ...]) -> Value:
    _counted(arguments, 3)
    wanted = _scalar(context.single(arguments[0]))
    if isinstance(wanted, CellError):
        return wanted
    rest = arguments[1:]
    for case, branch in zip(rest[::2], rest[1::2], strict=False):
        found = _scalar(context.single(case))
        if isinstance(found, CellError):
            return found
        if compared("=", wanted, found):
            return context.value(branch)
    return context.value(rest[-1]) if len(rest) % 2 else NOT_AVAILABLE


def _choose(context: Context, arguments: tuple[Node, ...]) -> Value:
    _counted(arguments, 2)
    number = number_of(_scalar(context.single(arguments[0])))
    if isinstance(number, CellError):
        return number
    place = int(number)
    return context.value(arguments[place]) if 1 <= place < len(arguments) else VALUE


def _if_error(is_meant: Callable[[Scalar], bool]) -> Choosing:
    def run(context: Context, arguments: tuple[Node, ...]) -> Value:
        _counted(arguments, 2, 2)
        found = context.value(arguments[0])
        if isinstance(found, (Range, Union)):
            if isinstance(found, Range) and found.size == 1:
                return context.value(arguments[1]) if is_meant(found.at(0, 0)) else found
            single = context.single(arguments[0])
            found = array_of(single) if isinstance(single, Array) else single
        if isinstance(found, Array):
            other = _array(context.single(arguments[1]))
            return _mended(found, other, is_meant)
        return context.value(arguments[1]) if is_meant(found) else found

    return run


def _mended(found: Array, other: Array, is_meant: Callable[[Scalar], bool]) -> Array:
    return Array(
        [
            [
                other.stretched(row, column) if is_meant(value) else value
                for column, value in enumerate(line)
            ]
            for row, line in enumerate(found.rows)
        ]
    )


def _all(*values: Value) -> Scalar:
    return _judged(values, all)


def _any(*values: Value) -> Scalar:
    return _judged(values, any)


def _odd(*values: Value) -> Scalar:
    return _judged(values, lambda found: sum(found) % 2 == 1)


def _judged(values: tuple[Value, ...], how: Callable[[list[bool]], bool]) -> Scalar:
    try:
        found = list(truths(values))
    except Failed as failed:
        return failed.error
    return how(found) if found else VALUE


CHOOSING: dict[str, Choosing] = {
    "IF": _if,
    "IFS": _first_true,
    "SWITCH": _switch,
    "CHOOSE": _choose,
    "IFERROR": _if_error(lambda value: isinstance(value, CellError)),
    "IFNA": _if_error(lambda value: value == NOT_AVAILABLE),
}
FUNCTIONS: dict[str, Function] = {
    "AND": function("r*", _all),
    "OR": function("r*", _any),
    "XOR": function("r*", _odd),
    "NOT": function("b", lambda value: not value),
    "TRUE": function("", lambda: True),
    "FALSE": function("", lambda: False),
}
