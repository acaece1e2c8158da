"""Mathematical functions: sums, roots, rounding."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal

from app.documents.formula.coercion import finite
from app.documents.formula.functions.multiples import Failed, numbers
from app.documents.formula.operators import power
from app.documents.formula.scalars import DIVISION, NUMBER, VALUE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Array, Value, array_of, tables

_MOST_PLACES = 100
_MOST_FACTORIAL = 170


def _total(*values: Value) -> Scalar:
    try:
        return finite(math.fsum(numbers(values)))
    except Failed as failed:
        return failed.error


def _product(*values: Value) -> Scalar:
    try:
        found = list(numbers(values))
    except Failed as failed:
        return failed.error
    return finite(math.prod(found)) if found else 0.0


def _sum_of_squares(*values: Value) -> Scalar:
    try:
        return finite(math.fsum(number * number for number in numbers(values)))
    except Failed as failed:
        return failed.error


def _sum_of_products(*values: Value) -> Scalar:
    arrays = [array_of(table) for value in values for table in tables(value)]
    if len({(array.height, array.width) for array in arrays}) != 1:
        return VALUE
    total = []
    for rows in zip(*(array.rows for array in arrays), strict=True):
        for cells in zip(*rows, strict=True):
            for cell in cells:
                if isinstance(cell, CellError):
                    return cell
            if all(type(cell) is float for cell in cells):
                total.append(math.prod(cell for cell in cells if isinstance(cell, float)))
    return finite(math.fsum(total))


def decimal(value: float) -> Decimal:
    """Return a number with the 15 digits that Excel works with."""
    return Decimal(f"{value:.15g}")


def rounded(value: float, places: int, mode: str) -> float:
    """Return a number rounded at a place; places left of the point are negative."""
    if abs(places) > _MOST_PLACES:
        return value if places > 0 else 0.0
    exact = decimal(value)
    exponent = exact.as_tuple().exponent
    if isinstance(exponent, int) and exponent >= -places:
        return float(exact)
    return float(exact.quantize(Decimal(1).scaleb(-places), rounding=mode))


def _rounding(mode: str) -> Callable[[float, int], float]:
    def run(value: float, places: int = 0) -> float:
        return rounded(value, places, mode)

    return run


def _to_multiple(mode: str, *, strict: bool) -> Callable[[float, float], Scalar]:
    def run(value: float, step: float = 1.0) -> Scalar:
        if not step or not value:
            return DIVISION if strict and value and mode == ROUND_FLOOR else 0.0
        if strict and value > 0 > step:
            return NUMBER
        way = mode
        if strict and value < 0 and step < 0:
            way = ROUND_UP if mode == ROUND_CEILING else ROUND_DOWN
        unit = decimal(abs(step))
        return float((decimal(value) / unit).to_integral_value(way) * unit)

    return run


def _nearest_multiple(value: float, step: float) -> Scalar:
    if not step:
        return 0.0
    if value * step < 0:
        return NUMBER
    unit = decimal(step)
    return float((decimal(value) / unit).to_integral_value(ROUND_HALF_UP) * unit)


def _remainder(value: float, divisor: float) -> Scalar:
    if not divisor:
        return DIVISION
    exact, by = decimal(value), decimal(divisor)
    return float(exact - by * (exact / by).to_integral_value(ROUND_FLOOR))


def _whole_quotient(value: float, divisor: float) -> Scalar:
    return float(int(decimal(value) / decimal(divisor))) if divisor else DIVISION


def _to_parity(odd: int) -> Callable[[float], float]:
    def run(value: float) -> float:
        size = math.ceil(abs(value))
        size += size % 2 != odd
        return math.copysign(float(size), value) if value else float(odd)

    return run


def _factorial(value: float) -> Scalar:
    return float(math.factorial(int(value))) if 0 <= value <= _MOST_FACTORIAL else NUMBER


def _combinations(number: int, chosen: int) -> Scalar:
    sound = 0 <= chosen <= number < 10_000
    return finite(float(math.comb(number, chosen))) if sound else NUMBER


def _guarded(run: Callable[..., float]) -> Callable[..., Scalar]:
    def guarded(*given: float) -> Scalar:
        try:
            return finite(float(run(*given)))
        except ZeroDivisionError:
            return DIVISION
        except (ValueError, OverflowError):
            return NUMBER

    return guarded


def _all_whole(values: tuple[Value, ...]) -> Iterator[int]:
    for number in numbers(values):
        if not 0 <= number < 2**53:
            raise Failed(NUMBER)
        yield int(number)


def _of_whole(run: Callable[..., int]) -> Callable[..., Scalar]:
    def guarded(*values: Value) -> Scalar:
        try:
            return finite(float(run(*_all_whole(values))))
        except Failed as failed:
            return failed.error

    return guarded


def _matrix_product(one: Value, other: Value) -> Value:
    left, right = (array_of(tables(value)[0]) for value in (one, other))
    if left.width != right.height:
        return VALUE
    cells = [cell for array in (left, right) for row in array.rows for cell in row]
    if any(type(cell) is not float for cell in cells):
        return VALUE
    columns = list(zip(*right.rows, strict=True))
    return Array([[_dot(row, column) for column in columns] for row in left.rows])


def _dot(row: list[Scalar], column: tuple[Scalar, ...]) -> float:
    pairs = zip(row, column, strict=True)
    return math.fsum(a * b for a, b in pairs if isinstance(a, float) and isinstance(b, float))


FUNCTIONS: dict[str, Function] = {
    "SUM": function("r*", _total),
    "PRODUCT": function("r*", _product),
    "SUMSQ": function("r*", _sum_of_squares),
    "SUMPRODUCT": function("a*", _sum_of_products),
    "MMULT": function("aa", _matrix_product),
    "ABS": function("n", abs),
    "SIGN": function("n", lambda value: float((value > 0) - (value < 0))),
    "INT": function("n", lambda value: rounded(value, 0, ROUND_FLOOR)),
    "TRUNC": function("ni?", _rounding(ROUND_DOWN)),
    "ROUND": function("ni", _rounding(ROUND_HALF_UP)),
    "ROUNDDOWN": function("ni", _rounding(ROUND_DOWN)),
    "ROUNDUP": function("ni", _rounding(ROUND_UP)),
    "CEILING": function("nn", _to_multiple(ROUND_CEILING, strict=True)),
    "FLOOR": function("nn", _to_multiple(ROUND_FLOOR, strict=True)),
    "CEILING.MATH": function("nn?", _to_multiple(ROUND_CEILING, strict=False)),
    "FLOOR.MATH": function("nn?", _to_multiple(ROUND_FLOOR, strict=False)),
    "CEILING.PRECISE": function("nn?", _to_multiple(ROUND_CEILING, strict=False)),
    "FLOOR.PRECISE": function("nn?", _to_multiple(ROUND_FLOOR, strict=False)),
    "MROUND": function("nn", _nearest_multiple),
    "MOD": function("nn", _remainder),
    "QUOTIENT": function("nn", _whole_quotient),
    "EVEN": function("n", _to_parity(0)),
    "ODD": function("n", _to_parity(1)),
    "POWER": function("nn", power),
    "SQRT": function("n", _guarded(math.sqrt)),
    "EXP": function("n", _guarded(math.exp)),
    "LN": function("n", _guarded(math.log)),
    "LOG": function("nn?", _guarded(lambda value, base=10.0: math.log(value, base))),
    "LOG10": function("n", _guarded(math.log10)),
    "PI": function("", lambda: math.pi),
    "FACT": function("n", _factorial),
    "COMBIN": function("ii", _combinations),
    "GCD": function("r*", _of_whole(math.gcd)),
    "LCM": function("r*", _of_whole(math.lcm)),
}
