"""地域ケア会議: how many were held in each district and at how many the coordinator was.

The share is an indicator the city is scored on [B40].  Only meetings that took place count; a
second-layer council that is its district's 地域ケア会議 as well counts with all of its meetings.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.council.council import CouncilId, Tier
from app.council.meeting import MeetingId, MeetingState
from app.council.queries.meetings import MeetingListing, MeetingRow, is_care, meetings
from app.council.tables import Council, Meeting
from app.kernel.figure import Counted, Figure
from app.kernel.fiscal_year import FiscalYear
from app.office import queries as office

WHOLE_CITY = "全市"


@dataclass(frozen=True, slots=True)
class Participation:
    """Meetings held, and those of them the coordinator took part in."""

    held: Figure
    attended: Figure

    @property
    def rate(self) -> Fraction | None:
        """Return the share attended; nothing where none was held."""
        return Fraction(self.attended.count, self.held.count) if self.held.count else None


@dataclass(frozen=True, slots=True)
class DistrictParticipation:
    """A district's year; ``months`` are April to March.  ``district_id`` is none for 全市."""

    district_id: int | None
    district: str
    centre: str
    year: Participation
    months: tuple[Participation, ...]


@dataclass(frozen=True, slots=True)
class CareMeetings:
    """All districts' year and its total; every held meeting is in exactly one line and month."""

    year: FiscalYear
    districts: tuple[DistrictParticipation, ...]
    total: DistrictParticipation


def care_meetings(session: Session, year: FiscalYear) -> CareMeetings:
    """Return what was held and attended in a year by district, in the order of the master.

    Meetings of councils without a district stand in a last line, where there are any.
    """
    listing = MeetingListing(year=year, state=MeetingState.HELD, care=True)
    rows = meetings(session, listing.keys(session))
    lines = [
        _line(
            year, one.id, one.name, one.centre, [row for row in rows if row.district_id == one.id]
        )
        for one in office.districts(session)
    ]
    city_wide = [row for row in rows if row.district_id is None]
    if city_wide:
        lines.append(_line(year, None, WHOLE_CITY, "", city_wide))
    return CareMeetings(year, tuple(lines), _line(year, None, "計", "", rows))


def care_meeting_of(session: Session, district_id: int, day: date) -> MeetingId | None:
    """Return the 地域ケア会議 of a district on a day, called off ones left out."""
    query = (
        select(Meeting.id)
        .join(Council, Council.id == Meeting.council_id)
        .where(
            is_care(),
            Council.deleted_at.is_(None),
            Council.district_id == district_id,
            Meeting.held_on == day,
            Meeting.state != MeetingState.CANCELLED,
        )
        .order_by(Meeting.id)
    )
    found = session.scalars(query).first()
    return None if found is None else MeetingId(found)


def care_meetings_among(session: Session, meetings: Collection[int]) -> frozenset[int]:
    """Return which of these meetings are 地域ケア会議 of councils that are not in the bin."""
    query = (
        select(Meeting.id)
        .join(Council, Council.id == Meeting.council_id)
        .where(is_care(), Council.deleted_at.is_(None), Meeting.id.in_(meetings))
    )
    return frozenset(session.scalars(query))


def care_council(session: Session, district_id: int, day: date) -> CouncilId | None:
    """Return what was a district's 地域ケア会議 on a day: its own before a council that is both."""
    query = select(Council.id, Council.tier).where(
        is_care(),
        Council.deleted_at.is_(None),
        or_(Council.established_on.is_(None), Council.established_on <= day),
        or_(Council.ended_on.is_(None), Council.ended_on >= day),
        Council.district_id == district_id,
    )
    found = sorted(session.execute(query), key=lambda one: (one.tier is not Tier.CARE, one.id))
    return CouncilId(found[0].id) if found else None


def _line(
    year: FiscalYear, key: int | None, name: str, centre: str, rows: Sequence[MeetingRow]
) -> DistrictParticipation:
    months = tuple(
        _participation(row for row in rows if first <= row.held_on <= last)
        for first, last in year.months
    )
    return DistrictParticipation(key, name, centre, _participation(rows), months)


def _participation(rows: Iterable[MeetingRow]) -> Participation:
    held = sorted(rows, key=lambda row: (row.held_on, row.id))
    return Participation(
        Figure(Counted.MEETING, tuple(row.id for row in held)),
        Figure(Counted.MEETING, tuple(row.id for row in held if row.attended)),
    )
