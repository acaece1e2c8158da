"""Numbers that begin anew each fiscal year: 登録番号, 受付番号 (R8-012).

The year is written as in file names (``FiscalYear.short``), so a number can be typed and told
on the telephone.  A number that people wrote in another way is left alone and counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.kernel.fiscal_year import FiscalYear

_WIDTH = 3


def running_number(year: FiscalYear, serial: int) -> str:
    """Write a number: R8-012."""
    return f"{year.short}-{serial:0{_WIDTH}d}"


def serial_of(year: FiscalYear, number: str) -> int:
    """Return which one of a year a number is; 0 for one of another year or of another kind."""
    found = re.fullmatch(rf"{re.escape(year.short)}-([0-9]{{1,9}})", number.strip())
    return int(found[1]) if found else 0


def next_numbers(year: FiscalYear, known: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """Return the numbers that follow the highest one of the year; gaps are never filled."""
    last = max((serial_of(year, one) for one in known), default=0)
    return tuple(running_number(year, last + step) for step in range(1, count + 1))
