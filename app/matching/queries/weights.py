"""The weights of the ranking (重み): how much each criterion counts."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.matching.tables import RankingWeight


def stored_weights(session: Session) -> dict[str, int]:
    """Return how many points each criterion is worth at most, where the office decided that."""
    query = select(RankingWeight.criterion, RankingWeight.points)
    points: dict[str, int] = dict(session.execute(query).all())
    return points
