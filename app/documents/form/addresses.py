"""Cell addresses: letters and numbers, single cells and areas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=20_000)
def column_number(letters: str) -> int:
    """Return 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


@lru_cache(maxsize=20_000)
def column_letters(number: int) -> str:
    """Return A for 1, AA for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


@lru_cache(maxsize=50_000)
def split_cell(text: str) -> tuple[int, int] | None:
    """Return (row, column) of an address such as ``C5`` or ``$C$5``; ``None`` if it is none."""
    found = _CELL.fullmatch(text)
    if not found:
        return None
    row, column = int(found[2]), column_number(found[1])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def cell_name(row: int, column: int) -> str:
    """Return ``C5`` for row 5, column 3."""
    return f"{column_letters(column)}{row}"


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, all four edges included."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def parse(cls, text: str) -> Area | None:
        """Read ``A1:B2`` or ``A1``; ``None`` for anything else (whole rows and columns too)."""
        return _area(text)

    def __str__(self) -> str:
        first = cell_name(self.top, self.left)
        last = cell_name(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"

    def __contains__(self, cell: tuple[int, int]) -> bool:
        return self.top <= cell[0] <= self.bottom and self.left <= cell[1] <= self.right

    def moved(self, rows: int) -> Area:
        """Return the same rectangle some rows lower."""
        return Area(self.top + rows, self.left, self.bottom + rows, self.right)

    def meets(self, other: Area) -> bool:
        """Return whether the two have a cell in common."""
        return not (
            self.bottom < other.top
            or other.bottom < self.top
            or self.right < other.left
            or other.right < self.left
        )


@lru_cache(maxsize=20_000)
def _area(text: str) -> Area | None:
    first, _, last = text.partition(":")
    start, end = split_cell(first), split_cell(last or first)
    if start is None or end is None:
        return None
    return Area(
        min(start[0], end[0]), min(start[1], end[1]),
        max(start[0], end[0]), max(start[1], end[1]),
    )  # fmt: skip
