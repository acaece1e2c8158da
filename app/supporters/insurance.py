"""ボランティア活動保険: which days a cover of one fiscal year holds.

Cover runs from 1 April to 31 March.  Who joins while the year runs is covered from the day after
the day of joining (domain description, 2.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.supporters.supporter import InsurancePlan


@dataclass(frozen=True, slots=True)
class InsuranceDraft:
    """A cover of one fiscal year; ``fiscal_year`` is its first calendar year, ``premium`` yen."""

    fiscal_year: int
    joined_on: date
    plan: InsurancePlan = InsurancePlan.BASIC
    premium: int = 0
    joined_through: str = ""
    note: str = ""


def cover(year: FiscalYear, joined_on: date) -> tuple[date, date]:
    """Return the first and last day of the cover.

    Raises ``Refusal`` where no day would be covered, or where somebody is said to have joined
    more than a year before it begins.
    """
    if joined_on >= year.last_day:
        text = f"加入日が{year}の補償の終わりより後です。年度か加入日を確かめてください。"
        raise Refusal(text, fields={"joined_on": text})
    if joined_on < year.previous.first_day:
        text = f"加入日が{year}より1年以上前です。年度か加入日を確かめてください。"
        raise Refusal(text, fields={"joined_on": text})
    return max(joined_on + timedelta(days=1), year.first_day), year.last_day
