"""Single-value operations applied to every element of arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import repeat

from app.documents.formula.grid import Budget
from app.documents.formula.scalars import NOT_AVAILABLE, Scalar
from app.documents.formula.values import Array

_COST = 4


def lifted(how: Callable[..., Scalar], values: Sequence[Scalar | Array], budget: Budget) -> Array:
    """Apply something to every element; single values, rows and columns go with each.

    Where one array ends before another there is ``#N/A``.  Raises ``Uncomputable`` when that is
    too much work.
    """
    arrays = [value if isinstance(value, Array) else Array([[value]]) for value in values]
    height = max(array.height for array in arrays)
    width = max(array.width for array in arrays)
    budget.spend(height * width * _COST)
    if width == 1:
        return Array([[value] for value in _column(how, arrays, height)])
    rows = zip(*(_rows(array, height) for array in arrays), strict=True)
    return Array([_applied(how, row, width) for row in rows])


def _column(how: Callable[..., Scalar], arrays: list[Array], height: int) -> list[Scalar]:
    """Return what single columns give, which is what most formulas work with."""
    columns = [[row[0] for row in array.rows] for array in arrays]
    common = min((len(column) for column in columns if len(column) > 1), default=height)
    found = list(map(how, *(_cells(column, common) for column in columns)))
    return found + [NOT_AVAILABLE] * (height - common)


def _rows(array: Array, height: int) -> Iterable[list[Scalar] | None]:
    if array.height == 1:
        return repeat(array.rows[0], height)
    return [*array.rows, *[None] * (height - array.height)]


def _applied(
    how: Callable[..., Scalar], row: tuple[list[Scalar] | None, ...], width: int
) -> list[Scalar]:
    lines = [line for line in row if line is not None]
    if len(lines) < len(row):
        return [NOT_AVAILABLE] * width
    common = min((len(line) for line in lines if len(line) > 1), default=width)
    found = list(map(how, *(_cells(line, common) for line in lines)))
    return found + [NOT_AVAILABLE] * (width - common)


def _cells(line: list[Scalar], count: int) -> Iterator[Scalar]:
    return repeat(line[0], count) if len(line) == 1 else iter(line[:count])
