"""A serial number as a day or a time: calendar years, eras, days of the week, elapsed hours."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from itertools import pairwise

from app.documents.number.format_code import Section, Shown, Token
from app.kernel.eras import Era, era_of
from app.kernel.kanji_number import kanji_number

_DAYS = "月火水木金土日"
_MONTHS = "January February March April May June July August September October November December"
_WEEK = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_LAST_SERIAL = 2_958_466
_LEAP_SLIP = 60
_BUDDHIST = 543
_NUMBER = re.compile("[0-9]+")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_SECONDS = {"h": 3600, "m": 60, "s": 1}


def kanji_digits(text: str, locale: str) -> str:
    """Return a text with the digits that ``[DBNum1]`` or ``[DBNum3]`` asks for."""
    if "dbnum1" in locale:
        return _NUMBER.sub(lambda found: kanji_number(int(found[0])), text)
    return text.translate(_FULL_WIDTH) if "dbnum3" in locale else text


def moment_of(serial: float, *, from_1904: bool = False) -> datetime | None:
    """Return the moment of a serial number; nothing outside the years 1900 to 9999.

    Excel takes 1900 for a leap year: serial 60 is a day that never was, and is shown as the day
    before it.
    """
    if not 0 <= serial < _LAST_SERIAL:
        return None
    if from_1904:
        base = datetime(1904, 1, 1)
    else:
        base = datetime(1899, 12, 31) - timedelta(days=serial >= _LEAP_SLIP)
    return base + timedelta(milliseconds=round(serial * 86_400_000))


def show_day(serial: float, section: Section, *, from_1904: bool = False) -> Shown:
    """Return a serial number under a section that shows a day or a time."""
    found = moment_of(serial, from_1904=from_1904)
    if found is None:
        return Shown("#" * 20)
    if not _shows_parts_of_seconds(section):
        found += timedelta(milliseconds=500)
    writer = _Writer(found, section, serial)
    text = "".join(writer.piece(place, token) for place, token in enumerate(section.tokens))
    return Shown(kanji_digits(text, section.locale), section.colour)


def _shows_parts_of_seconds(section: Section) -> bool:
    kinds = [token.kind for token in section.tokens]
    return ("point", "digit") in pairwise(kinds)


class _Writer:
    """Writes the pieces of one moment in order; ``m`` is minutes beside hours or seconds."""

    def __init__(self, moment: datetime, section: Section, serial: float) -> None:
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
                return _DAYS[moment.weekday()] + ("曜日" if length > 3 else "")
            case "d":
                return _named(moment.day, length, _WEEK.split()[moment.weekday()])
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
        era = era_of(self.moment.date())
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
        return f"{self.moment.microsecond:06}"[min(nth, 5)]


_TIMES = {"date", "elapsed"}


def _era_name(era: Era, length: int) -> str:
    return {1: era.letter, 2: era.short}.get(length, era.name)


def _named(number: int, length: int, name: str) -> str:
    plain = {1: str(number), 2: f"{number:02}", 3: name[:3], 5: name[0]}
    return plain.get(length, name)
