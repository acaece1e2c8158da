"""What commands do to stored rows: fetch one or refuse, and set what differs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.storage.base import Base

RowT = TypeVar("RowT", bound=Base)


def any_row(session: Session, kind: type[RowT], key: int, gone: str) -> RowT:
    """Return a row, in the bin or not, or refuse in these words."""
    row = session.get(kind, key)
    if row is None:
        raise Refusal(gone)
    return row


def write(row: Base, values: Mapping[str, Any]) -> None:
    """Set what differs, so that the change log holds nothing else."""
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
