"""What the year's plan aims at and how far it has got in a month: for forms that show both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.planning import queries as planning
from app.planning.months import months_text
from app.planning.plan import PlanItemDraft
from app.planning.queries import Counting
from app.reporting.spans import Pair, Spans


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """An item of the plan; ``counted`` is nothing where its actual is typed once a year."""

    sign: str
    duty: str
    draft: PlanItemDraft
    when: str
    counted: Pair | None


def planned_lines(
    session: Session, year: FiscalYear, first: date, last: date
) -> tuple[PlannedLine, ...]:
    """Return the items of a year's plan with what was done in a month of it and since April."""
    month, since = Counting(session, first, last), Counting(session, year.first_day, last)

    def counted(measure: str, duty: int) -> Pair | None:
        if not measure:
            return None
        return Spans(month.figure(measure, duty), since.figure(measure, duty))

    return tuple(
        PlannedLine(
            row.duty.sign,
            row.duty.short_name or row.duty.name,
            row.draft,
            months_text(row.draft.months),
            counted(row.draft.measure, row.duty.id),
        )
        for row in planning.item_rows(session, year)
    )
