"""What left the office in a year (提供記録)."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.office.exports import ExportRow
from app.office.queries import ExportListing
from app.office.tables import ExportRecord


def exports_of(session: Session, year: FiscalYear) -> tuple[ExportRow, ...]:
    """Return what was recorded in a fiscal year, oldest first."""
    days = year.first_day.isoformat(), year.last_day.isoformat()
    query = (
        select(ExportRecord.id)
        .where(func.date(ExportRecord.made_at).between(*days))
        .order_by(ExportRecord.made_at, ExportRecord.id)
    )
    keys = session.scalars(query).all()
    rows = ExportListing().rows(session, keys)
    return tuple(rows[key] for key in keys)
