"""What an entry of the daily log must be before it is stored."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time, timedelta

from app.contacts.checks import tidy_texts
from app.daily_log.log_entry import LogDayDraft, LogEntryDraft, With
from app.kernel.errors import Refusal

_FIELDS = tuple(field.name for field in fields(LogEntryDraft))
_TEXTS = tuple(field.name for field in fields(LogEntryDraft) if field.type == "str")
_WHOLE_DAY = 24 * 60
_MOST_PEOPLE = 100_000
_LONGEST_WAY, _DEAREST = 10_000, 1_000_000
_FURTHEST = timedelta(days=5 * 366)


def checked_entry(draft: LogEntryDraft, today: date) -> LogEntryDraft:
    """Return an entry as it is stored; raises ``Refusal`` with a sentence for each field."""
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    values["contacts"] = tuple(dict.fromkeys(one for one in draft.contacts if one != With()))
    values["links"] = tuple(dict.fromkeys(draft.links))
    tidied = LogEntryDraft(**values)
    problems = {
        **_problems_of_days(tidied, today),
        **_problems_of_times(tidied),
        **_problems_of_numbers(tidied),
    }
    if not tidied.title and not tidied.content:
        problems["title"] = "何をしたか（件名か内容）を入力してください。"
    if problems:
        raise Refusal("".join(dict.fromkeys(problems.values())), problems)
    return replace(tidied, minutes=_minutes(tidied))


def checked_day(draft: LogDayDraft) -> LogDayDraft:
    """Return the sheet of a day as it is stored; raises ``Refusal`` for hours that run back."""
    values = {field.name: getattr(draft, field.name) for field in fields(LogDayDraft)}
    tidy_texts(values, ("weather", "tomorrow", "note"))
    if draft.came_at and draft.left_at and draft.left_at <= draft.came_at:
        problem = "退勤の時刻が出勤より前になっています。"
        raise Refusal(problem, {"left_at": problem})
    return LogDayDraft(**values)


def _problems_of_days(draft: LogEntryDraft, today: date) -> dict[str, str]:
    problems: dict[str, str] = {}
    if draft.on_day > today:
        problems["on_day"] = (
            "日付が今日より後になっています。これからの予定は「次の対応」に入れてください。"
        )
    if draft.next_on is not None and draft.next_on < draft.on_day:
        problems["next_on"] = "次の対応の日が、この記録の日より前になっています。"
    elif draft.next_on is not None and draft.next_on > today + _FURTHEST:
        problems["next_on"] = "次の対応の日が5年より先になっています。日付を確かめてください。"
    if draft.next_done_on is not None and draft.next_done_on < draft.on_day:
        problems["next_done_on"] = "対応を済ませた日が、この記録の日より前になっています。"
    return problems


def _problems_of_times(draft: LogEntryDraft) -> dict[str, str]:
    begins, ends = draft.starts_at, draft.ends_at
    if begins is None and ends is not None:
        return {"starts_at": "始まりの時刻も入力してください。"}
    if begins is not None and ends is not None and ends <= begins:
        return {"ends_at": "終わりの時刻が始まりより前になっています。"}
    if draft.minutes is not None and not 0 <= draft.minutes <= _WHOLE_DAY:
        return {"minutes": "時間数は24時間までで入力してください。"}
    return {}


def _problems_of_numbers(draft: LogEntryDraft) -> dict[str, str]:
    limits = (
        ("people_count", "人数", _MOST_PEOPLE),
        ("distance_km", "走行距離", _LONGEST_WAY),
        ("fare", "交通費", _DEAREST),
    )
    return {
        name: f"{word}は0から{most:,}までで入力してください。"
        for name, word, most in limits
        if (value := getattr(draft, name)) is not None and not 0 <= value <= most
    }


def _minutes(draft: LogEntryDraft) -> int | None:
    if draft.starts_at is None or draft.ends_at is None:
        return draft.minutes
    return _since_midnight(draft.ends_at) - _since_midnight(draft.starts_at)


def _since_midnight(moment: time) -> int:
    return moment.hour * 60 + moment.minute
