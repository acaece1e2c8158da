"""Opening days in words, 第2・4水曜 10:00～12:00（冬期は休み）, and days read from words.

What ``opening_text`` writes, ``read_openings`` reads as the same days.  It also reads what lists
and leaflets commonly write (毎月第２、第４水曜日　午前10時から正午まで); of anything else it makes
nothing, and the words stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import time
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.wareki import WEEKDAYS
from app.local_resources.opening import EVERY_WEEKDAY, Opening, checked_openings, plain

_BETWEEN: Final = "／"
_DASHES: Final = frozenset("~〜∼-‐‑‒–—―−ー─")
_LIST: Final = "[・,、と]"
_DAY: Final = f"[{WEEKDAYS}]"
_DAYS: Final = rf"{_DAY}(?:(?:曜日?)?(?:~|から|{_LIST})?{_DAY})*(?:曜日?)?|毎日|平日"
_WEEK: Final = rf"[1-5](?:週目?)?(?:{_LIST}?第?[1-5](?:週目?)?)*"
_MONTHS: Final = rf"\d{{1,2}}(?:月?(?:~|{_LIST})\d{{1,2}})*月(?:の間)?"
_CLOCK: Final = r"(?:(?:午前|午後|AM|PM)?\d{1,2}(?::\d{2}|時(?:半|\d{1,2}分)?)?|正午)"
_ITEM: Final = re.compile(
    rf"\s*(?:(?P<months>{_MONTHS})[はにの]?\s*)?"
    rf"(?:毎週|毎月?の?第?(?P<every>{_WEEK})|第(?P<weeks>{_WEEK}))?の?\s*"
    rf"(?P<days>{_DAYS})の?\s*"
    rf"(?P<hours>(?P<first>{_CLOCK})?(?:に?(?:~|から)\s*(?:(?P<last>{_CLOCK})(?:まで)?)?)?)\s*"
    r"(?:\((?P<note>[^()]*)\))?\s*"
)
_SEPARATOR: Final = re.compile(r"\s*[/;。、,・と\s]\s*|$")
_SHARING: Final = frozenset("、,・と")
_TIME: Final = re.compile(r"(午前|午後|AM|PM)?(\d{1,2})(?::(\d{2})|時(?:(半)|(\d{1,2})分)?)?")
_RUN: Final = re.compile(r"(\d+)(?:月?~(\d+))?")


def opening_text(openings: Iterable[Opening]) -> str:
    """Return the days in words, one after the other."""
    return _BETWEEN.join(_written(one) for one in openings)


def hours_text(starts_at: time | None, ends_at: time | None) -> str:
    """Return 10:00～12:00, with a side left open where it is not known."""
    if starts_at is None and ends_at is None:
        return ""
    first = f"{starts_at:%H:%M}" if starts_at else ""
    last = f"{ends_at:%H:%M}" if ends_at else ""
    return f"{first}～{last}"


def read_openings(text: str) -> tuple[Opening, ...]:
    """Return the days a text tells, or nothing where a part of it is not understood."""
    line = "".join("~" if char in _DASHES else plain(char) for char in text)
    found: list[Opening] = []
    sharing = 0
    place = 0
    while place < len(line):
        item = _ITEM.match(line, place)
        after = _SEPARATOR.match(line, item.end()) if item else None
        if item is None or after is None:
            return ()
        opening = _read(item, text)
        if opening is None:
            return ()
        sharing += 1
        found.append(opening)
        if after[0].strip() not in _SHARING:
            found[-sharing:] = _shared(found[-sharing:])
            sharing = 0
        place = after.end()
    return _checked(found[: len(found) - sharing] + _shared(found[len(found) - sharing :]))


def read_months(text: str) -> tuple[int, ...]:
    """Return the months a text such as 12～3月は休み names; nothing where it names none."""
    line = "".join("~" if char in _DASHES else plain(char) for char in text)
    found = re.search(_MONTHS, line)
    return _months(found[0]) if found else ()


def _written(opening: Opening) -> str:
    months = f"{_ranges(opening.months, around=12)}月の" if opening.months else ""
    note = f"（{opening.note}）" if opening.note else ""
    hours = hours_text(opening.starts_at, opening.ends_at)
    return f"{months}{_days(opening)}{' ' if hours else ''}{hours}{note}"


def _days(opening: Opening) -> str:
    weeks = f"第{'・'.join(map(str, opening.weeks))}" if opening.weeks else "毎週"
    if opening.weekdays == EVERY_WEEKDAY and not opening.weeks:
        return "毎日"
    first, last = opening.weekdays[0], opening.weekdays[-1]
    if last - first == len(opening.weekdays) - 1 >= 2:
        return f"{weeks}{WEEKDAYS[first]}～{WEEKDAYS[last]}曜"
    return f"{weeks}{'・'.join(WEEKDAYS[day] for day in opening.weekdays)}曜"


def _ranges(numbers: Sequence[int], around: int) -> str:
    """Write numbers with their runs: 4～6・9; a run may go on after the last, as 12～3."""
    starts = [one for one in numbers if (one - 2) % around + 1 not in numbers]
    return "・".join(_run(numbers, one, around) for one in starts)


def _run(numbers: Sequence[int], start: int, around: int) -> str:
    last = start
    while last % around + 1 in numbers:
        last = last % around + 1
    return str(start) if last == start else f"{start}～{last}"


def _read(item: re.Match[str], text: str) -> Opening | None:
    """Return one kind of day, with its note as it was typed."""
    first, last = _clock(item["first"]), _clock(item["last"])
    said = sum(one is not None for one in (item["first"], item["last"]))
    if said != sum(one is not None for one in (first, last)):
        return None
    if first is not None and last is not None and last <= first and "午後" in (item["first"] or ""):
        last = last.replace(hour=(last.hour + 12) % 24)
    weeks = tuple(int(one) for one in re.findall(r"\d", item["weeks"] or item["every"] or ""))
    note = text[slice(*item.span("note"))] if item["note"] else ""
    return Opening(_weekdays(item["days"]), weeks, _months(item["months"] or ""), first, last, note)


def _shared(openings: list[Opening]) -> list[Opening]:
    """Give the hours behind the last of several days to all: 第1月曜、第3木曜 10:00～12:00."""
    bare = all(one.starts_at is None and not one.note for one in openings[:-1])
    if len(openings) < 2 or not bare:
        return openings
    last = openings[-1]
    shared = {"starts_at": last.starts_at, "ends_at": last.ends_at, "note": last.note}
    return [replace(one, **shared) for one in openings]  # type: ignore[arg-type]


def _checked(openings: list[Opening]) -> tuple[Opening, ...]:
    try:
        return checked_openings(openings)
    except Refusal:
        return ()


def _weekdays(text: str) -> tuple[int, ...]:
    if text == "毎日":
        return EVERY_WEEKDAY
    if text == "平日":
        return EVERY_WEEKDAY[:5]
    found: list[int] = []
    for joined, day in re.findall(rf"(~|から)?({_DAY})(?:曜日?)?", text):
        number = WEEKDAYS.index(day)
        start = found[-1] + 1 if joined and found else number
        found += range(start, number + 1) if start <= number else [number]
    return tuple(found)


def _months(text: str) -> tuple[int, ...]:
    found: list[int] = []
    for first, last in _RUN.findall(text):
        start, end = int(first), int(last or first)
        if not (1 <= start <= 12 and 1 <= end <= 12):
            continue
        found += [(start + step - 1) % 12 + 1 for step in range((end - start) % 12 + 1)]
    return tuple(sorted(set(found)))


def _clock(text: str | None) -> time | None:
    if not text:
        return None
    if text == "正午":
        return time(12)
    read = _TIME.fullmatch(text)
    if read is None:
        return None
    half, hour, colon, thirty, minutes = read.groups()
    hours = int(hour) + (12 if half in ("午後", "PM") and int(hour) < 12 else 0)
    minute = 30 if thirty else int(colon or minutes or 0)
    return time(hours, minute) if hours < 24 and minute < 60 else None
