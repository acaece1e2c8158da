"""Days as the office writes them.  Reading days is in ``day_text`` and offered here as well."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from app.kernel.day_text import parse_day
from app.kernel.eras import Era, era_of, year_text
from app.kernel.errors import Refusal
from app.kernel.kanji_number import kanji_number
from app.kernel.text import quoted

__all__ = ["WEEKDAYS", "format_day", "parse_day"]

WEEKDAYS: Final = "月火水木金土日"

_Writer = Callable[[date, Era | None], str]


def _year(day: date, era: Era | None) -> int:
    return era.year_of(day.year) if era else day.year


# Each part of the example day, with how to write that part of any other day.  A day before 1873
# has no era here and is written with its calendar year.  Where the era is an initial (R1.5.1) or
# the number is padded, the first year stays a number; beside 令和 and 令 it is 元.
_PARTS: Final[dict[str, _Writer]] = {
    "令和八": lambda day, era: f"{era.name if era else ''}{_kanji_year(day, era)}",
    "令和08": lambda day, era: f"{era.name if era else ''}{_year(day, era):02}",
    "令和8": lambda day, era: f"{era.name if era else ''}{year_text(_year(day, era))}",
    "令8": lambda day, era: f"{era.short if era else ''}{year_text(_year(day, era))}",
    "R08": lambda day, era: f"{era.letter if era else ''}{_year(day, era):02}",
    "R8": lambda day, era: f"{era.letter if era else ''}{_year(day, era)}",
    "2026": lambda day, _era: f"{day.year:04}",
    "04": lambda day, _era: f"{day.month:02}",
    "01": lambda day, _era: f"{day.day:02}",
    "4": lambda day, _era: str(day.month),
    "1": lambda day, _era: str(day.day),
    "四": lambda day, _era: kanji_number(day.month),
    "一": lambda day, _era: kanji_number(day.day),
    "水": lambda day, _era: WEEKDAYS[day.weekday()],
}
_PART = re.compile("|".join(_PARTS))


def _kanji_year(day: date, era: Era | None) -> str:
    year = _year(day, era)
    return "元" if era and year == 1 else kanji_number(year)


def format_day(day: date, style: str = "令和8年4月1日") -> str:
    """Write ``day`` the way ``style`` writes 令和8年4月1日(水).

    Any arrangement of 令和8/令和八/令和08/令8/R8/R08/2026, 4/04/四, 1/01/一 and 水 is a style.
    Raises ``Refusal`` where the style holds none of them (styles also come from forms people make).
    """
    era = era_of(day)
    return "".join(
        _PARTS[piece](day, era) if is_part else piece for piece, is_part in _pieces(style)
    )


@lru_cache(maxsize=256)
def _pieces(style: str) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    end = 0
    for found in _PART.finditer(style):
        pieces += [(style[end : found.start()], False), (found[0], True)]
        end = found.end()
    if not pieces:
        raise Refusal(
            f"{quoted(style)}は日付の書き方として使えません。"
            "令和8年4月1日をどう書くかを「R8.4.1」のように指定してください。"
        )
    return (*pieces, (style[end:], False))
