"""What was promised to contacts (連絡の約束): overdue, due today, and due within a week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.reporting.today_line import Line, Matter, day_text
from app.timeline import queries as timeline
from app.timeline.note import FollowUp

_AHEAD = timedelta(days=7)
_DAY = "4月1日（水）"
_LONGEST = 40


def follow_ups(session: Session, today: date) -> Iterator[Line]:
    """Give a line for each promise, which opens the note it was made in."""
    for one in timeline.open_follow_ups(session, today + _AHEAD):
        yield Line(
            Matter.FOLLOW_UP,
            f"{_when(one.due, today)}　{_who(one)}　{_short(one.what)}",
            "　".join(part for part in (one.phone, _since(one, today)) if part),
            "contacts",
            "note" if one.person is not None else "organisation-note",
            one.note,
            urgent=one.due <= today,
        )


def _who(one: FollowUp) -> str:
    return f"{one.name}さん" if one.person is not None else one.name


def _when(due: date, today: date) -> str:
    days = (due - today).days
    if days == 0:
        return "今日"
    day = day_text(due, today, _DAY)
    return day if days > 0 else f"{day}の約束（{-days}日過ぎています）"


def _since(one: FollowUp, today: date) -> str:
    return f"{day_text(one.happened_at.date(), today)}の記録"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
