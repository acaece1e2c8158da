"""What was typed before, to be offered again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.daily_log.tables import LogEntry

_LOOKED_AT = 500
_OFFERED = 100


@dataclass(frozen=True, slots=True)
class Recalled:
    """Places and titles of earlier entries, the latest first, each once."""

    places: tuple[str, ...]
    titles: tuple[str, ...]


def similar(session: Session, text: str = "") -> Recalled:
    """Return what the latest entries said, narrowed to what holds a text."""
    query = (
        select(LogEntry.place, LogEntry.title)
        .where(LogEntry.deleted_at.is_(None))
        .order_by(LogEntry.on_day.desc(), LogEntry.id.desc())
        .limit(_LOOKED_AT)
    )
    rows = session.execute(query).all()
    return Recalled(
        _once((place for place, _ in rows), text), _once((title for _, title in rows), text)
    )


def _once(words: Iterable[str], text: str) -> tuple[str, ...]:
    found = dict.fromkeys(word for word in words if word and text in word)
    return tuple(found)[:_OFFERED]
