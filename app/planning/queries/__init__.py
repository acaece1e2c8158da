"""What is asked about plans and their measures; every function only reads."""

from app.planning.queries.measures import Counting, count, measures
from app.planning.queries.plan import Plan, PlanListing, PlanRow, number_of, plan, plan_item
from app.planning.queries.plans import PlanItemRow, item_rows, items_with, words_of

__all__ = [
    "Counting",
    "Plan",
    "PlanItemRow",
    "PlanListing",
    "PlanRow",
    "count",
    "item_rows",
    "items_with",
    "measures",
    "number_of",
    "plan",
    "plan_item",
    "words_of",
]
