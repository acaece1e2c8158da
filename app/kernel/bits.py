"""Small sets of numbers as the bits of one: weekdays, weeks of a month, months of a year."""

from __future__ import annotations

from collections.abc import Iterable


def bits_of(numbers: Iterable[int], *, first: int = 0) -> int:
    """Return a number with a bit set for each of these; ``first`` is that of the lowest bit."""
    return sum({1 << (number - first) for number in numbers})


def numbers_of(bits: int, *, first: int = 0) -> tuple[int, ...]:
    """Return what is set, in order."""
    return tuple(place + first for place in range(bits.bit_length()) if bits >> place & 1)
