"""How a meeting is written in documents: which one, its name, when, and who is called what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.council import CouncilId, Office
from app.council.meeting import MeetingId, MeetingState
from app.council.queries import AttendeeRow, MeetingCard, MeetingListing
from app.kernel.wareki import format_day
from app.reporting.catalogue import Request

DAY = "令和8年4月1日(水)"
SHORT_DAY = "4月1日(水)"
_MARKS = {Office.CHAIR: "◎", Office.VICE_CHAIR: "○"}


def coming_meeting(session: Session, request: Request) -> MeetingCard | None:
    """Return the meeting asked for, else the next one planned, else the newest there is."""
    if request.meeting is not None:
        return council.meeting_card(session, MeetingId(request.meeting))
    planned = MeetingListing(
        council=_council(request), first=request.today, state=MeetingState.PLANNED
    )
    keys = planned.keys(session)
    return _card(session, [*keys[-1:], *_newest(session, request)])


def past_meeting(session: Session, request: Request) -> MeetingCard | None:
    """Return the meeting asked for, else the newest that was held, else the newest there is."""
    if request.meeting is not None:
        return council.meeting_card(session, MeetingId(request.meeting))
    held = MeetingListing(council=_council(request), year=request.year, state=MeetingState.HELD)
    return _card(session, [*held.keys(session)[:1], *_newest(session, request)])


def when(day: date, starts_at: time | None, ends_at: time | None) -> str:
    """Write when a meeting is: 令和8年10月30日(金)　16時00分～17時35分."""
    if starts_at is None:
        return format_day(day, DAY)
    until = f"{ends_at:%H時%M分}" if ends_at else ""
    return f"{format_day(day, DAY)}　{starts_at:%H時%M分}～{until}"


def marked(row: AttendeeRow) -> str:
    """Return a name with the mark of an office: ◎ the chair, ○ a vice chair."""
    return f"{_MARKS.get(row.draft.office, '')}{row.name}"


def numbered(items: Sequence[str]) -> str:
    """Write items line by line, each with its number where there are several."""
    if len(items) < 2:
        return "\n".join(items)
    return "\n".join(f"{number}　{item}" for number, item in enumerate(items, start=1))


def _council(request: Request) -> CouncilId | None:
    return None if request.council is None else CouncilId(request.council)


def _newest(session: Session, request: Request) -> Sequence[int]:
    return MeetingListing(council=_council(request)).keys(session)[:1]


def _card(session: Session, keys: Sequence[int]) -> MeetingCard | None:
    return council.meeting_card(session, MeetingId(keys[0])) if keys else None
