"""To which fiscal year an entry belongs: in April and May last year's books are still open.

出納整理: what was ordered and delivered by the end of March is paid until the end of May and
belongs to the year before (section 4.2, the double period).
"""

from __future__ import annotations

from datetime import date

from app.kernel.fiscal_year import FiscalYear
from app.kernel.wareki import format_day

_LAST_MONTH = 5


def last_open_day(year: FiscalYear) -> date:
    """Return the day on which the books of a year close: 31 May after it."""
    return date(year.start + 1, _LAST_MONTH, 31)


def year_of_entry(day: date, chosen: FiscalYear) -> FiscalYear:
    """Return where an entry of a day belongs when it is typed into the books of a year.

    It is the year chosen as long as the books of that are open; else the year of the day.
    """
    return chosen if chosen.first_day <= day <= last_open_day(chosen) else FiscalYear.of(day)


def closing_sentence(day: date, year: FiscalYear) -> str:
    """Say that a day is odd for an entry of a year; blank where it is not."""
    if day < year.first_day:
        return f"{format_day(day)}は{year}が始まる前の日です。年度を確かめてください。"
    if day > last_open_day(year):
        return (
            f"{year}の出納整理は{format_day(last_open_day(year))}までです。"
            "日付か年度を確かめてください。"
        )
    return ""
