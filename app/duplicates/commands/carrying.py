"""Carrying over everything that refers to one record to another one.

A row that would be the second of its kind there (the same course, the same tag, the same in
every column) cannot go: the one that is there stays, what refers to the row goes over to that
one, and the row itself is kept as JSON so that it can come back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from app.duplicates.images import image_of
from app.duplicates.references import Reference, references, targets, unique_sets
from app.storage.base import Base
from app.storage.changes import Image, shape_of


@dataclass(frozen=True, slots=True)
class Piece:
    """One row that was carried over, or left behind; then with the row it gave way to."""

    table: str
    column: str
    row: int
    left_behind: Image | None = None
    """``row``: the row as it was; ``into``: the key of the row that stays, or nothing."""


def carry(session: Session, table: str, old: int, new: int) -> list[Piece]:
    """Let everything that refers to a row refer to another one; return what was done, in order."""
    return list(_carry(session, table, old, new))


def _carry(session: Session, table: str, old: int, new: int) -> Iterator[Piece]:
    for reference in references(table):
        column = getattr(reference.kind, reference.column)
        key = getattr(reference.kind, shape_of(inspect(reference.kind)).key)
        query = select(reference.kind).where(column == old).order_by(key)
        for row in session.scalars(query).all():
            yield from _carry_row(session, reference, row, table, new)


def _carry_row(
    session: Session, reference: Reference, row: Base, table: str, new: int
) -> Iterator[Piece]:
    key = key_of(row)
    stays = like(session, reference.kind, row, {reference.column: new})
    if stays is None and not _would_mean_itself(reference, row, table, new):
        setattr(row, reference.column, new)
        session.flush()
        yield Piece(reference.table, reference.column, key)
        return
    if stays is not None:
        yield from _carry(session, reference.table, key, key_of(stays))
    left = {"row": image_of(row), "into": None if stays is None else key_of(stays)}
    session.delete(row)
    session.flush()
    yield Piece(reference.table, reference.column, key, left)


def key_of(row: Base) -> int:
    """Return the key of a stored row."""
    key: int = getattr(row, shape_of(inspect(type(row))).key)
    return key


def like(
    session: Session, kind: type[Base], row: Base, changed: dict[str, Any], *, whole: bool = True
) -> Base | None:
    """Return another row that a row would clash with once it is changed.

    With ``whole`` also one that would be the same in every column.
    """
    shape = shape_of(inspect(kind))
    values = {name: getattr(row, name) for name in shape.attributes - {shape.key}} | changed
    return clash(session, kind, values, key_of(row), whole=whole)


def clash(
    session: Session, kind: type[Base], values: dict[str, Any], key: int, *, whole: bool = False
) -> Base | None:
    """Return a stored row that no row with these values may stand beside, other than ``key``."""
    own = getattr(kind, shape_of(inspect(kind)).key)
    sets = [names for names in unique_sets(kind) if all(values[name] is not None for name in names)]
    if whole:
        sets.append(tuple(sorted(values)))
    for names in sets:
        same = [getattr(kind, name).is_not_distinct_from(values[name]) for name in names]
        found = session.scalars(select(kind).where(own != key, *same)).first()
        if found is not None:
            return found
    return None


def _would_mean_itself(reference: Reference, row: Base, table: str, new: int) -> bool:
    """Return whether a row between two records would stand between one and itself."""
    return any(
        target == table and name != reference.column and getattr(row, name) == new
        for name, target in targets(reference.kind)
    )
