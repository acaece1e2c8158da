"""Slips of the hand: how many keystrokes one text is from another."""

from __future__ import annotations

from functools import lru_cache
from operator import ne


@lru_cache(maxsize=65536)
def slips(a: str, b: str, most: int) -> int | None:
    """Return how many letters were left out, added, changed or swapped with the next one.

    Nothing where it would take more than ``most``.
    """
    if a == b:
        return 0
    if abs(len(a) - len(b)) > most:
        return None
    older: list[int] = []
    old = list(range(len(b) + 1))
    for row, letter in enumerate(a, 1):
        new = [row]
        for column, other in enumerate(b, 1):
            cost = min(new[-1] + 1, old[column] + 1, old[column - 1] + (letter != other))
            if row > 1 and column > 1 and a[row - 2] == other and b[column - 2] == letter:
                cost = min(cost, older[column - 2] + 1)
            new.append(cost)
        if min(new) > most:
            return None
        older, old = old, new
    return old[-1] if old[-1] <= most else None


def is_slip(a: str, b: str) -> bool:
    """Return whether two words differ by slips only: one in four letters, two in seven.

    Shorter words are different words: はな is not はる.  Latin letters say less each, so that
    three of them are enough for one slip: Ryn is Ryan.
    """
    shorter = min(len(a), len(b))
    least = 3 if a.isascii() and b.isascii() else 4
    most = 0 if shorter < least else 1 if shorter < 7 else 2
    return most > 0 and slips(a, b, most) is not None


def is_slip_of_days(a: str, b: str) -> bool:
    """Return whether two ISO days have one digit wrong, or two that stand side by side swapped."""
    wrong = sum(map(ne, a, b))
    if wrong > 2:
        return False
    a, b = a.replace("-", ""), b.replace("-", "")
    places = [place for place in range(8) if a[place] != b[place]]
    if wrong == 1:
        return True
    first, second = places
    return second == first + 1 and a[first] == b[second] and a[second] == b[first]


def are_days_swapped(a: str, b: str) -> bool:
    """Return whether month and day of two ISO days were taken for one another."""
    return a[:4] == b[:4] and a[5:7] == b[8:] and a[8:] == b[5:7]
