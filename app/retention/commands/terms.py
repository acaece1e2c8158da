"""Ending the terms of people who are erased: past days count them, later ones not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.council.tables import CouncilMember
from app.staff.tables import StaffMember
from app.storage.base import moment
from app.storage.erasing import overwrite_rows

TERMS = (CouncilMember, StaffMember)
"""Whose rows are terms: seats on councils, terms of staff."""


def end_terms(
    session: Session, kind: type[CouncilMember] | type[StaffMember], keys: Collection[int]
) -> None:
    """Let those of these terms end yesterday that still run, or were to begin."""
    yesterday = moment(session).date() - timedelta(days=1)
    running = select(kind.id).where(
        kind.id.in_(keys), kind.ends_on.is_(None) | (kind.ends_on > yesterday)
    )
    end = {"ends_on": yesterday.isoformat()}
    overwrite_rows(session, kind.__tablename__, dict.fromkeys(session.scalars(running).all(), end))
