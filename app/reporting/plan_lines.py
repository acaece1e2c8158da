"""How plans are written: targets, actuals with their rate, and what came of an item."""

from __future__ import annotations

from app.planning.queries import PlanRow
from app.reporting.course_report import one_decimal


def target_text(row: PlanRow) -> str:
    """Write a target: 研修の修了者 40人; only what is measured where no number is set."""
    number = "" if row.draft.target is None else f"{row.draft.target:,}{row.draft.unit}"
    return "　".join(part for part in (row.draft.indicator, number) if part)


def actual_text(row: PlanRow) -> str:
    """Write an actual beside its target: 38人（目標40人・達成率95.0％）."""
    if row.done is None:
        return ""
    beside = []
    if row.draft.target is not None:
        beside.append(f"目標{row.draft.target:,}{row.draft.unit}")
    if row.rate is not None:
        beside.append(f"達成率{one_decimal(row.rate)}％")
    said = f"（{'・'.join(beside)}）" if beside else ""
    return f"{row.done:,}{row.draft.unit}{said}"


def together(*parts: str) -> str:
    """Put what is known under each other."""
    return "\n".join(part for part in parts if part)


def headed(*parts: tuple[str, str]) -> str:
    """Put texts under each other, each after what it is and a colon."""
    return together(*(f"{name}：{text}" for name, text in parts if text))
