"""Rows as they are stored, kept as JSON and made into values of mapped classes again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects.sqlite.pysqlite import dialect

from app.storage.base import Base
from app.storage.changes import Image, shape_of

_DIALECT = dialect()


def image_of(row: Base, names: Iterable[str] | None = None) -> Image:
    """Return a row, or some of its columns, as SQLite stores them."""
    shape = shape_of(inspect(type(row)))
    wanted = shape.attributes if names is None else names
    return shape.image({name: getattr(row, name) for name in wanted})


def values_of(kind: type[Base], image: Image) -> dict[str, Any]:
    """Return what attributes of a class a stored image stands for; columns since gone are not."""
    found: dict[str, Any] = {}
    for column in kind.__table__.columns:
        if column.name in image:
            read = column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
            value = image[column.name]
            found[column.name] = read(value) if read else value
    return found
