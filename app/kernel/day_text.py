"""Reading a day from what people type, paste and send in lists.

Without a year (4/8, 0408) it is the day within ``NEAR`` of today if there is one, otherwise the
one in the fiscal year of today; a page that shows a fiscal year passes that one instead.

With a year but without an era (8.5.8, 080508) it is the current era, unless that is more than
``AHEAD`` in the future: then it is not guessed, the refusal names what it could be.  A birth date
(``birth=True``) is taken from whichever era fits; where several do, it is asked as well.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.kernel.eras import BY_SIGN, ERAS, Era, era_of, written
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.kanji_number import replace_kanji_numbers
from app.kernel.text import quoted

NEAR: Final = timedelta(days=60)
AHEAD: Final = timedelta(days=731)
_OLDEST: Final = timedelta(days=366 * 120)
_LONGEST: Final = 60
_YEARS: Final = range(1873, 2200)

_SIGN = "(?P<sign>" + "|".join(sorted(BY_SIGN, key=len, reverse=True)) + ")"
_TIME = re.compile(r"(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_WEEKDAY = re.compile(
    r"\s*(?:\((?P<a>[月火水木金土日])(?:曜日?)?[・,]?祝?\)|(?P<b>[月火水木金土日])曜日?"
    r"|(?<=\s)(?P<c>[火水木金土]))$"
)
_SUFFIX = re.compile(r"(?:生まれ|生れ|生|付け?)$")
_MARKS = re.compile(r"[./・,、。_‐‑‒–—―−ー-]")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s+(?=\d)")
_BOTH_YEARS = re.compile(r"(?P<one>[^()]+?)年?\((?P<other>[^()]+?)年?\)年?(?P<rest>.+)")
_FULL = re.compile(
    rf"(?:西暦|{_SIGN}\.?)?(?P<year>元|\d{{1,4}})[年.](?P<month>\d{{1,2}})[月.](?P<day>\d{{1,2}})[日.]?"
)
_PACKED = re.compile(
    rf"(?:{_SIGN}(?=\d{{5,6}}$)|(?=(?:\d\d){{3,4}}$))(?P<year>\d+)(?P<month>\d\d)(?P<day>\d\d)"
)
_MONTH_DAY = re.compile(r"(?P<month>\d{1,2})[月.](?P<day>\d{1,2})[日.]?|(?P<m>\d{1,2})(?P<d>\d\d)")
_YEAR_LAST = re.compile(r"(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?P<last>\d{4})")
_NO_DAY = re.compile(
    rf"(?:{_SIGN}\.?(?:元|\d{{1,2}})|\d{{4}})[年.]\d{{1,2}}月?|\d{{1,4}}年\d{{1,2}}月"
)
_WEEKDAYS = "月火水木金土日"
_WORDS = {"今日": 0, "本日": 0, "きょう": 0, "昨日": -1, "きのう": -1, "明日": 1, "あす": 1}


@dataclass(frozen=True, slots=True)
class _Question:
    """The text as typed, and what is known besides."""

    text: str
    today: date
    birth: bool
    year: FiscalYear | None

    def refusal(self, what: str) -> Refusal:
        return Refusal(quoted(self.text) + what)

    def not_understood(self) -> Refusal:
        return self.refusal(
            "を日付として読み取れません。"
            "「令和8年4月1日」「R8.4.1」「2026/4/1」のように入力してください。"
        )


def parse_day(
    text: str, today: date, *, birth: bool = False, year: FiscalYear | None = None
) -> date:
    """Read a day in any spelling people use; see the module for days without year or era.

    A weekday beside the day must fit it; a time of day is left out.  Raises ``Refusal`` where the
    text is no day, is ambiguous, or (``birth``) lies after ``today``.
    """
    question = _Question(text, today, birth, year)
    if len(text) > _LONGEST:
        raise question.not_understood()
    plain, weekday = _plain(text)
    shift = _WORDS.get(plain)
    day = _read(plain, question) if shift is None else today + timedelta(days=shift)
    actual = _WEEKDAYS[day.weekday()]
    if weekday and actual != weekday:
        raise Refusal(
            f"{written(day)}は{actual}曜日ですが、{weekday}曜日と書かれています。"
            "日付か曜日を確かめてください。"
        )
    if birth and day > today:
        raise Refusal(f"{written(day)}は今日より先の日付です。生年月日を確かめてください。")
    return day


def _plain(text: str) -> tuple[str, str]:
    """Return the text with one spelling of digits, marks and blanks, and the weekday beside it."""
    line = unicodedata.normalize("NFKC", text).strip().lstrip("'").upper()
    line = _TIME.sub("", line)
    found = _WEEKDAY.search(line)
    weekday = (found["a"] or found["b"] or found["c"]) if found else ""
    line = line[: found.start()] if found else line
    line = replace_kanji_numbers(_SUFFIX.sub("", line.rstrip()))
    line = _MARKS.sub(".", _BETWEEN_DIGITS.sub(".", line))
    return "".join(line.split()), weekday


def _read(plain: str, question: _Question) -> date:
    if found := _BOTH_YEARS.fullmatch(plain):
        return _with_both_years(found, question)
    if found := _FULL.fullmatch(plain) or _PACKED.fullmatch(plain):
        return _with_year(found, question)
    if found := _YEAR_LAST.fullmatch(plain):
        return _with_year_last(found, question)
    if found := _MONTH_DAY.fullmatch(plain):
        return _without_year(found, question)
    if _NO_DAY.fullmatch(plain):
        raise question.refusal(
            "には日がありません。「令和8年4月1日」のように日まで入力してください。"
        )
    raise question.not_understood()


def _with_both_years(found: re.Match[str], question: _Question) -> date:
    """Read 令和8年(2026年)4月1日, and the same with the years the other way round."""
    one, other = (_read(f"{found[part]}年{found['rest']}", question) for part in ("one", "other"))
    if one != other:
        raise question.refusal("は、和暦の年と西暦の年が合いません。")
    return one


def _with_year(found: re.Match[str], question: _Question) -> date:
    sign, year, month, day = found["sign"], found["year"], int(found["month"]), int(found["day"])
    number = 1 if year == "元" else int(year)
    if not number or (len(year) > 2 and (sign or len(year) == 3)):
        raise question.not_understood()
    if sign:
        return _in_era(BY_SIGN[sign], number, (month, day), question)
    if len(year) == 4:
        return _day(number, (month, day), question)
    return _without_era(year, (month, day), question)


def _in_era(era: Era, number: int, month_day: tuple[int, int], question: _Question) -> date:
    year = era.calendar_year(number)
    if year < ERAS[-1].first_day.year:
        raise question.refusal(
            "は旧暦の日付なので入力できません。明治6年からの日付を入力できます。"
        )
    day = _day(year, month_day, question)
    if not era.first_day <= day <= era.last_day:
        raise question.refusal(f"という日はありません。「{written(day)}」ではありませんか。")
    return day


def _day(year: int, month_day: tuple[int, int], question: _Question) -> date:
    if year not in _YEARS:
        raise question.refusal("は古すぎるか先すぎる日付です。年を確かめてください。")
    day = _or_none(year, *month_day)
    if day is None:
        raise question.refusal("という日はありません。月と日を確かめてください。")
    return day


def _or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_era(year: str, month_day: tuple[int, int], question: _Question) -> date:
    number = 1 if year == "元" else int(year)
    readings: list[tuple[Era | None, int]] = [(era, era.calendar_year(number)) for era in ERAS]
    if len(year) == 2:
        readings.append((None, 2000 + number))
    latest = question.today if question.birth else question.today + AHEAD
    possible = [
        (era, day)
        for era, calendar_year in readings
        if (day := _or_none(calendar_year, *month_day))
        and (era is None or era_of(day) is era)
        and question.today - _OLDEST <= day <= latest
    ]
    if not possible:
        raise question.not_understood()
    current = era_of(question.today)
    days = [day for era, day in possible if question.birth or era is current]
    if len(days) == 1:
        return days[0]
    names = "、".join(
        written(day) if era else f"{day.year}/{day.month}/{day.day}" for era, day in possible
    )
    raise question.refusal(f"は年が決まりません。次のどれかを入力してください：{names}")


def _with_year_last(found: re.Match[str], question: _Question) -> date:
    """Read 10/19/2017, as American lists write it, where no other order is possible."""
    year, first, second = int(found["last"]), int(found["a"]), int(found["b"])
    if first != second and max(first, second) <= 12:
        raise question.refusal("は月と日の順が決まりません。年から入力してください。")
    return _day(year, (min(first, second), max(first, second)), question)


def _without_year(found: re.Match[str], question: _Question) -> date:
    if question.birth:
        raise question.refusal("には年がありません。生年月日は年から入力してください。")
    month, day = int(found["month"] or found["m"]), int(found["day"] or found["d"])
    around = question.year or FiscalYear.of(question.today)
    years = range(around.start - 1, around.start + 3)
    days = [same for year in years if (same := _or_none(year, month, day))]
    near = [same for same in days if abs(same - question.today) <= NEAR and not question.year]
    chosen = near or [same for same in days if same in around]
    if not chosen:
        raise question.refusal(f"という日は{around}にはありません。月と日を確かめてください。")
    return chosen[0]
