"""The masters of supporters: levels of activity (活動レベル) and kinds of support (支援内容)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.office.master_row import MasterRow
from app.supporters.masters import SupportKindRow
from app.supporters.tables import ActivityLevel, SupportKind


def levels(session: Session) -> tuple[MasterRow, ...]:
    """Return every level of activity, the lowest first, retired ones among them."""
    columns = (ActivityLevel.id, ActivityLevel.name, ActivityLevel.position, ActivityLevel.retired)
    query = select(*columns).order_by(ActivityLevel.position, ActivityLevel.id)
    return tuple(MasterRow(*row) for row in session.execute(query))


def support_kinds(session: Session) -> tuple[SupportKindRow, ...]:
    """Return every kind of support in its order, retired ones among them."""
    query = select(SupportKind).order_by(SupportKind.position, SupportKind.id)
    return tuple(
        SupportKindRow(
            row.id,
            row.name,
            row.position,
            row.retired,
            row.short_name or row.name,
            row.distance_matters,
        )
        for row in session.scalars(query)
    )
