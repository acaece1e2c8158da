"""The words of a fiscal year's plan and of its annual report."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear, check_year
from app.planning.checks import checked_words
from app.planning.plan import PlanYearDraft
from app.planning.tables import PlanYear
from app.storage.base import moment


def set_plan_year(session: Session, year: FiscalYear, draft: PlanYearDraft) -> None:
    """Replace the words of a year, which is begun where there are none yet."""
    check_year(year, moment(session).date())
    values = asdict(checked_words(draft))
    row = session.scalars(select(PlanYear).where(PlanYear.fiscal_year == year.start)).first()
    if row is None:
        session.add(PlanYear(fiscal_year=year.start, **values))
        session.flush()
        return
    for name, value in values.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
