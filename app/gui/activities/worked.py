"""What is typed into a cell of the slips: how long somebody helped, and on which days.

``1.5`` and ``2`` are hours, ``90`` (from 10 on) minutes; ``1:30``, ``1時間半``, ``9-11`` and
``9:30-11時`` say the same with more signs, ``2回3`` twice that took three hours together.
``3,10,17 1.5`` is for several days at once, ``*1.5`` for all blank days on which help was
expected, and ``0`` says that nothing was done.  As the sum of a month ``4 6`` says four times,
six hours together: a number is hours while that makes less than ten each time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from app.gui.widgets.time_edit import parse_time
from app.kernel.errors import Refusal
from app.matching.match import ActivityDraft

_HOUR = 60
_LARGEST = 31 * 24 * _HOUR
_MINUTES_FROM = 10
"""A number without a unit from here on counts minutes: nobody helps for ten hours."""
_HALF = 30
_LAST_DAY = 31
_DASHES = re.compile(r"\s*(?:[-–—―ー−〜～~]|から)\s*")
_COMMAS = re.compile(r"\s*[,、・]\s*")
_EXPECTED = "*"
_DAYS = re.compile(r"(\d{1,2}(?:,\d{1,2})*)日?\s+(\S.*)")
_TIMES = re.compile(r"(\d{1,2})回\s*(.*)")
_SUM = re.compile(r"(\d{1,2})(?:回\s*|\s+)(.+)")
_NUMBER = re.compile(r"\d+")
_HELP = "1.5（時間）、90（分）、9-11（時刻）のように入力してください。"

_SPELLINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], float]], ...] = (
    (re.compile(r"(\d{1,2}):(\d{2})"), lambda found: int(found[1]) * _HOUR + int(found[2])),
    (re.compile(r"(\d{1,2})時間半"), lambda found: int(found[1]) * _HOUR + _HALF),
    (
        re.compile(r"(\d{1,2})時間(\d{1,2})分"),
        lambda found: int(found[1]) * _HOUR + int(found[2]),
    ),
    (re.compile(r"(\d+(?:\.\d+)?)(?:時間|h)"), lambda found: float(found[1]) * _HOUR),
    (re.compile(r"(\d+)分"), lambda found: int(found[1])),
    (re.compile(r"(\d*\.\d+)"), lambda found: float(found[1]) * _HOUR),
)


@dataclass(frozen=True, slots=True)
class Worked:
    """How long somebody helped; ``times`` only where it was said, ``minutes`` of all together."""

    minutes: int
    starts_at: time | None = None
    ends_at: time | None = None
    times: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What was typed: for which days (none: the current one), and how long; none: not at all.

    ``expected`` is for the blank days on which help was expected.
    """

    days: tuple[int, ...]
    worked: Worked | None
    expected: bool = False


def read_entry(text: str) -> Entry:
    """Return what a text means.  Raises ``Refusal`` with how to type it."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    plain = _COMMAS.sub(",", _DASHES.sub("-", plain))
    if plain.startswith(_EXPECTED):
        return Entry((), read_worked(plain.removeprefix(_EXPECTED).strip()), expected=True)
    days: tuple[int, ...] = ()
    if (found := _DAYS.fullmatch(plain)) is not None:
        days = tuple(dict.fromkeys(int(day) for day in found[1].split(",")))
        plain = found[2]
        if not all(1 <= day <= _LAST_DAY for day in days):
            raise Refusal(f"「{text}」の日は1から{_LAST_DAY}までの数で入力してください。")
    return Entry(days, None if plain == "0" else read_worked(plain))


def read_worked(text: str) -> Worked:
    """Return how long a text says somebody helped.  Raises ``Refusal``."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text).strip().lower())
    times = None
    if (found := _TIMES.fullmatch(plain)) is not None:
        times, plain = int(found[1]), found[2]
        if not times:
            raise Refusal(f"「{text}」の回数は1以上の数で入力してください。")
        if not plain:
            return Worked(0, times=times)
    if "-" in plain:
        return _span(plain, times)
    if _NUMBER.fullmatch(plain):
        hours = int(plain) < _MINUTES_FROM * (times or 1)
        return Worked(_sensible(int(plain) * (_HOUR if hours else 1), text), times=times)
    for spelling, minutes in _SPELLINGS:
        if (found := spelling.fullmatch(plain)) is not None:
            return Worked(_sensible(round(minutes(found)), text), times=times)
    raise Refusal(f"「{text}」は活動時間として読み取れません。{_HELP}")


def read_sum(text: str) -> Worked | None:
    """Return what the sum of a month says, nothing for 0.  Raises ``Refusal``."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain in ("0", "0回"):
        return None
    found = _SUM.fullmatch(plain)
    if found is None:
        raise Refusal(
            f"「{text}」は回数と時間の合計を「4 6」（4回6時間）のように入力してください。"
        )
    return read_worked(f"{found[1]}回{found[2]}")


def short_time(minutes: int) -> str:
    """Write minutes as they are typed, in as few signs as can be; nothing for none."""
    if not minutes:
        return ""
    if minutes >= _MINUTES_FROM * _HOUR or minutes < _MINUTES_FROM:
        hours, rest = divmod(minutes, _HOUR)
        return f"{hours}:{rest:02}" if rest else f"{hours}h"
    return f"{minutes / _HOUR:g}" if minutes % _HALF == 0 else str(minutes)


def long_time(minutes: int) -> str:
    """Write minutes in words: 1時間30分."""
    hours, rest = divmod(minutes, _HOUR)
    return f"{f'{hours}時間' if hours else ''}{f'{rest}分' if rest or not hours else ''}"


def typed_text(line: ActivityDraft | None) -> str:
    """Return a line as it would be typed into its cell."""
    if line is None:
        return ""
    if line.starts_at and line.ends_at and line.times == 1:
        return f"{_clock(line.starts_at)}-{_clock(line.ends_at)}"
    if line.times == 1 and line.minutes:
        return short_time(line.minutes)
    times = f"{line.times}回"
    if line.minutes % _HALF == 0:
        return f"{times}{line.minutes / _HOUR:g}h" if line.minutes else times
    return f"{times}{line.minutes}分"


def _clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}" if at.minute else str(at.hour)


def _span(text: str, times: int | None) -> Worked:
    begin, _, end = text.partition("-")
    starts_at, ends_at = parse_time(begin), parse_time(end)
    minutes = (ends_at.hour - starts_at.hour) * _HOUR + ends_at.minute - starts_at.minute
    if minutes <= 0:
        raise Refusal(f"「{text}」の終わりの時刻が始まりより前になっています。")
    return Worked(minutes * (times or 1), starts_at, ends_at, times)


def _sensible(minutes: int, text: str) -> int:
    if not 0 < minutes <= _LARGEST:
        raise Refusal(f"「{text}」の活動時間を確かめてください。{_HELP}")
    return minutes
