"""Keeping the state of a request with what becomes of its matches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.matching.commands.rows import supporter_name
from app.matching.match import MatchState
from app.matching.match_way import GOING_ON, PENDING
from app.matching.request_checks import is_done, state_from_matches
from app.matching.tables import HelpRequest, Match, MatchStep
from app.supporters.tables import Supporter


def keep_state(session: Session, row: HelpRequest) -> None:
    """Give a request the state its matches say, unless somebody decided otherwise."""
    last_day = row.ends_on or row.on_day
    state = state_from_matches(
        row.state,
        row.people_wanted,
        [(one.state, is_done(row.rhythm, last_day, one.ends_on)) for one in _matches(session, row)],
    )
    if row.state is not state:
        row.state = state


def going_on(session: Session, row: HelpRequest) -> list[str]:
    """Return the names of those whose help was agreed and is not over."""
    return [
        f"{supporter_name(session, session.get_one(Supporter, one.supporter_id))}さん"
        for one in _matches(session, row)
        if one.state in GOING_ON
    ]


def cancel_pending(session: Session, row: HelpRequest, on: date, why: str) -> None:
    """Let off who was still being asked; on the day of the last step where that lies later."""
    for one in _matches(session, row):
        if one.state in PENDING:
            newest = select(MatchStep.starts_on).where(MatchStep.match_id == one.id)
            day = max(on, *session.scalars(newest))
            one.state = MatchState.CANCELLED
            one.follow_up_on = None
            session.add(
                MatchStep(match_id=one.id, state=MatchState.CANCELLED, starts_on=day, note=why)
            )
    session.flush()


def _matches(session: Session, row: HelpRequest) -> Sequence[Match]:
    session.flush()
    query = select(Match).where(Match.request_id == row.id, Match.deleted_at.is_(None))
    return session.scalars(query.order_by(Match.id)).all()
