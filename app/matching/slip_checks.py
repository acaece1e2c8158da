"""What a month's activity slip (活動報告書) may say, and when it is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.kernel.wareki import format_day
from app.matching.match import ActivityDraft

DUE_DAY = 7
"""The slip of a month is due by this day of the next one."""

_MOST_TIMES = 99
_DAY_MINUTES = 24 * 60


def first_of(day: date) -> date:
    """Return the first day of the month a day lies in."""
    return day.replace(day=1)


def last_of(month: date) -> date:
    """Return the last day of a month."""
    return next_month(month) - timedelta(days=1)


def next_month(month: date) -> date:
    """Return the first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def due_on(month: date) -> date:
    """Return by when the slip of a month is to be handed in."""
    return next_month(month).replace(day=DUE_DAY)


def checked_lines(month: date, lines: Sequence[ActivityDraft]) -> tuple[ActivityDraft, ...]:
    """Return the lines as they are stored, in the order of their days, sums of the month last.

    Minutes left out are those from beginning to end.  Raises ``Refusal`` with a sentence for
    each line, under ``lines.0.on_day`` and so on.
    """
    problems: dict[str, str] = {}
    done = []
    for place, line in enumerate(lines):
        filled = _filled(line)
        problems |= {
            f"lines.{place}.{name}": text for name, text in _problems(month, filled).items()
        }
        done.append(filled)
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return tuple(sorted(done, key=lambda one: (one.on_day is None, one.on_day or month)))


def check_month(month: date, first: date, last: date | None, today: date) -> None:
    """Refuse the slip of a month in which the match did not run: the month is a slip of the pen."""
    style = "令和8年4月"
    text = ""
    if month > today:
        text = f"{format_day(month, style)}はまだ来ていません。月を確かめてください。"
    elif month < first_of(first):
        text = (
            f"成立したのは{format_day(first, style)}です。月を確かめてください。"
            "その前から活動していたときは、先にマッチの成立日を直してください。"
        )
    elif last is not None and month > last:
        text = f"活動は{format_day(last, style)}に終わっています。月を確かめてください。"
    if text:
        raise Refusal(text, {"month": text})


def _filled(line: ActivityDraft) -> ActivityDraft:
    note = tidy(line.note).text
    minutes = line.minutes
    if not minutes and line.starts_at and line.ends_at and line.on_day:
        day = line.on_day
        span = datetime.combine(day, line.ends_at) - datetime.combine(day, line.starts_at)
        minutes = int(span.total_seconds()) // 60 * line.times
    return replace(line, note=note, minutes=minutes)


def _problems(month: date, line: ActivityDraft) -> dict[str, str]:
    found: dict[str, str] = {}
    said = "月のまとめ" if line.on_day is None else format_day(line.on_day, "4月1日")
    if line.on_day is not None and first_of(line.on_day) != month:
        found["on_day"] = f"{said}は{format_day(month, '令和8年4月')}の日ではありません。"
    if not 1 <= line.times <= _MOST_TIMES:
        found["times"] = f"{said}の回数は1から{_MOST_TIMES}までの数で入力してください。"
    if line.starts_at and line.ends_at and line.ends_at <= line.starts_at:
        found["ends_at"] = f"{said}の終わりの時刻が始まりより前になっています。"
    elif not 0 <= line.minutes <= _DAY_MINUTES * (1 if line.on_day else 31):
        found["minutes"] = f"{said}の活動時間を確かめてください。"
    if line.fare < 0:
        found["fare"] = f"{said}の交通費を確かめてください。"
    if line.people_helped is not None and line.people_helped < 0:
        found["people_helped"] = f"{said}の対象者数を確かめてください。"
    return found
