"""Ending the matches of supporters who are erased: past months count them, later ones do not."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.matching.commands.request_state import keep_state
from app.matching.match import MatchState
from app.matching.match_way import GOING_ON, PENDING
from app.matching.tables import HelpRequest, Match, MatchStep
from app.storage.base import moment
from app.storage.bulk import add_rows
from app.storage.erasing import overwrite_rows


def end_matches(session: Session, supporters: Collection[int]) -> None:
    """End what these supporters were doing as of today, and cancel what they were asked for.

    The requests need somebody again.
    """
    today = moment(session).date()
    for states, ending in ((GOING_ON, MatchState.ENDED), (PENDING, MatchState.CANCELLED)):
        found = select(Match.id, Match.request_id, Match.ends_on).where(
            Match.supporter_id.in_(supporters), Match.state.in_(states), Match.deleted_at.is_(None)
        )
        rows = session.execute(found).all()
        step = {"state": ending, "starts_on": today, "note": ""}
        add_rows(session, MatchStep, [{"match_id": row.id, **step} for row in rows])
        ended = {"state": ending.value, "follow_up_on": None}
        if ending is MatchState.ENDED:
            ended["ends_on"] = today.isoformat()
        overwrite_rows(session, Match.__tablename__, {row.id: ended for row in rows})
        for request in {row.request_id for row in rows} - {None}:
            keep_state(session, session.get_one(HelpRequest, request))
    session.flush()
