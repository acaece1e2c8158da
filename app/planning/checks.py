"""What the words and items of a plan must be before they are stored."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from app.contacts.checks import tidy_texts
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear, year_problem
from app.planning.measure import known_measure
from app.planning.months import ALL_YEAR
from app.planning.plan import PlanItemDraft, PlanYearDraft, ReviewDraft

DraftT = TypeVar("DraftT", PlanYearDraft, PlanItemDraft, ReviewDraft)
_MOST = 9_999_999
_NUMBER = "0から9,999,999までの数で入力してください。"


def checked_words(draft: PlanYearDraft) -> PlanYearDraft:
    """Return the words of a year as they are stored."""
    return _tidied(draft)


def checked_review(draft: ReviewDraft) -> ReviewDraft:
    """Return a review as it is stored."""
    return _tidied(draft)


def checked_item(draft: PlanItemDraft, today: date) -> PlanItemDraft:
    """Return an item as it is stored; one that counts by itself has the measure's words.

    Raises ``Refusal`` with a sentence for each field.
    """
    draft = _tidied(draft)
    problems: dict[str, str] = {}
    if not draft.title:
        problems["title"] = "事業名を入力してください。"
    if problem := year_problem(FiscalYear(draft.fiscal_year), today):
        problems["fiscal_year"] = problem
    if not 0 <= draft.months <= ALL_YEAR:
        problems["months"] = "時期（月）を選び直してください。"
    problems |= {
        name: f"{word}は{_NUMBER}"
        for name, word in (("target", "目標値"), ("actual", "実績"))
        if not in_range(getattr(draft, name))
    }
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return _measured(draft) if draft.measure else draft


def in_range(count: int | None) -> bool:
    """Return whether a count can be stored, nothing among them."""
    return count is None or 0 <= count <= _MOST


def _measured(draft: PlanItemDraft) -> PlanItemDraft:
    measure = known_measure(draft.measure)
    return replace(
        draft,
        indicator=draft.indicator or measure.name,
        unit=measure.unit,
        actual=None,
    )


def _tidied(draft: DraftT) -> DraftT:
    names = [field.name for field in fields(draft) if field.type == "str"]
    values: dict[str, Any] = {name: getattr(draft, name) for name in names}
    tidy_texts(values, names)
    return replace(draft, **values)
