"""The weights of the ranking (重み): how much each criterion counts."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.matching.tables import RankingWeight


def set_weights(session: Session, points: Mapping[str, int]) -> None:
    """Keep how many points each criterion is worth at most."""
    known = {row.criterion: row for row in session.scalars(select(RankingWeight))}
    for criterion, worth in points.items():
        if criterion in known:
            known[criterion].points = worth
        else:
            session.add(RankingWeight(criterion=criterion, points=worth))
