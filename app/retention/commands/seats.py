"""Ending the seats on councils of people who are erased: past days count them, later ones not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.council.tables import CouncilMember
from app.storage.base import moment
from app.storage.erasing import overwrite_rows


def end_seats(session: Session, seats: Collection[int]) -> None:
    """Let those of these seats end yesterday that still run, or were to begin."""
    yesterday = moment(session).date() - timedelta(days=1)
    running = select(CouncilMember.id).where(
        CouncilMember.id.in_(seats),
        CouncilMember.ends_on.is_(None) | (CouncilMember.ends_on > yesterday),
    )
    end = {"ends_on": yesterday.isoformat()}
    keys = session.scalars(running).all()
    overwrite_rows(session, CouncilMember.__tablename__, dict.fromkeys(keys, end))
