"""活動日報 (section 3.15): a day or a week as a table, a month as a calendar.

It stays in the office, so entries that do not go to the city are among them and whoever makes it
is told.  Internal notes are not, and people are counted instead of named (個人2名).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from app.daily_log import queries as daily_log
from app.daily_log.log_entry import LogDayDraft, LogEntryId
from app.daily_log.queries import LogListing, LogRow
from app.daily_log.span import Span
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.holidays import holiday_name
from app.kernel.wareki import format_day
from app.reporting.catalogue import Content, Request
from app.reporting.heading import office_fields

_WEEK = 7
_SHOWN = 5
"""How many entries of a day fit into the calendar; the others are counted."""
_LONGEST = 14
_NONE = "－"


def make(session: Session, request: Request) -> Content:
    """Return the log of a day, or of the week or month around it.  Refuses an unknown span."""
    span = Span.of_value(request.span)
    if span is None:
        raise Refusal("日報の範囲は、日（day）・週（week）・月（month）のどれかを選んでください。")
    day = request.need_day()
    first, last = span.around(day)
    period = span.words(day)
    listing = LogListing(first=first, last=last)
    keys = [LogEntryId(key) for key in listing.keys(session)]
    rows = daily_log.entries(session, keys)[::-1]
    kept = sum(not row.to_city for row in rows)
    return Content(
        title=f"活動日報（{period}）",
        fields={
            **office_fields(session, request.today),
            "期間": period,
            **_sums(rows),
        },
        lists={
            "記録": _entries(session, rows),
            "日別": _days(session, rows, first, last),
            "週": list(_weeks(rows, first, last)),
        },
        form="daily-log-month.xlsx" if span is Span.MONTH else "daily-log.xlsx",
        main_list="記録",
        year=FiscalYear.of(first),
        remarks=[f"市へ報告しない記録{kept}件も載せています。"] if kept else [],
    )


def _sums(rows: Sequence[LogRow]) -> dict[str, Any]:
    signs = Counter(row.duty.sign for row in rows)
    minutes = sum(row.minutes or 0 for row in rows)
    return {
        "件数": len(rows),
        "業務別件数": "　".join(f"{sign}{count}件" for sign, count in sorted(signs.items()))
        or _NONE,
        "人数": sum(row.people for row in rows),
        "時間": _hours(minutes),
        "分数": minutes,
        "走行距離": sum(row.distance_km or 0 for row in rows),
        "交通費": sum(row.fare or 0 for row in rows),
    }


def _hours(minutes: int) -> str:
    return f"{minutes // 60}時間{minutes % 60:02}分" if minutes else _NONE


def _entries(session: Session, rows: Sequence[LogRow]) -> list[dict[str, Any]]:
    partners = daily_log.partners(session, [row.id for row in rows])
    return [_entry(row, partners.get(row.id, "")) for row in rows]


def _entry(row: LogRow, partner: str) -> dict[str, Any]:
    until = f"期限 {format_day(row.next_on, '4月1日')}" if row.next_on else ""
    return {
        "月日": row.on_day,
        "時間": _times(row),
        "区分": row.duty.sign,
        "業務": row.duty.short_name or row.duty.name,
        "種別": row.kind,
        "手段": row.means.label,
        "場所": row.place,
        "相手": partner,
        "場所相手": _lines(row.place, partner),
        "人数": row.people,
        "件名": row.title,
        "内容": row.content,
        "件名内容": _lines(row.title, row.content),
        "結果": row.result,
        "次の対応": _lines(row.next_step, until),
    }


def _times(row: LogRow) -> str:
    if row.starts_at is None:
        return ""
    return f"{row.starts_at:%H:%M}～{f'{row.ends_at:%H:%M}' if row.ends_at else ''}"


def _lines(*parts: str) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _days(
    session: Session, rows: Sequence[LogRow], first: date, last: date
) -> list[dict[str, Any]]:
    """Return what the sheet says of each day: of one day always, else where anything is said."""
    of_day = _by_day(rows)
    sheets = ((day, daily_log.log_day(session, day)) for day in _each(first, last))
    return [
        _sheet(day, sheet, of_day[day])
        for day, sheet in sheets
        if first == last or of_day[day] or sheet != LogDayDraft()
    ]


def _sheet(day: date, sheet: LogDayDraft, rows: Sequence[LogRow]) -> dict[str, Any]:
    came = f"{sheet.came_at:%H:%M}" if sheet.came_at else ""
    left = f"{sheet.left_at:%H:%M}" if sheet.left_at else ""
    return {
        "月日": day,
        "天候": sheet.weather,
        "出勤": came,
        "退勤": left,
        "勤務": f"{came}～{left}" if came or left else "",
        "件数": len(rows),
        "時間": _hours(sum(row.minutes or 0 for row in rows)),
        "明日の予定": sheet.tomorrow,
        "備考": sheet.note,
    }


def _by_day(rows: Sequence[LogRow]) -> dict[date, list[LogRow]]:
    found: dict[date, list[LogRow]] = defaultdict(list)
    for row in rows:
        found[row.on_day].append(row)
    return found


def _weeks(rows: Sequence[LogRow], first: date, last: date) -> Iterator[dict[str, Any]]:
    """Yield the weeks of a span as rows of a calendar, from Monday to Sunday."""
    of_day = _by_day(rows)
    monday, _ = Span.WEEK.around(first)
    while monday <= last:
        week = _each(monday, monday + timedelta(days=_WEEK - 1))
        yield {
            f"{'月火水木金土日'[day.weekday()]}": (
                _square(day, of_day[day]) if first <= day <= last else ""
            )
            for day in week
        }
        monday += timedelta(days=_WEEK)


def _square(day: date, rows: Sequence[LogRow]) -> str:
    head = "　".join(part for part in (str(day.day), holiday_name(day) or "") if part)
    said = [f"{row.duty.sign}{_short(row)}" for row in rows[:_SHOWN]]
    rest = len(rows) - _SHOWN
    return "\n".join([head, *said, *([f"ほか{rest}件"] if rest > 0 else [])])


def _short(row: LogRow) -> str:
    text = row.title or row.content.split("\n")[0] or row.kind
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]
