"""Reading the day by which something is to follow, as it is said on the telephone.

明日, 来週火, 3日後, 月末, 12/5: a day without a year is the next one, never one that is past.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from app.kernel.day_text import parse_day
from app.kernel.errors import Refusal
from app.kernel.kanji_number import replace_kanji_numbers
from app.kernel.text import quoted
from app.kernel.wareki import WEEKDAYS, format_day

LONGEST_AHEAD: Final = timedelta(days=366 * 5)

_WORDS = {
    "今日": 0, "本日": 0, "きょう": 0, "明日": 1, "あす": 1, "あした": 1, "翌日": 1,
    "明後日": 2, "あさって": 2, "しあさって": 3, "明々後日": 3, "来週": 7, "再来週": 14,
}  # fmt: skip
_MONTHS = {"": 0, "今": 0, "今月": 0, "来": 1, "来月": 1, "再来月": 2}
_WEEKS = {"": None, "今週": 0, "来週": 1, "再来週": 2, "次": None}
_WEEK: Final = 7
_YEAR_MONTHS: Final = 12

_WEEKDAY = re.compile(r"(今週|来週|再来週|次|)の?([月火水木金土日])(?:曜日?)?")
_LATER = re.compile(r"(\d{1,3})(日|週間?|[かヶケカヵ箇]月)後?")
_MONTH_END = re.compile(r"(今月|来月|再来月|)の?(?:月)?末")
_DAY_OF_MONTH = re.compile(r"(今月|来月|再来月|)の?(\d{1,2})日")
_MONTH_DAY = re.compile(r"(\d{1,2})[月/.](\d{1,2})日?")


def parse_due_day(text: str, today: date, *, earliest: date | None = None) -> date:
    """Return the day a text means; ``earliest`` is the first that may be meant, or else today.

    Raises ``Refusal`` where it means none, one that is past, or one more than five years ahead.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).removesuffix("まで")
    plain = replace_kanji_numbers(plain).removesuffix("ごろ").removesuffix("頃")
    day = _loose(plain, today)
    if day is None:
        day = parse_day(text, today)
    if day < min(earliest or today, today):
        raise Refusal(f"{format_day(day)}は過ぎた日です。今日からあとの日を入力してください。")
    if day > today + LONGEST_AHEAD:
        raise Refusal(f"{format_day(day)}は5年より先です。日付を確かめてください。")
    return day


def _loose(plain: str, today: date) -> date | None:
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    for pattern, read in _READERS:
        if found := pattern.fullmatch(plain):
            try:
                return read(found, today)
            except (ValueError, OverflowError) as error:
                raise Refusal(f"{quoted(plain)}という日はありません。") from error
    return None


def _weekday(found: re.Match[str], today: date) -> date:
    """来週火 is Tuesday of the week that begins next Monday; 火曜 alone the next one."""
    weekday = WEEKDAYS.index(found[2])
    weeks = _WEEKS[found[1]]
    if weeks is None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    return today + timedelta(days=weekday - today.weekday() + weeks * _WEEK)


def _later(found: re.Match[str], today: date) -> date:
    number = int(found[1])
    if found[2] == "日":
        return today + timedelta(days=number)
    if found[2].startswith("週"):
        return today + timedelta(weeks=number)
    return _of_month(today, number, today.day, shorter=True)


def _month_end(found: re.Match[str], today: date) -> date:
    return _of_month(today, _MONTHS[found[1]], 31, shorter=True)


def _day_of_month(found: re.Match[str], today: date) -> date:
    """5日 alone is this month's, or next month's where that is past."""
    number = int(found[2])
    if found[1]:
        return _of_month(today, _MONTHS[found[1]], number)
    return _of_month(today, 0 if number >= today.day else 1, number)


def _month_day(found: re.Match[str], today: date) -> date:
    month, number = int(found[1]), int(found[2])
    day = date(today.year, month, number) if (month, number) != (2, 29) else None
    if day is None:
        return parse_day(f"{month}/{number}", today)
    return day if day >= today else day.replace(year=today.year + 1)


def _of_month(today: date, months: int, number: int, *, shorter: bool = False) -> date:
    """Return a day so many months on; ``shorter`` takes the last one where it has not that many."""
    years, month = divmod(today.month - 1 + months, _YEAR_MONTHS)
    year = today.year + years
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(number, last) if shorter else number)


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date]], ...]] = (
    (_WEEKDAY, _weekday),
    (_MONTH_END, _month_end),
    (_DAY_OF_MONTH, _day_of_month),
    (_LATER, _later),
    (_MONTH_DAY, _month_day),
)
