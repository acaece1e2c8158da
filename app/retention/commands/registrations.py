"""Ending the registrations of people who are erased: past months count them, later ones do not."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.storage.base import moment
from app.storage.bulk import add_rows
from app.storage.erasing import overwrite_rows
from app.supporters.registration import STANDING
from app.supporters.supporter import SupporterState
from app.supporters.tables import Supporter, SupporterStateChange

_OPEN = STANDING | {SupporterState.PLANNED}


def end_registrations(session: Session, supporters: Collection[int]) -> None:
    """Cancel (取消) those of these registrations that still stand, as of today."""
    standing = select(Supporter.id).where(
        Supporter.id.in_(supporters), Supporter.state.in_(_OPEN), Supporter.deleted_at.is_(None)
    )
    keys = session.scalars(standing).all()
    ended = {
        "state": SupporterState.CANCELLED,
        "starts_on": moment(session).date(),
        "reason": None,
        "note": "",
    }
    add_rows(session, SupporterStateChange, [{"supporter_id": key, **ended} for key in keys])
    state = {"state": SupporterState.CANCELLED.value}
    overwrite_rows(session, Supporter.__tablename__, dict.fromkeys(keys, state))
