"""What needs doing today for councils: meetings, notices, replies, homework, minutes, terms.

Second-layer councils and 地域ケア会議 are called by the centres: of theirs only those are told of
whose attendance is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.council import Tier
from app.council.meeting import MeetingState, MinutesState
from app.council.queries import MeetingListing, MeetingRow, MemberRow
from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day
from app.reporting.today_line import Line, Matter, day_text

_WEEK = timedelta(days=6)
_NOTICE = timedelta(days=14)
_MINUTES = timedelta(days=31)
_TERMS_END = timedelta(days=60)
_DAY = "4月1日（水）"
_SHORT = "4月1日"
_NAMED = 5
_LINES = 10
_BY_CENTRES = frozenset({Tier.SECOND, Tier.CARE})


def council_lines(session: Session, today: date) -> Iterator[Line]:
    """Give the lines of a day, the matters in the order of the page."""
    planned = _meetings(session, MeetingState.PLANNED, None, today + _NOTICE)
    for row in planned:
        yield from _planned(row, today)
    yield from _minutes(session, today)
    yield from _homework(session, today)
    yield from _terms(session, today)


def _meetings(
    session: Session, state: MeetingState, first: date | None, last: date
) -> Sequence[MeetingRow]:
    """Return meetings of a state, the first first; none of a year before the last."""
    since = first or FiscalYear.of(last).previous.first_day
    listing = MeetingListing(state=state, first=since, last=last)
    return council.meetings(session, listing.keys(session))[::-1]


def _planned(row: MeetingRow, today: date) -> Iterator[Line]:
    line = Line(Matter.COUNCIL, "", place="council", kind="meeting", key=row.id)
    day = format_day(row.held_on, _DAY)
    if row.held_on < today:
        sentence = f"{row.council}（{day}）を「開催」か「中止」にしていません"
        yield replace(line, sentence=sentence, detail=row.title, urgent=True)
        return
    is_today = row.held_on == today
    if row.held_on <= today + _WEEK:
        hour = f" {row.starts_at:%H:%M}" if row.starts_at else ""
        sentence = f"{'今日' if is_today else day}{hour}　第{row.number}回　{row.council}"
        yield replace(line, sentence=sentence, detail=row.venue, urgent=is_today)
    if not _kept_here(row):
        return
    left = (row.held_on - today).days
    if row.invited_on is None:
        sentence = f"開催案内をまだ送っていません（開催まで{left}日）　{row.council}"
        yield replace(line, sentence=sentence, detail=f"開催日 {day}", urgent=True)
    elif row.unanswered and row.reply_by is not None and row.reply_by <= today:
        when = "今日まで" if row.reply_by == today else "過ぎています"
        until = format_day(row.reply_by, _SHORT)
        sentence = f"出欠の回答がまだの委員が{row.unanswered}名います　{row.council}"
        yield replace(line, sentence=sentence, detail=f"回答期限 {until}（{when}）")


def _kept_here(row: MeetingRow) -> bool:
    return row.tier not in _BY_CENTRES or row.members > 0


def _minutes(session: Session, today: date) -> Iterator[Line]:
    """Minutes that are still open a month after the meeting."""
    late = [
        row
        for row in _meetings(session, MeetingState.HELD, None, today - _MINUTES)
        if row.minutes is not MinutesState.CONFIRMED and _kept_here(row)
    ]
    for row in late[:_LINES]:
        held = day_text(row.held_on, today)
        yield Line(
            Matter.COUNCIL,
            f"会議録が確定していません（{row.minutes.label}）　{row.council}",
            f"第{row.number}回（{held}開催）",
            "council",
            "meeting",
            row.id,
        )
    if rest := late[_LINES:]:
        text = f"会議録が確定していない会議がほかに{len(rest)}件あります"
        yield Line(Matter.COUNCIL, text, "", "council", "meeting", rest[0].id)


def _homework(session: Session, today: date) -> Iterator[Line]:
    due = council.homework(session, today + _WEEK)
    for row in due[:_LINES]:
        assert row.due_on is not None  # asked for
        late = row.due_on < today
        until = f"{day_text(row.due_on, today)}まで{'（過ぎています）' if late else ''}"
        yield Line(
            Matter.HOMEWORK,
            f"{row.text}　{row.owner or '担当未定'}",
            f"{until}　{row.council} 第{row.number}回の宿題",
            "council",
            "meeting",
            row.meeting_id,
            urgent=late,
        )
    if rest := due[_LINES:]:
        text = f"期限の近い宿題がほかに{len(rest)}件あります"
        yield Line(Matter.HOMEWORK, text, "", "council", "meeting", rest[0].meeting_id)


def _terms(session: Session, today: date) -> Iterator[Line]:
    """Terms that end soon: a line for each council and day."""
    ending: dict[tuple[date, int], list[MemberRow]] = {}
    for row in council.ending_terms(session, today, today + _TERMS_END):
        if row.draft.ends_on is not None:
            ending.setdefault((row.draft.ends_on, row.council_id), []).append(row)
    for (day, key), rows in list(ending.items())[:_LINES]:
        left = (day - today).days
        when = "今日" if left == 0 else f"あと{left}日"
        names = [f"{one.name}さん" for one in rows]
        more = f" ほか{len(names) - _NAMED}名" if len(names) > _NAMED else ""
        yield Line(
            Matter.TERMS,
            f"{format_day(day, _DAY)}で委員の任期が終わります（{when}）　{rows[0].council}",
            "、".join(names[:_NAMED]) + more,
            "council",
            "council",
            key,
        )
