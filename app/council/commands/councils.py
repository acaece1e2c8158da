"""Adding and changing councils (協議体), and the bin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.council.checks import check_meetings_within, checked_council
from app.council.commands.rows import council_row
from app.council.council import CouncilDraft, CouncilId, Tier
from app.council.meeting import MeetingState
from app.council.tables import Council, Meeting
from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.office import queries as office
from app.storage.base import moment
from app.storage.rows import any_row, write

_FIRST_A_YEAR = 4
_SECOND_A_YEAR = 6


def add_council(session: Session, draft: CouncilDraft) -> CouncilId:
    """Add a council and return its key; no two running ones may have the same name."""
    draft = checked_council(draft)
    _check_name(session, draft.name, None)
    row = Council(**asdict(draft), deleted_at=None)
    session.add(row)
    session.flush()
    return CouncilId(row.id)


def change_council(session: Session, council: CouncilId, draft: CouncilDraft) -> None:
    """Replace what is written about a council."""
    row = council_row(session, council)
    draft = checked_council(draft)
    _check_name(session, draft.name, council)
    check_meetings_within(draft, _days_of_meetings(session, council))
    write(row, asdict(draft))


def bin_council(session: Session, council: CouncilId) -> None:
    """Move a council to the bin, and out of every figure, with its meetings."""
    council_row(session, council).deleted_at = moment(session)


def restore_council(session: Session, council: CouncilId) -> None:
    """Take a council out of the bin, its meetings with it."""
    row = any_row(session, Council, council, "この会議体は削除されています。")
    if row.deleted_at is not None:
        if row.ended_on is None:
            _check_name(session, row.name, council)
        row.deleted_at = None


def seed_councils(session: Session) -> tuple[CouncilId, ...]:
    """Add the first-layer council and a second-layer one for each district, where there is none.

    The first meets about every quarter, the others about six times a year (S3).
    """
    known = session.execute(
        select(Council.tier, Council.district_id).where(Council.deleted_at.is_(None))
    ).all()
    wanted = []
    if not any(tier is Tier.FIRST for tier, _ in known):
        name = f"{office.settings(session).city}地域支えあい推進協議体"
        wanted.append(CouncilDraft(name, Tier.FIRST, meetings_a_year=_FIRST_A_YEAR))
    served = {district for tier, district in known if tier is Tier.SECOND}
    wanted += [
        second_layer_draft(district.name, district.id)
        for district in office.districts(session)
        if district.id not in served
    ]
    return tuple(add_council(session, draft) for draft in wanted)


def second_layer_draft(district: str, key: int) -> CouncilDraft:
    """Return the second-layer council of a district as an office begins with it."""
    name = f"{district}圏域 第2層協議体"
    return CouncilDraft(name, Tier.SECOND, key, meetings_a_year=_SECOND_A_YEAR)


def care_draft(district: str, key: int) -> CouncilDraft:
    """Return the 地域ケア会議 of a district as it is added when the first one is written down."""
    return CouncilDraft(f"{district}圏域 地域ケア会議", Tier.CARE, key)


def _days_of_meetings(session: Session, council: CouncilId) -> Sequence[date]:
    query = select(Meeting.held_on).where(
        Meeting.council_id == council, Meeting.state != MeetingState.CANCELLED
    )
    return session.scalars(query).all()


def _check_name(session: Session, name: str, council: CouncilId | None) -> None:
    same = select(Council.id).where(
        Council.name == name, Council.deleted_at.is_(None), Council.ended_on.is_(None)
    )
    if any(key != council for key in session.scalars(same)):
        text = f"会議体{quoted(name)}はすでにあります。どちらかの名称を変えてください。"
        raise Refusal(text, {"name": text})
