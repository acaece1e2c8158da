"""Entries of the daily log behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy.orm import Session

from app.daily_log import queries
from app.daily_log.log_entry import LogEntryId
from app.gui.daily_log.log_words import hours_of, title_of
from app.gui.framework.search import Target
from app.gui.results.figure_row import DAY, FigureRow
from app.kernel.wareki import format_day

TABLES = frozenset({"log_entry", "log_contact", "duty", "activity_kind"})


def entries(session: Session, keys: Sequence[int], _day: date) -> list[FigureRow]:
    """Return these entries, with the duty and how many were reached."""
    return [
        FigureRow(
            row.id,
            format_day(row.on_day, DAY),
            title_of(row),
            row.with_whom,
            "　".join(
                part
                for part in (
                    row.duty.label,
                    row.kind,
                    row.means.label,
                    hours_of(row),
                    f"{row.people}人" if row.people else "",
                )
                if part
            ),
            Target("log", "log_entry", row.id),
        )
        for row in queries.entries(session, [LogEntryId(key) for key in keys])
    ]
