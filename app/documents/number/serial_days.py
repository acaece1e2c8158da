"""Days as Excel counts them: serial numbers from 1900 (with its 29 February 1900) or from 1904."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

LAST_SERIAL = 2_958_465
_SLIP = 60
_APART = 1_462
_ORDINAL_1900 = date(1899, 12, 31).toordinal()


def serial_of(day: date, *, from_1904: bool = False) -> float:
    """Return the number of a day."""
    count = day.toordinal() - _ORDINAL_1900
    count += count >= _SLIP
    return float(count - _APART if from_1904 else count)


def day_of(serial: float, *, from_1904: bool = False) -> tuple[int, int, int] | None:
    """Return year, month and day of a number; nothing outside 1900 to 9999.

    Day 0 is 0 January 1900 and day 60 is 29 February 1900, which never were.
    """
    count = int(serial // 1) + (_APART if from_1904 else 0)
    if not 0 <= count <= LAST_SERIAL:
        return None
    if count == 0:
        return 1900, 1, 0
    if count == _SLIP:
        return 1900, 2, 29
    day = date.fromordinal(_ORDINAL_1900 + count - (count > _SLIP))
    return day.year, day.month, day.day


def real_day(serial: float, *, from_1904: bool = False) -> date | None:
    """Return a number as a day of the calendar; the two that never were as the next one."""
    found = day_of(serial, from_1904=from_1904)
    if found is None:
        return None
    year, month, day = found
    if day == 0:
        return date(1900, 1, 1)
    return date(1900, 3, 1) if found == (1900, 2, 29) else date(year, month, day)


def serial_from_parts(year: int, month: int, day: int, *, from_1904: bool = False) -> float | None:
    """Return the number of a day whose month and day may overflow, as ``DATE`` takes them."""
    if 0 <= year < 1900:
        year += 1904 if from_1904 else 1900
    months = year * 12 + month - 1
    year, month = divmod(months, 12)
    if not 1899 <= year <= 9999:
        return None
    first = serial_of(date(year, month + 1, 1))
    serial = first + day - 1 - (_APART if from_1904 else 0)
    return serial if 0 <= serial <= LAST_SERIAL else None


def month_end(serial: float, months: int, *, from_1904: bool = False) -> date | None:
    """Return the last day of the month that lies so many months after a day."""
    start = real_day(serial, from_1904=from_1904)
    if start is None:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1900 <= year <= 9999:
        return None
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])


def clock_of(serial: float) -> tuple[int, int, int]:
    """Return hours, minutes and seconds of a number, to the nearest second."""
    seconds = round((serial % 1) * 86_400) % 86_400
    return seconds // 3_600, seconds // 60 % 60, seconds % 60


def after(day: date, days: int) -> date | None:
    """Return the day so many days later, or nothing beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
