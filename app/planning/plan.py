"""The annual plan (年間事業計画) and its review; sections 2.8, 3.10 and 3.11."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from app.kernel.labelled import Labelled

PlanItemId = NewType("PlanItemId", int)


class Grade(Labelled):
    """自己評価."""

    A = "a", "A 十分にできた"
    B = "b", "B おおむねできた"
    C = "c", "C 一部できなかった"
    D = "d", "D できなかった"


@dataclass(frozen=True, slots=True)
class PlanYearDraft:
    """The words of a fiscal year's plan and of its annual report."""

    vision: str = ""
    policy: str = ""
    priorities: str = ""
    structure: str = ""
    overview: str = ""
    """総括 of the year, for the annual report."""
    problems: str = ""
    proposals: str = ""
    """次年度の提案."""


@dataclass(frozen=True, slots=True)
class PlanItemDraft:
    """One project (事業) of a year under a duty.

    ``months`` are bits, April first.  ``measure`` names what counts the actual by itself (see
    ``app.planning.measures``); without one ``actual`` is typed.
    """

    fiscal_year: int
    duty_id: int
    title: str
    purpose: str = ""
    content: str = ""
    months: int = 0
    measure: str = ""
    indicator: str = ""
    unit: str = ""
    target: int | None = None
    actual: int | None = None


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What came of an item: 実施内容, 成果, 課題, 次年度の方向性, 自己評価."""

    done: str = ""
    outcome: str = ""
    problems: str = ""
    direction: str = ""
    grade: Grade | None = None
