"""活動レベル of supporters, with its history: from when, decided by whom, and why."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.supporters.commands.rows import supporter_row
from app.supporters.supporter import SupporterId
from app.supporters.tables import ActivityLevel, LevelChange, Supporter


def change_level(
    session: Session,
    supporter: SupporterId,
    level: int,
    *,
    on: date,
    decided_by: str = "",
    reason: str = "",
) -> int:
    """Give a supporter a level from a day on, and return the key of the entry.

    A day in the past is entered where it belongs.  Raises ``Refusal`` for a level that is not
    used any more, and for the one they have on that day already.
    """
    row = supporter_row(session, supporter)
    return set_level(session, row, level, on=on, decided_by=decided_by, reason=reason)


def remove_level_change(session: Session, change: int) -> None:
    """Take an entry out of the history of levels; the present level follows."""
    entry = session.get(LevelChange, change)
    if entry is None:
        raise Refusal("この活動レベルの記録は削除されています。")
    row = supporter_row(session, SupporterId(entry.supporter_id))
    session.delete(entry)
    derive_level(session, row)


def set_level(
    session: Session, row: Supporter, level: int, *, on: date, decided_by: str, reason: str
) -> int:
    """Enter a level in the history of a supporter; return the key of the entry."""
    chosen = session.get(ActivityLevel, level)
    if chosen is None or chosen.retired:
        text = "この活動レベルは使わないことになっています。選び直してください。"
        raise Refusal(text, fields={"level": text})
    earlier = [one for one in _history(session, row) if one.starts_on <= on]
    if earlier and earlier[-1].level_id == level:
        text = f"この日の活動レベルはすでに{quoted(chosen.name)}です。"
        raise Refusal(text, fields={"level": text})
    entry = LevelChange(
        supporter_id=row.id,
        level_id=level,
        starts_on=on,
        decided_by=tidy(decided_by).text,
        reason=tidy(reason).text,
    )
    session.add(entry)
    session.flush()
    derive_level(session, row)
    return entry.id


def derive_level(session: Session, row: Supporter) -> None:
    """Let the present level be the last one of the history."""
    session.flush()
    history = _history(session, row)
    level = history[-1].level_id if history else None
    if row.level_id != level:
        row.level_id = level


def _history(session: Session, row: Supporter) -> list[LevelChange]:
    query = select(LevelChange).where(LevelChange.supporter_id == row.id)
    return list(session.scalars(query.order_by(LevelChange.starts_on, LevelChange.id)))
