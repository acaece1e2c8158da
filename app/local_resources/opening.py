"""On which days a resource opens (開催日): weekdays, weeks of the month, months, and hours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from app.kernel.errors import Refusal
from app.kernel.text import one_line, tidy

EVERY_WEEKDAY: Final = (0, 1, 2, 3, 4, 5, 6)
_WEEKS: Final = (1, 2, 3, 4, 5)
_MONTHS: Final = tuple(range(1, 13))


@dataclass(frozen=True, slots=True)
class Opening:
    """One kind of day it opens on, such as 第2・4水曜 10:00～12:00.

    ``weekdays`` count from Monday, which is 0; ``weeks`` of the month from 1, none for every week;
    ``months`` from 1, none for the whole year.  ``note`` follows in brackets.
    """

    weekdays: tuple[int, ...]
    weeks: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    starts_at: time | None = None
    ends_at: time | None = None
    note: str = ""


def checked_opening(opening: Opening) -> Opening:
    """Return it as it is stored: in order, each once, and all weeks or months as none.

    Raises ``Refusal`` without a weekday, or where it ends before it starts.
    """
    problems = {}
    weekdays = _within(opening.weekdays, EVERY_WEEKDAY)
    if not weekdays:
        problems["weekdays"] = "開催日の曜日を選んでください。"
    starts_at, ends_at = _minutes(opening.starts_at), _minutes(opening.ends_at)
    if starts_at is not None and ends_at is not None and ends_at <= starts_at:
        problems["ends_at"] = "終わる時刻が始まる時刻より前になっています。"
    if problems:
        raise Refusal("".join(problems.values()), fields=problems)
    return Opening(
        weekdays,
        _unless_all(_within(opening.weeks, _WEEKS), _WEEKS),
        _unless_all(_within(opening.months, _MONTHS), _MONTHS),
        starts_at,
        ends_at,
        _without_brackets(one_line(tidy(opening.note).text)),
    )


def checked_openings(openings: Iterable[Opening]) -> tuple[Opening, ...]:
    """Return all of them as they are stored, each once, in the order they are in."""
    return tuple(dict.fromkeys(checked_opening(one) for one in openings))


def plain(char: str) -> str:
    """Return a character in half width, where that is one character too."""
    half = unicodedata.normalize("NFKC", char)
    return half if len(half) == 1 else char


def _within(numbers: Sequence[int], known: Sequence[int]) -> tuple[int, ...]:
    return tuple(number for number in known if number in numbers)


def _unless_all(numbers: tuple[int, ...], known: tuple[int, ...]) -> tuple[int, ...]:
    return () if numbers == known else numbers


def _minutes(at: time | None) -> time | None:
    return None if at is None else time(at.hour, at.minute)


def _without_brackets(text: str) -> str:
    # The note stands in brackets itself; those in it would end it where it is read again.
    return "".join({"(": "〔", ")": "〕"}.get(plain(char), char) for char in text)
