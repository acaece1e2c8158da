"""What supporters carry already, read at once for ranking."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from app.matching.match import Answer
from app.matching.match_way import OPEN
from app.matching.queries.matches import shown
from app.matching.tables import HelpRequest, Match
from app.matching.wanted import Load
from app.supporters.supporter import SupporterId

_YEAR = timedelta(days=365)


def loads(session: Session, day: date) -> dict[SupporterId, Load]:
    """Return what everybody carries who was ever asked.

    A match that does not say how often a month counts as once.
    """
    is_open = Match.state.in_(OPEN)
    answered = func.coalesce(Match.answered_on, Match.asked_on)
    refused = and_(Match.answer == Answer.DECLINED, answered > day - _YEAR, answered <= day)
    query = (
        select(
            Match.supporter_id,
            func.max(Match.asked_on),
            func.sum(case((refused, 1), else_=0)),
            func.sum(case((is_open, 1), else_=0)),
            func.sum(case((is_open, func.coalesce(HelpRequest.times_a_month, 1)), else_=0)),
        )
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(shown())
        .group_by(Match.supporter_id)
    )
    return {SupporterId(key): Load(*carried) for key, *carried in session.execute(query)}
