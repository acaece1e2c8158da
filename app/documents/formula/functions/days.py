"""Days and times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.documents.formula.context import Context
from app.documents.formula.scalars import NUMBER, VALUE, Scalar, Uncomputable
from app.documents.formula.signature import Function, function
from app.documents.formula.typed_number import typed_moment
from app.documents.number.serial_days import (
    clock_of,
    day_of,
    month_end,
    real_day,
    serial_from_parts,
    serial_of,
)

_WEEK_STARTS = {1: 6, 2: 0, 11: 0, 12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6}
_ISO_WEEK = 21


def _today(context: Context) -> Scalar:
    return float(_now(context) // 1)


def _now(context: Context) -> float:
    if context.moment is None:
        raise Uncomputable("今日の日付が分からない")
    now = context.moment
    seconds = now.hour * 3_600 + now.minute * 60 + now.second
    return serial_of(now.date(), from_1904=context.from_1904) + seconds / 86_400


def _date(context: Context, year: int, month: int, day: int) -> Scalar:
    found = serial_from_parts(year, month, day, from_1904=context.from_1904)
    return NUMBER if found is None else found


def _part(place: int) -> Function:
    def run(context: Context, serial: float) -> Scalar:
        found = day_of(serial, from_1904=context.from_1904)
        return NUMBER if found is None else float(found[place])

    return function("@n", run)


def _clock_part(place: int) -> Function:
    def run(serial: float) -> Scalar:
        return NUMBER if serial < 0 else float(clock_of(serial)[place])

    return function("n", run)


def _time(hours: int, minutes: int, seconds: int) -> Scalar:
    total = hours * 3_600 + minutes * 60 + seconds
    return NUMBER if total < 0 else total % 86_400 / 86_400


def _typed(*, day: bool) -> Function:
    def run(context: Context, text: str) -> Scalar:
        found = typed_moment(text, from_1904=context.from_1904)
        if found is None or (day and found < 1):
            return VALUE
        return found // 1 if day else found % 1

    return function("@t", run)


def _same_day(context: Context, serial: float, months: int) -> Scalar:
    start = day_of(serial, from_1904=context.from_1904)
    end = month_end(serial, months, from_1904=context.from_1904)
    if start is None or end is None:
        return NUMBER
    day = min(start[2], end.day)
    return serial_of(end, from_1904=context.from_1904) - end.day + day


def _end_of_month(context: Context, serial: float, months: int) -> Scalar:
    end = month_end(serial, months, from_1904=context.from_1904)
    return NUMBER if end is None else serial_of(end, from_1904=context.from_1904)


def weekday(serial: float, *, from_1904: bool) -> int:
    """Return the day of the week from Monday, 0; as Excel counts it, before March 1900 too."""
    return (int(serial // 1) + (1_462 if from_1904 else 0) - 2) % 7


def _day_of_week(context: Context, serial: float, kind: int = 1) -> Scalar:
    if day_of(serial, from_1904=context.from_1904) is None:
        return NUMBER
    found = weekday(serial, from_1904=context.from_1904)
    if kind == 3:
        return float(found)
    start = _WEEK_STARTS.get(kind)
    return NUMBER if start is None else float((found - start) % 7 + 1)


def _week(context: Context, serial: float, kind: int = 1) -> Scalar:
    day = real_day(serial, from_1904=context.from_1904)
    if day is None:
        return NUMBER
    if kind == _ISO_WEEK:
        return float(day.isocalendar()[1])
    start = _WEEK_STARTS.get(kind)
    if start is None:
        return NUMBER
    first = date(day.year, 1, 1)
    return float(((day - first).days + (first.weekday() - start) % 7) // 7 + 1)


def _iso_week(context: Context, serial: float) -> Scalar:
    return _week(context, serial, _ISO_WEEK)


def _difference(context: Context, start: float, end: float, unit: str) -> Scalar:
    first, last = (real_day(serial, from_1904=context.from_1904) for serial in (start, end))
    if first is None or last is None or first > last:
        return NUMBER
    how = _UNITS.get(unit.upper())
    return NUMBER if how is None else float(how(first, last))


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


def _spare_days(first: date, last: date) -> int:
    if last.day >= first.day:
        return last.day - first.day
    before = last.replace(day=1) - timedelta(days=1)
    return max(before.day - first.day, 0) + last.day


def _days_of_year(first: date, last: date) -> int:
    year = last.year if (last.month, last.day) >= (first.month, first.day) else last.year - 1
    day = first.day if (first.month, first.day) != (2, 29) else 28 + (year % 4 == 0)
    return (last - date(year, first.month, day)).days


_UNITS: dict[str, Callable[[date, date], int]] = {
    "Y": lambda first, last: _months(first, last) // 12,
    "M": _months,
    "D": lambda first, last: (last - first).days,
    "MD": _spare_days,
    "YM": lambda first, last: _months(first, last) % 12,
    "YD": _days_of_year,
}


def _days_between(end: float, start: float) -> Scalar:
    return end // 1 - start // 1


def _days_of_360(
    context: Context, start: float, end: float, european: bool | None = None
) -> Scalar:
    first = day_of(start, from_1904=context.from_1904)
    last = day_of(end, from_1904=context.from_1904)
    if first is None or last is None:
        return NUMBER
    return float(days_of_360(first, last, european=bool(european)))


def days_of_360(
    first: tuple[int, int, int], last: tuple[int, int, int], *, european: bool
) -> int:  # fmt: skip
    """Return the days between two in a year of twelve months of 30 days."""
    one, other = min(first[2], 30), last[2]
    if european or one == 30:
        other = min(other, 30)
    return (last[0] - first[0]) * 360 + (last[1] - first[1]) * 30 + other - one


def _share_of_year(context: Context, start: float, end: float, basis: int = 0) -> Scalar:
    low, high = min(start, end), max(start, end)
    first, last = (real_day(serial, from_1904=context.from_1904) for serial in (low, high))
    if first is None or last is None or not 0 <= basis <= 4:
        return NUMBER
    days = (last - first).days
    if basis in {2, 3}:
        return days / (360 if basis == 2 else 365)
    if basis == 1:
        return days / _mean_year(first, last)
    parts = [(day.year, day.month, day.day) for day in (first, last)]
    return days_of_360(parts[0], parts[1], european=basis == 4) / 360


def _mean_year(first: date, last: date) -> float:
    years = last.year - first.year
    if not years or (years == 1 and (last.month, last.day) <= (first.month, first.day)):
        leaps = [date(year, 2, 29) for year in (first.year, last.year) if _is_leap(year)]
        whole = years == 0 and _is_leap(first.year)
        return 366.0 if whole or any(first <= leap <= last for leap in leaps) else 365.0
    lengths = [366 if _is_leap(year) else 365 for year in range(first.year, last.year + 1)]
    return sum(lengths) / len(lengths)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


FUNCTIONS: dict[str, Function] = {
    "TODAY": function("@", _today),
    "NOW": function("@", _now),
    "DATE": function("@iii", _date),
    "YEAR": _part(0),
    "MONTH": _part(1),
    "DAY": _part(2),
    "HOUR": _clock_part(0),
    "MINUTE": _clock_part(1),
    "SECOND": _clock_part(2),
    "TIME": function("iii", _time),
    "DATEVALUE": _typed(day=True),
    "TIMEVALUE": _typed(day=False),
    "EDATE": function("@ni", _same_day),
    "EOMONTH": function("@ni", _end_of_month),
    "WEEKDAY": function("@ni?", _day_of_week),
    "WEEKNUM": function("@ni?", _week),
    "ISOWEEKNUM": function("@n", _iso_week),
    "DATEDIF": function("@nnt", _difference),
    "DAYS": function("nn", _days_between),
    "DAYS360": function("@nnb?", _days_of_360),
    "YEARFRAC": function("@nni?", _share_of_year),
}
