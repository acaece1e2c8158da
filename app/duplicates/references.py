"""What refers to a record: found in the mapped classes, whatever feature they belong to.

A table that a later feature adds takes part in merging by its foreign key alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Table, UniqueConstraint

from app.storage.base import ONE_OF_EACH, Base

MERGED_INTO = "merged_into_id"


class Reference(NamedTuple):
    """A column of a mapped class that refers to another table; attributes bear its name."""

    kind: type[Base]
    table: str
    column: str


def references(table: str) -> tuple[Reference, ...]:
    """Return every column that refers to a table, in a fixed order.

    ``merged_into_id`` is left out: whom a record was merged into is a merge of its own.
    """
    found = [
        Reference(mapper.class_, mapper.local_table.name, column.name)
        for mapper in Base.registry.mappers
        if isinstance(mapper.local_table, Table)
        for column in mapper.local_table.columns
        for key in column.foreign_keys
        if key.target_fullname.split(".")[0] == table and column.name != MERGED_INTO
    ]
    return tuple(sorted(found, key=lambda one: (one.table, one.column)))


def mapped(table: str) -> type[Base] | None:
    """Return the class that is stored in a table."""
    for mapper in Base.registry.mappers:
        if isinstance(mapper.local_table, Table) and mapper.local_table.name == table:
            kind: type[Base] = mapper.class_
            return kind
    return None


def targets(kind: type[Base]) -> Iterator[tuple[str, str]]:
    """Return every column of a class that refers to something, with the table it refers to."""
    for column in kind.__table__.columns:
        for key in column.foreign_keys:
            yield column.name, key.target_fullname.split(".")[0]


def unique_sets(kind: type[Base]) -> Iterator[tuple[str, ...]]:
    """Return the sets of columns of which no two rows may agree."""
    table = kind.__table__
    assert isinstance(table, Table)
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield tuple(column.name for column in constraint.columns)
    for index in table.indexes:
        if index.unique:
            yield tuple(column.name for column in index.columns)
    yield from table.info.get(ONE_OF_EACH, ())
