"""The weights of the ranking (重み): how much each criterion counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.matching.tables import RankingWeight

_MOST: Final = 100


def set_weights(session: Session, points: Mapping[str, int]) -> None:
    """Keep how many points each criterion is worth at most.

    Raises ``Refusal`` for a figure that is none of 0 to 100.
    """
    problems = {
        criterion: f"重みには 0 から {_MOST} までの数を入力してください。"
        for criterion, worth in points.items()
        if not 0 <= worth <= _MOST
    }
    if problems:
        raise Refusal(next(iter(problems.values())), problems)
    known = {row.criterion: row for row in session.scalars(select(RankingWeight))}
    for criterion, worth in points.items():
        if criterion in known:
            known[criterion].points = worth
        else:
            session.add(RankingWeight(criterion=criterion, points=worth))
