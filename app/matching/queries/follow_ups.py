"""What is to be asked again about matches: answers awaited, meetings, beginnings, how it goes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.matching.match_way import OPEN
from app.matching.queries.matches import MatchRow, matches, of_people_here, shown
from app.matching.tables import HelpRequest, Match


def follow_ups(session: Session, until: date) -> tuple[MatchRow, ...]:
    """Return the open matches to be followed up by a day, the oldest promise first."""
    query = (
        select(Match.id)
        .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
        .where(shown(), Match.state.in_(OPEN), Match.follow_up_on <= until)
    )
    rows = of_people_here(session, matches(session, session.scalars(query).all()))
    return tuple(sorted(rows, key=lambda row: (row.follow_up_on or until, row.id)))
