"""Working days: without weekends, and without the holidays that the formula is given."""

from __future__ import annotations

from app.documents.formula.context import Context
from app.documents.formula.functions.days import weekday
from app.documents.formula.functions.multiples import Failed, numbers
from app.documents.formula.scalars import NUMBER, VALUE, CellError, Scalar
from app.documents.formula.signature import Function, function
from app.documents.formula.values import Value
from app.documents.number.serial_days import LAST_SERIAL

_SATURDAY, _SUNDAY = 5, 6
_USUAL = frozenset({_SATURDAY, _SUNDAY})
_MOST_DAYS = 400_000


def _weekend(kind: Scalar) -> frozenset[int] | CellError:
    """Return the days off, from Monday, 0, that a number or seven digits name."""
    if isinstance(kind, str):
        sound = len(kind) == 7 and set(kind) <= {"0", "1"} and "0" in kind
        return frozenset(i for i, sign in enumerate(kind) if sign == "1") if sound else VALUE
    number = 1 if kind is None else int(kind) if isinstance(kind, (float, bool)) else 0
    if 1 <= number <= 7:
        first = (_SATURDAY + number - 1) % 7
        return frozenset({first, (first + 1) % 7})
    return frozenset({(_SUNDAY + number - 11) % 7}) if 11 <= number <= 17 else NUMBER


def _holidays(value: Value) -> set[int] | CellError:
    try:
        return {int(number) for number in numbers((value,))}
    except Failed as failed:
        return failed.error


def _off(context: Context, days_off: frozenset[int], closed: set[int], serial: int) -> bool:
    return serial in closed or weekday(serial, from_1904=context.from_1904) in days_off


def _count(context: Context, start: float, end: float, *rest: Value) -> Scalar:
    return _counted(context, (start, end), _USUAL, rest[0] if rest else None)


def _count_with(
    context: Context, start: float, end: float, kind: Scalar = 1.0, holidays: Value = None
) -> Scalar:
    days_off = _weekend(kind)
    if isinstance(days_off, CellError):
        return days_off
    return _counted(context, (start, end), days_off, holidays)


def _counted(
    context: Context, span: tuple[float, float], days_off: frozenset[int], holidays: Value
) -> Scalar:
    closed = _holidays(holidays)
    if isinstance(closed, CellError):
        return closed
    first, last = sorted(int(serial) for serial in span)
    if first < 0 or last > LAST_SERIAL or last - first > _MOST_DAYS:
        return NUMBER
    count = sum(
        1 for serial in range(first, last + 1) if not _off(context, days_off, closed, serial)
    )
    return float(count if span[0] <= span[1] else -count)


def _after(context: Context, start: float, days: int, *rest: Value) -> Scalar:
    return _walked(context, (start, days), _USUAL, rest[0] if rest else None)


def _after_with(
    context: Context, start: float, days: int, kind: Scalar = 1.0, holidays: Value = None
) -> Scalar:
    days_off = _weekend(kind)
    if isinstance(days_off, CellError):
        return days_off
    return _walked(context, (start, days), days_off, holidays)


def _walked(
    context: Context, way: tuple[float, int], days_off: frozenset[int], holidays: Value
) -> Scalar:
    closed = _holidays(holidays)
    if isinstance(closed, CellError):
        return closed
    serial, left = int(way[0]), abs(way[1])
    if left > _MOST_DAYS or len(days_off) == 7:
        return NUMBER
    step = 1 if way[1] > 0 else -1
    while left:
        serial += step
        if not 0 <= serial <= LAST_SERIAL:
            return NUMBER
        left -= not _off(context, days_off, closed, serial)
    return float(serial)


FUNCTIONS: dict[str, Function] = {
    "NETWORKDAYS": function("@nnr?", _count),
    "NETWORKDAYS.INTL": function("@nnv?r?", _count_with),
    "WORKDAY": function("@nir?", _after),
    "WORKDAY.INTL": function("@niv?r?", _after_with),
}
