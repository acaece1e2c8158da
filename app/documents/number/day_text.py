"""A serial number as a day or a time: calendar years, eras, days of the week, elapsed hours."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from app.documents.number.format_code import Section, Shown, Token, sections
from app.documents.number.kanji_digits import digit_by_digit, kind_of, with_units
from app.documents.number.serial_days import day_of
from app.kernel.eras import Era, era_of

_DAYS = "月火水木金土日"
_MONTHS = "January February March April May June July August September October November December"
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_BUDDHIST = 543
_APART = 1_462
_FULL_WIDTH = 3
_LAST_SERIAL = 2_958_466
_SECONDS = {"h": 3600, "m": 60, "s": 1}
_SMALL_NUMBER = re.compile("[0-9]{1,2}(?![0-9])(?<![0-9]{3})")
_LONG_DAY, _LONG_TIME = 'yyyy"年"m"月"d"日"', "h:mm:ss"


class Moment(NamedTuple):
    """A serial number taken apart; Excel's 0 January and 29 February 1900 are days like others."""

    year: int
    month: int
    day: int
    weekday: int
    hour: int
    minute: int
    second: int
    millisecond: int


def moment_of(
    serial: float, *, from_1904: bool = False, to_the_second: bool = False
) -> Moment | None:
    """Return the moment of a serial number; nothing outside the years 1900 to 9999."""
    if not 0 <= serial < _LAST_SERIAL:
        return None
    count = round(serial * 86_400_000)
    if to_the_second:
        count = (count + 500) // 1_000 * 1_000
    days, rest = divmod(count, 86_400_000)
    day = day_of(days, from_1904=from_1904)
    if day is None:
        return None
    weekday = (days + (_APART if from_1904 else 0) - 2) % 7
    seconds, milliseconds = divmod(rest, 1_000)
    return Moment(
        *day, weekday, seconds // 3_600, seconds // 60 % 60, seconds % 60, milliseconds
    )  # fmt: skip


def show_day(serial: float, section: Section, *, from_1904: bool = False) -> Shown:
    """Return a serial number under a section that shows a day or a time."""
    section = _as_windows_has_it(section)
    has_clock = any(_is_clock(token) for token in section.tokens)
    to_the_second = has_clock and not _shows_parts_of_seconds(section)
    found = moment_of(serial, from_1904=from_1904, to_the_second=to_the_second)
    if found is None:
        return Shown("#" * 20)
    writer = _Writer(found, section, serial)
    text = "".join(writer.piece(place, token) for place, token in enumerate(section.tokens))
    return Shown(_in_kanji(text, section.locale), section.colour)


def _as_windows_has_it(section: Section) -> Section:
    """Return the section that stands for Windows's own long day or time (``[$-F800]``)."""
    locale = section.locale.upper()
    code = _LONG_DAY if "F800" in locale else _LONG_TIME if "F400" in locale else ""
    return sections(code)[0]._replace(colour=section.colour) if code else section


def _is_clock(token: Token) -> bool:
    return token.kind in {"elapsed", "noon"} or (token.kind == "date" and token.text[0] in "hHsS")


def _in_kanji(text: str, locale: str) -> str:
    """Return a day in kanji: numbers up to 99 read out, years digit by digit."""
    kind = kind_of(locale)
    if not kind:
        return text
    if kind == _FULL_WIDTH:
        return digit_by_digit(text, kind)
    read = _SMALL_NUMBER.sub(lambda found: with_units(found[0], kind), text)
    return digit_by_digit(read, kind)


def _shows_parts_of_seconds(section: Section) -> bool:
    kinds = [token.kind for token in section.tokens]
    return ("point", "digit") in pairwise(kinds)


class _Writer:
    """Writes the pieces of one moment in order; ``m`` is minutes beside hours or seconds."""

    def __init__(self, moment: Moment, section: Section, serial: float) -> None:
        self.moment, self.tokens, self.serial = moment, section.tokens, serial
        self.first_year = "元" if "gannen" in section.locale else "1"
        self.half_days = any(token.kind == "noon" for token in self.tokens)

    def piece(self, place: int, token: Token) -> str:
        kind, text = token
        match kind:
            case "date":
                return self.date(place, text.lower())
            case "elapsed":
                total = int(self.serial * 86_400 + 0.5) // _SECONDS[text[0]]
                return str(total).zfill(len(text))
            case "noon":
                return ("AM" if self.moment.hour < 12 else "PM")[: 1 if text == "A/P" else 2]
            case "blank":
                return " "
            case "digit":
                return self.part_of_second(place)
            case "fill" | "general" | "text":
                return ""
            case _:
                return text

    def date(self, place: int, text: str) -> str:
        letter, length, moment = text[0], len(text), self.moment
        match letter:
            case "y":
                return str(moment.year) if length > 2 else f"{moment.year % 100:02}"
            case "g" | "e":
                return self.era(letter, length)
            case "a":
                return _DAYS[moment.weekday] + ("曜日" if length > 3 else "")
            case "d":
                return _named(moment.day, length, _WEEK.split()[moment.weekday])
            case "m" if not self.is_minute(place):
                return _named(moment.month, length, _MONTHS.split()[moment.month - 1])
            case "h" | "m" | "s":
                return str(self.clock(letter)).zfill(min(length, 2))
            case _:
                return str(moment.year + _BUDDHIST)

    def clock(self, letter: str) -> int:
        moment = self.moment
        if letter == "h":
            return (moment.hour % 12 or 12) if self.half_days else moment.hour
        return moment.minute if letter == "m" else moment.second

    def era(self, letter: str, length: int) -> str:
        era = era_of(_real(self.moment))
        if era is None:
            return str(self.moment.year) if letter == "e" else ""
        if letter == "g":
            return _era_name(era, length)
        year = era.year_of(self.moment.year)
        return self.first_year if year == 1 and length == 1 else str(year).zfill(length)

    def is_minute(self, place: int) -> bool:
        before = next((t for t in reversed(self.tokens[:place]) if t.kind in _TIMES), None)
        after = next((t for t in self.tokens[place + 1 :] if t.kind in _TIMES), None)
        return bool((before and before.text[0] in "hH") or (after and after.text[0] in "sS"))

    def part_of_second(self, place: int) -> str:
        nth = 0
        while self.tokens[place - 1 - nth].kind == "digit":
            nth += 1
        return f"{self.moment.millisecond:03}000"[min(nth, 5)]


_TIMES = {"date", "elapsed"}


def _real(moment: Moment) -> date:
    """Return a day of the calendar; the two of Excel's that never were as their neighbours."""
    if (moment.year, moment.month) == (1900, 2):
        return date(1900, 2, min(moment.day, 28))
    return date(moment.year, moment.month, max(moment.day, 1))


def _era_name(era: Era, length: int) -> str:
    return {1: era.letter, 2: era.short}.get(length, era.name)


def _named(number: int, length: int, name: str) -> str:
    plain = {1: str(number), 2: f"{number:02}", 3: name[:3], 5: name[0]}
    return plain.get(length, name)
