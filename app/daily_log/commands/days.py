"""What the sheet of a day says beside its entries."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.daily_log.checks import checked_day
from app.daily_log.log_entry import LogDayDraft
from app.daily_log.tables import LogDay


def set_day(session: Session, day: date, draft: LogDayDraft) -> None:
    """Keep what is written about a day; one of which nothing is said any more is forgotten."""
    draft = checked_day(draft)
    row = session.scalars(select(LogDay).where(LogDay.on_day == day)).one_or_none()
    if row is None:
        if draft != LogDayDraft():
            session.add(LogDay(on_day=day, **asdict(draft)))
    elif draft == LogDayDraft():
        session.delete(row)
    else:
        for name, value in asdict(draft).items():
            if getattr(row, name) != value:
                setattr(row, name, value)
