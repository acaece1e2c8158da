"""Entries of the daily log for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.daily_log.log_entry import LogEntryId
from app.daily_log.queries import LogListing, LogRow, entries
from app.gui.daily_log.log_words import hours_of, title_of
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.kernel.wareki import format_day

_DAY = "R8.4.1(水)"


def find_entries(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find entries of any year by title, text, place and whom they were with, latest first."""
    return [
        Hit(title_of(row), _detail(row), Target("log", "log_entry", row.id))
        for row in store.ask(_first_entries, text, limit)
    ]


def _first_entries(session: Session, text: str, limit: int) -> Sequence[LogRow]:
    statement = LogListing(text=text).select_keys().limit(limit)
    return entries(session, [LogEntryId(key) for key in session.scalars(statement)])


def _detail(row: LogRow) -> str:
    parts = ("日報", format_day(row.on_day, _DAY), hours_of(row), row.duty.label, row.with_whom)
    return "　".join(part for part in parts if part)
