"""Every record of an office, as plain values: equal offices give equal dumps.

The record of operations and the revision of the schema are left out: two offices that hold
the same things are equal however they came to hold them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

_LEFT_OUT = frozenset({"operation", "change", "alembic_version"})


def records(session: Session) -> Iterator[dict[str, Any]]:
    """Yield every row, by table and id, with the table's name first and values as stored."""
    names = session.scalars(
        text(
            "select name from sqlite_schema where type = 'table' "
            "and name not like 'sqlite_%' order by name"
        )
    ).all()
    for name in names:
        if name in _LEFT_OUT:
            continue
        for row in session.execute(text(f'select * from "{name}" order by id')).mappings():
            yield {"table": name, **row}


def all_records(session: Session) -> list[dict[str, Any]]:
    """Return every row at once."""
    return list(records(session))
