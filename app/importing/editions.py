"""What came and went between two editions of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.importing import queries
from app.importing.list_name import LONGEST_NAME
from app.importing.planned import Fate, PlannedEdition, PlannedRow
from app.kernel.errors import Refusal
from app.kernel.text import tidy


def planned_edition(
    session: Session,
    subject: Subject,
    name: str,
    file_name: str,
    rows: Sequence[PlannedRow[Any]],
) -> PlannedEdition | None:
    """Return what this edition would be beside the one before; nothing without a name.

    What a doubtful row may be is not gone.  Raises ``Refusal`` for a name that is too long.
    """
    name = tidy(name).text
    if not name:
        return None
    if len(name) > LONGEST_NAME:
        raise Refusal(f"名簿の名前は{LONGEST_NAME}字までにしてください。")
    before = queries.last_edition(session, subject, name)
    if before is None:
        return PlannedEdition(name, file_name, new=_taken(rows))
    held = queries.held_by(session, subject, before.id)
    here = {key for row in rows for key in (*row.may_be, row.record) if key is not None}
    still = sum(row.record in held for row in rows if row.fate is not Fate.REFUSED)
    return PlannedEdition(
        name,
        file_name,
        before.imported_on,
        before.file_name,
        frozenset(held),
        _taken(rows) - still,
        still,
        tuple(record for key, record in held.items() if key not in here),
    )


def _taken(rows: Sequence[PlannedRow[Any]]) -> int:
    return sum(row.fate is not Fate.REFUSED for row in rows)
