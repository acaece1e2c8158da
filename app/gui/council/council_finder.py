"""Councils and meetings for the search box of the window (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.council import queries
from app.council.queries import CouncilRow, MeetingListing, MeetingRow
from app.gui.council.council_list import NamedCouncils
from app.gui.council.meeting_list import standing
from app.gui.framework.observable_store import ObservableStore
from app.gui.framework.search import Hit, Target
from app.kernel.wareki import format_day


def find_councils(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find councils by name."""
    return [
        Hit(
            row.name, f"{row.tier.label}　委員{row.members}人", Target("council", "council", row.id)
        )
        for row in store.ask(_first_councils, text, limit)
    ]


def find_meetings(store: ObservableStore, text: str, limit: int) -> list[Hit]:
    """Find meetings by council, venue, agenda, decisions and minutes, the newest first."""
    return [
        Hit(row.title, _detail(row), Target("council", "meeting", row.id))
        for row in store.ask(_first_meetings, text, limit)
    ]


def _first_councils(session: Session, text: str, limit: int) -> Sequence[CouncilRow]:
    return queries.councils(session, NamedCouncils(text=text).keys(session)[:limit])


def _first_meetings(session: Session, text: str, limit: int) -> Sequence[MeetingRow]:
    return queries.meetings(session, MeetingListing(text=text).keys(session)[:limit])


def _detail(row: MeetingRow) -> str:
    day = format_day(row.held_on, "R8.4.1(水)")
    return "　".join(part for part in (day, standing(row), "・".join(row.agenda)) if part)
