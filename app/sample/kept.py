"""Keeping rows at hand: what is wanted again and again is not read each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlalchemy.orm import Session

_NAMES = ("loaded_as_persistent", "pending_to_persistent")


@contextmanager
def rows_kept(session: Session) -> Iterator[None]:
    """Keep every row a session has read or written; by itself it forgets what nobody holds."""
    rows: list[object] = []

    def keep(_session: Session, row: object) -> None:
        rows.append(row)

    for name in _NAMES:
        event.listen(session, name, keep)
    try:
        yield
    finally:
        for name in _NAMES:
            event.remove(session, name, keep)
