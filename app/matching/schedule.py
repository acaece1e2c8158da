"""When help is wanted, in one line of words: 毎週火・木の午前, 6月3日（水） 10:00～12:00."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from app.kernel.wareki import format_day
from app.local_resources.opening_text import hours_text
from app.matching.request import RequestDraft, Rhythm
from app.supporters.availability import WEEKDAYS, DayPart, months_of, parts_of

_DAY = "4月1日（水）"


def schedule_text(draft: RequestDraft) -> str:
    """Return when a request wants help; what was typed freely stands where there is no more."""
    parts = (_days(draft), hours_text(draft.starts_at, draft.ends_at), _how_often(draft))
    text = "　".join(part for part in parts if part)
    return "　".join(part for part in (text, draft.schedule) if part)


def period_text(first: date | None, last: date | None, style: str = "R8.4.1") -> str:
    """Return R8.4.1～R8.9.30, open where a side is not known."""
    if first is None and last is None:
        return ""
    return f"{format_day(first, style) if first else ''}～{format_day(last, style) if last else ''}"


def week_text(week: int) -> str:
    """Return 火・木の午前、土の午前・午後: weekdays with the same parts of the day together."""
    days: dict[tuple[DayPart, ...], list[int]] = {}
    for weekday, group in groupby(parts_of(week), key=lambda one: one[0]):
        days.setdefault(tuple(part for _, part in group), []).append(weekday)
    said = []
    for parts, weekdays in days.items():
        names = "・".join(WEEKDAYS[one] for one in weekdays)
        whole = len(parts) == len(DayPart)
        said.append(names if whole else f"{names}の{'・'.join(part.label for part in parts)}")
    return "、".join(said)


def _days(draft: RequestDraft) -> str:
    if draft.on_day is not None:
        return format_day(draft.on_day, _DAY)
    if not draft.week:
        return "" if draft.rhythm is Rhythm.ONCE else draft.rhythm.label
    return ("毎週" if draft.rhythm is Rhythm.REGULAR else "") + week_text(draft.week)


def _how_often(draft: RequestDraft) -> str:
    times = f"月{draft.times_a_month}回" if draft.times_a_month else ""
    months = "・".join(str(month) for month in months_of(draft.months))
    return "　".join(part for part in (times, f"{months}月" if months else "") if part)
