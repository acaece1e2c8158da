"""What needs doing today for the daily log: next steps that come due, and days without an entry.

An office that has written no entry yet is asked for none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy.orm import Session

from app.daily_log import queries as daily_log
from app.daily_log.log_entry import LogDayDraft
from app.daily_log.queries import LogRow
from app.kernel.wareki import format_day
from app.matching.match_way import working_day
from app.reporting.log_offers import offers
from app.reporting.today_line import Line, Matter, day_text

_AHEAD = timedelta(days=6)
_WEEK = timedelta(days=7)
_DAY = "4月1日（水）"
_LINES = 10
_PLACE = "log"


def log_lines(session: Session, today: date) -> Iterator[Line]:
    """Give the next steps of a week, and the working day before that nobody wrote of."""
    yield from _next_steps(session, today)
    yield from _gap(session, today)


def _next_steps(session: Session, today: date) -> Iterator[Line]:
    due = daily_log.follow_ups(session, today + _AHEAD)
    for row in due[:_LINES]:
        yield _next_step(row, today)
    if rest := due[_LINES:]:
        text = f"期限の近い「次の対応」がほかに{len(rest)}件あります"
        yield Line(Matter.NEXT, text, "", _PLACE, "log_entry", rest[0].id)


def _next_step(row: LogRow, today: date) -> Line:
    due = row.next_on or today
    late = (today - due).days
    when = "今日" if late == 0 else day_text(due, today, _DAY)
    said = f"（{late}日過ぎています）" if late > 0 else ""
    what = row.next_step or row.title or row.content.split("\n")[0]
    detail = (row.with_whom, f"{day_text(row.on_day, today)}の日報")
    return Line(
        Matter.NEXT,
        f"{when}{said}　{what}",
        "　".join(part for part in detail if part),
        _PLACE,
        "log_entry",
        row.id,
        urgent=due <= today,
    )


def _gap(session: Session, today: date) -> Iterator[Line]:
    """Give one line where nothing is written of the working day before today.

    A sheet of the day is enough: 「休暇」 stands there.
    """
    day = today - timedelta(days=1)
    while working_day(day) != day:
        day -= timedelta(days=1)
    newest = daily_log.last_day(session, day)
    if newest is None or newest == day or daily_log.log_day(session, day) != LogDayDraft():
        return
    known = len(offers(session, newest + timedelta(days=1), day))
    detail = f"記録にできることが{known}件あります" if known else ""
    sentence = f"{format_day(day, _DAY)}の日報がまだありません"
    if late := day - newest >= _WEEK:
        sentence = f"1週間以上、日報がありません（最後は{day_text(newest, today)}）"
    yield Line(Matter.LOG, sentence, detail, _PLACE, "new", day.isoformat(), urgent=late)
