"""Walks over many values at once, as functions such as ``SUM`` and ``MAX`` take them."""

from __future__ import annotations

from collections.abc import Iterator

from app.documents.formula.coercion import number_of, truth_of
from app.documents.formula.scalars import CellError, Scalar
from app.documents.formula.values import Array, Range, Table, Union, Value, tables


class Failed(Exception):
    """An error among the values, which is the result of the whole."""

    def __init__(self, error: CellError) -> None:
        """Keep the error."""
        super().__init__()
        self.error = error


def is_number(value: Scalar) -> bool:
    """Return whether a value is a number and no truth value."""
    return type(value) is float


def numbers(values: tuple[Value, ...]) -> Iterator[float]:
    """Yield the numbers: of cells only what is a number, of typed values what can be one.

    Raises ``Failed`` at an error.
    """
    for value in values:
        if isinstance(value, (Range, Union, Array)):
            for table in tables(value):
                yield from cell_numbers(table)
        elif value is not None:
            found = number_of(value)
            if isinstance(found, CellError):
                raise Failed(found)
            yield found


def cell_numbers(table: Table) -> Iterator[float]:
    """Yield the numbers among cells; raises ``Failed`` at an error."""
    for _, _, value in table.cells():
        if type(value) is float:
            yield value
        elif isinstance(value, CellError):
            raise Failed(value)


def truths(values: tuple[Value, ...]) -> Iterator[bool]:
    """Yield truth values; texts in cells do not count.  Raises ``Failed`` at an error."""
    for value in values:
        if not isinstance(value, (Range, Union, Array)):
            found = truth_of(value)
            if isinstance(found, CellError):
                raise Failed(found)
            yield found
            continue
        for table in tables(value):
            for _, _, cell in table.cells():
                if isinstance(cell, CellError):
                    raise Failed(cell)
                if not isinstance(cell, str):
                    yield bool(cell)


def scalars(values: tuple[Value, ...]) -> Iterator[Scalar]:
    """Yield every value that is not empty, errors too."""
    for value in values:
        for table in tables(value):
            for _, _, cell in table.cells():
                yield cell
