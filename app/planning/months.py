"""The months of a plan: twelve bits, April first, and how they are said (4～6月、9月)."""

from __future__ import annotations

from collections.abc import Iterable

from app.kernel.bits import bits_of, numbers_of

ALL_YEAR = (1 << 12) - 1
_APRIL = 4


def month_bits(months: Iterable[int]) -> int:
    """Return calendar months (1 to 12) as they are stored."""
    return bits_of((month - _APRIL) % 12 for month in months)


def calendar_months(bits: int) -> tuple[int, ...]:
    """Return the calendar months that are set, April first."""
    return tuple((place + _APRIL - 1) % 12 + 1 for place in numbers_of(bits))


def months_text(bits: int) -> str:
    """Say when: 通年, 4～6月・9月; nothing where no month is set."""
    if bits == ALL_YEAR:
        return "通年"
    runs: list[list[int]] = []
    for place in numbers_of(bits):
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return "・".join(f"{_run(run)}月" for run in runs)


def _run(run: list[int]) -> str:
    first, last = ((place + _APRIL - 1) % 12 + 1 for place in (run[0], run[-1]))
    return str(first) if len(run) == 1 else f"{first}～{last}"
