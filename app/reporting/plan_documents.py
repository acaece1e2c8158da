"""The documents of plans in the catalogue: 年間事業計画書 and 活動評価・活動計画."""

from __future__ import annotations

from app.reporting import annual_plan, plan_and_review, plan_examples
from app.reporting.catalogue import Ask, Document

DOCUMENTS = (
    Document(
        "annual-plan",
        "年間事業計画書",
        (Ask.YEAR,),
        annual_plan.make,
        plan_examples.ANNUAL_PLAN,
        frozenset({"計画.事業名"}),
        has_order=False,
    ),
    Document(
        "plan-and-review",
        "活動評価・活動計画",
        (Ask.YEAR,),
        plan_and_review.make,
        plan_examples.PLAN_AND_REVIEW,
        frozenset({"評価と計画.事業名"}),
        has_order=False,
    ),
)
