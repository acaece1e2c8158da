"""The Japanese fiscal year (年度), by which every figure in this system is cut."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from app.kernel.eras import BY_SIGN, ERAS, Era, year_text
from app.kernel.errors import Refusal
from app.kernel.text import quoted

_FIRST_MONTH = 4
_EARLIEST = 1873
_LATEST = 2199
_FIRST_PLANNED = 1990
_AHEAD = 10
_PATTERN = re.compile(
    r"(?:西暦|(?P<sign>" + "|".join(sorted(BY_SIGN, key=len, reverse=True)) + r"))?"
    r"\s*(?P<year>元|[0-9]{1,4})\s*(?:年度?|FY)?",
)


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """The twelve months from 1 April of ``start`` to 31 March of the year after."""

    start: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the fiscal year that contains ``day``."""
        return cls(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a year as people write it: 2026, 令和8年度, R8, 平成31年度 (which is 2019).

        Raises ``Refusal`` where the text is not a year, or a bare number without an era.
        """
        found = _PATTERN.fullmatch(unicodedata.normalize("NFKC", text).strip().upper())
        if found is None:
            raise Refusal(_not_understood(text))
        era = BY_SIGN.get(found["sign"] or "")
        year = 1 if found["year"] == "元" else int(found["year"])
        start = era.calendar_year(year) if era and year else year
        if not _EARLIEST <= start <= _LATEST or (era is not None and not year):
            raise Refusal(_not_understood(text))
        return cls(start)

    @property
    def first_day(self) -> date:
        return date(self.start, _FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        return date(self.start + 1, _FIRST_MONTH, 1) - timedelta(days=1)

    @property
    def next(self) -> FiscalYear:
        return FiscalYear(self.start + 1)

    @property
    def previous(self) -> FiscalYear:
        return FiscalYear(self.start - 1)

    @property
    def months(self) -> tuple[tuple[date, date], ...]:
        """Return the first and last days of the twelve months, April first."""
        return tuple(self.month((number + 2) % 12 + 1) for number in range(1, 13))

    @property
    def short(self) -> str:
        """Write the year briefly, as in file names: R8; before 明治6年 in numbers."""
        era = self._era()
        return f"{era.letter}{era.year_of(self.start)}" if era else str(self.start)

    def month(self, number: int) -> tuple[date, date]:
        """Return the first and last day of a calendar month that falls in this year."""
        first = date(self.start + (number < _FIRST_MONTH), number, 1)
        after = date(first.year + number // 12, number % 12 + 1, 1)
        return first, after - timedelta(days=1)

    def name(self, *, by_first_day: bool = False) -> str:
        """Write the year as city forms do: 令和8年度, and 令和元年度 for 2019.

        ``by_first_day`` is the office's other way, after the era of 1 April: 平成31年度.
        """
        era = self._era(by_first_day=by_first_day)
        if era is None:
            return f"{self.start}年度"
        return f"{era.name}{year_text(era.year_of(self.start))}年度"

    def _era(self, *, by_first_day: bool = False) -> Era | None:
        if by_first_day:
            return next((era for era in ERAS if self.first_day >= era.first_day), None)
        return next((era for era in ERAS if self.start >= era.first_fiscal_year), None)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __str__(self) -> str:
        return self.name()


def year_problem(year: FiscalYear, today: date) -> str:
    """Say that a year is one nobody plans for; nothing where it may be right.

    A slip of typing: 7 for 令和7, or 206 for 2026.
    """
    first, last = FiscalYear(_FIRST_PLANNED), FiscalYear(FiscalYear.of(today).start + _AHEAD)
    if first <= year <= last:
        return ""
    return f"年度は{first}から{last}までで選んでください。"


def check_year(year: FiscalYear, today: date, field: str = "fiscal_year") -> None:
    """Refuse a year nobody plans for."""
    if problem := year_problem(year, today):
        raise Refusal(problem, {field: problem})


def _not_understood(text: str) -> str:
    return (
        f"{quoted(text)}を年度として読み取れません。"
        "「令和8年度」「R8」「2026」のように入力してください。"
    )
