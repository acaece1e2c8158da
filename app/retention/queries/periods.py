"""For how long each kind of data is kept."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.retention.rule import DEFAULT_YEARS, DataKind
from app.retention.tables import RetentionRule


def retention_years(session: Session) -> Mapping[DataKind, int]:
    """Return for how many fiscal years each kind of data is kept."""
    stored = {row.kind: row.years for row in session.scalars(select(RetentionRule))}
    return {kind: stored.get(kind, DEFAULT_YEARS[kind]) for kind in DataKind}
