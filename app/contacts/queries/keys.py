"""Many keys at a time: what SQLite takes in one statement, and the name of a district."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.office.tables import District

KeyT = TypeVar("KeyT", bound=int)

CHUNK = 500


def chunks(keys: Sequence[KeyT]) -> Iterable[Sequence[KeyT]]:
    """Cut keys into pieces that fit one statement."""
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))


def district_name(session: Session, district: int | None) -> str:
    """Return the name of a district, blank for none."""
    if district is None:
        return ""
    return session.scalars(select(District.name).where(District.id == district)).one()
