"""The number that a text means when a formula needs one, as the Japanese Excel reads it.

Digits of full width count; so do separators, per cent, currency, days in eras and times.
"""

from __future__ import annotations

import math
import re
import unicodedata
from datetime import date

from app.documents.number.serial_days import serial_of
from app.kernel.eras import BY_SIGN

_PLAIN = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:E[+-]?[0-9]+)?")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3,})+(?:\.[0-9]*)?")
_MIXED = re.compile(r"([0-9]+) ([0-9]+)/([0-9]+)")
_NUMERIC_DAY = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{1,2}))?")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{1,2})")
_KANJI_DAY = re.compile(r"([0-9]{4})年([0-9]{1,2})月(?:([0-9]{1,2})日)?")
_ERA_DAY = re.compile(
    rf"({'|'.join(sorted(BY_SIGN, key=len, reverse=True))})([0-9]{{1,2}}|元)"
    r"(?:年([0-9]{1,2})月([0-9]{1,2})日|[./-]([0-9]{1,2})[./-]([0-9]{1,2}))",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"([0-9]{1,4}):([0-9]{1,2})(?::([0-9]{1,2}(?:\.[0-9]+)?))?(?: ?([AP])M?)?")
_KANJI_CLOCK = re.compile(r"(午前|午後)?([0-9]{1,2})時(?:([0-9]{1,2})分(?:([0-9]{1,2})秒)?)?")
_CENTURY_TURNS = 30


def typed_number(text: str, *, from_1904: bool = False) -> float | None:
    """Return the number that a text means; nothing when it means none."""
    plain = unicodedata.normalize("NFKC", text).strip().upper().replace("¥", "\\")
    if not plain or len(plain) > 60:
        return None
    found = _amount(plain)
    return found if found is not None else typed_moment(plain, from_1904=from_1904)


def typed_moment(text: str, *, from_1904: bool = False) -> float | None:
    """Return a text that is a day, a time or both as a number; nothing when it is none."""
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    first, _, rest = plain.partition(" ")
    day = _day(first)
    if day is not None:
        serial = serial_of(day, from_1904=from_1904)
        clock = _clock(rest) if rest else 0.0
        return None if clock is None else serial + clock
    return _clock(plain)


def _amount(text: str) -> float | None:
    sign, percent = 1.0, 1.0
    if text.startswith("(") and text.endswith(")"):
        sign, text = -1.0, text[1:-1]
    elif text[0] in "+-△▲":
        sign, text = (1.0 if text[0] == "+" else -1.0), text[1:].lstrip()
    text = text.removeprefix("\\").removeprefix("$")
    if text.endswith("%"):
        percent, text = 100.0, text[:-1].rstrip()
    mixed = _MIXED.fullmatch(text)
    if mixed and int(mixed[3]):
        return sign * (int(mixed[1]) + int(mixed[2]) / int(mixed[3]))
    if not (_PLAIN.fullmatch(text) or _GROUPED.fullmatch(text)):
        return None
    number = sign * float(text.replace(",", "")) / percent
    return number if math.isfinite(number) else None


def _day(text: str) -> date | None:
    if found := _NUMERIC_DAY.fullmatch(text) or _KANJI_DAY.fullmatch(text):
        return _real(int(found[1]), found[2], found[3] or "1")
    if found := _SHORT_YEAR.fullmatch(text):
        year = int(found[1])
        return _real(year + (2000 if year < _CENTURY_TURNS else 1900), found[2], found[3])
    if found := _ERA_DAY.fullmatch(text):
        year = 1 if found[2] == "元" else int(found[2])
        return _real(
            BY_SIGN[found[1]].calendar_year(year), found[3] or found[5], found[4] or found[6]
        )
    return None


def _real(year: int, month: str, day: str) -> date | None:
    try:
        found = date(year, int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= 1900 else None


def _clock(text: str) -> float | None:
    if found := _CLOCK.fullmatch(text):
        hours, minutes, seconds = int(found[1]), int(found[2]), float(found[3] or 0)
        if found[4]:
            if not 0 <= hours <= 12:
                return None
            hours = hours % 12 + (12 if found[4] == "P" else 0)
    elif found := _KANJI_CLOCK.fullmatch(text):
        hours = int(found[2]) + (12 if found[1] == "午後" else 0)
        minutes, seconds = int(found[3] or 0), float(found[4] or 0)
    else:
        return None
    if minutes > 59 or seconds >= 60:
        return None
    return (hours * 3_600 + minutes * 60 + seconds) / 86_400
