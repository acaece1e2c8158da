"""The disposals there were."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.retention.rule import DisposalRow
from app.retention.tables import Disposal


def disposals(session: Session, year: FiscalYear | None = None) -> tuple[DisposalRow, ...]:
    """Return the disposals of a fiscal year, or all, oldest first."""
    query = select(Disposal).order_by(Disposal.disposed_on, Disposal.id)
    if year is not None:
        query = query.where(Disposal.disposed_on.between(year.first_day, year.last_day))
    return tuple(
        DisposalRow(row.id, row.disposed_on, row.kind, dict(row.counts), row.reason, row.by)
        for row in session.scalars(query)
    )
