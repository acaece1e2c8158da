"""Activity slips (活動報告書): a month of a match, replaced as a whole or one day at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.matching.commands.matches import begin_with_activity
from app.matching.commands.rows import match_row
from app.matching.match import ActivityDraft, MatchId, MatchState
from app.matching.match_way import PENDING
from app.matching.slip_checks import check_month, checked_lines, first_of
from app.matching.tables import Activity, ActivitySlip, Match
from app.storage.base import moment

_FIELDS = tuple(field.name for field in fields(ActivityDraft))


def keep_slip(
    session: Session,
    match: MatchId,
    month: date,
    lines: Sequence[ActivityDraft],
    *,
    received_on: date | None,
    note: str = "",
) -> int:
    """Keep a month's slip of a match, in place of what was written for it; return its key.

    ``month`` is any day of it.  No lines at all say that nothing was done (0回の報告).  What was
    agreed and not begun begins with its first slip.  Raises ``Refusal`` for a month in which
    the match did not run, and with a sentence for each line.
    """
    month = first_of(month)
    row = match_row(session, match)
    today = moment(session).date()
    _check_runs(row, month, today)
    if received_on is not None and not month <= received_on <= today:
        text = "受け取った日は、その月の初めから今日までの日を入力してください。"
        raise Refusal(text, {"received_on": text})
    done = checked_lines(month, lines)
    if late := [one for one in done if one.on_day is not None and one.on_day > today]:
        day = late[0].on_day
        assert day is not None  # asked for
        raise Refusal(f"{day.month}月{day.day}日はまだ来ていません。日付を確かめてください。")
    slip = _slip(session, row.id, month)
    if slip is None:
        slip = ActivitySlip(match_id=row.id, month=month)
        session.add(slip)
    slip.received_on, slip.note = received_on, tidy(note).text
    session.flush()
    _replace_lines(session, slip.id, done)
    if done:
        begin_with_activity(session, row, done[0].on_day or month)
    return slip.id


def keep_activity(
    session: Session, match: MatchId, on_day: date, line: ActivityDraft | None
) -> None:
    """Write down what was done on one day, beside the other lines of its month; none clears it."""
    month = first_of(on_day)
    slip = _slip(session, match, month)
    others = (
        [] if slip is None else [one for one in _lines(session, slip.id) if one.on_day != on_day]
    )
    if line is None and slip is None:
        return
    keep_slip(
        session,
        match,
        month,
        others if line is None else [*others, line],
        received_on=moment(session).date() if slip is None else slip.received_on,
        note="" if slip is None else slip.note,
    )


def remove_slip(session: Session, match: MatchId, month: date) -> None:
    """Take away the slip of a month, as if it had not come in."""
    match_row(session, match)
    slip = _slip(session, match, first_of(month))
    if slip is None:
        raise Refusal("この月の活動報告書はありません。")
    _replace_lines(session, slip.id, ())
    session.delete(slip)


def _check_runs(row: Match, month: date, today: date) -> None:
    if row.state in PENDING or row.agreed_on is None:
        raise Refusal(
            f"このマッチングは「{row.state.label}」です。"
            "「成立」にしてから活動報告書を記録してください。"
        )
    ended = row.ends_on if row.state is MatchState.ENDED else None
    check_month(month, min(row.agreed_on, row.starts_on or row.agreed_on), ended, today)


def _slip(session: Session, match: int, month: date) -> ActivitySlip | None:
    query = select(ActivitySlip).where(ActivitySlip.match_id == match, ActivitySlip.month == month)
    return session.scalars(query).one_or_none()


def _lines(session: Session, slip: int) -> list[ActivityDraft]:
    query = select(Activity).where(Activity.slip_id == slip).order_by(Activity.id)
    return [
        ActivityDraft(**{name: getattr(row, name) for name in _FIELDS})
        for row in session.scalars(query)
    ]


def _replace_lines(session: Session, slip: int, lines: Sequence[ActivityDraft]) -> None:
    """Let the stored lines be these: those at the same place are changed, not made anew."""
    query = select(Activity).where(Activity.slip_id == slip).order_by(Activity.id)
    stored = list(session.scalars(query))
    for row in stored[len(lines) :]:
        session.delete(row)
    for place, line in enumerate(lines):
        values = {name: getattr(line, name) for name in _FIELDS}
        if place >= len(stored):
            session.add(Activity(slip_id=slip, **values))
            continue
        for name, value in values.items():
            if getattr(stored[place], name) != value:
                setattr(stored[place], name, value)
    session.flush()
