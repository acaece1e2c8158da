"""How a plan is said in lists and on cards: targets, actuals, rates."""

from __future__ import annotations

from app.planning.queries import PlanRow
from app.planning.queries.plan import Actual, number_of


def counted(actual: Actual, row: PlanRow) -> str:
    """Write an actual with its unit; nothing where none is known."""
    number = number_of(actual)
    return "" if number is None else f"{number:,}{row.draft.unit}"


def target_text(row: PlanRow) -> str:
    """Write the target with its unit."""
    return "" if row.draft.target is None else f"{row.draft.target:,}{row.draft.unit}"


def rate_text(row: PlanRow) -> str:
    """Write the rate in whole per cent."""
    return "" if row.rate is None else f"{round(row.rate * 100)}％"
