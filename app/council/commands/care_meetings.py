"""地域ケア会議 the coordinator took part in, written down from the log in one step."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Session

from app.council.commands.councils import add_council, care_draft
from app.council.commands.meetings import add_meeting
from app.council.commands.rows import meeting_row, not_later_than_today
from app.council.council import CouncilDraft, CouncilId
from app.council.meeting import MeetingDraft, MeetingId, MeetingState
from app.council.queries.care_meetings import care_council, care_meeting_of
from app.council.queries.drafts import meeting_draft
from app.council.tables import Meeting
from app.kernel.errors import Refusal
from app.office import queries as office
from app.storage.erasing import count_referring


def write_down_care_meeting(
    session: Session,
    district_id: int,
    day: date,
    *,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue: str = "",
    attended: bool = True,
) -> MeetingId:
    """Write down a 地域ケア会議 of a district that took place, and whether one was there.

    A meeting that is known on that day is used and marked as held; so is the council that is the
    district's 地域ケア会議.  Where there is none, it is added.  Times and venue fill blanks only.
    """
    not_later_than_today(session, day)
    known = care_meeting_of(session, district_id, day)
    if known is not None:
        row = meeting_row(session, known)
        row.state = MeetingState.HELD
        row.attended = attended
        row.starts_at = row.starts_at or starts_at
        row.ends_at = row.ends_at or ends_at
        row.venue = row.venue or venue.strip()
        return known
    council = care_council(session, district_id, day)
    if council is None:
        council = add_council(session, _council_of(session, district_id))
    return add_meeting(
        session,
        MeetingDraft(
            council,
            day,
            starts_at=starts_at,
            ends_at=ends_at,
            venue=venue,
            state=MeetingState.HELD,
            attended=attended,
        ),
    )


def take_back_care_meeting(
    session: Session,
    meeting: MeetingId,
    *,
    starts_at: time | None = None,
    ends_at: time | None = None,
    venue: str = "",
) -> None:
    """Delete a meeting that says only what the log said, when the log no longer does.

    One that something else refers to stays, and so does one in which anything else was written.
    """
    row = meeting_row(session, meeting)
    said = MeetingDraft(
        CouncilId(row.council_id),
        row.held_on,
        row.number,
        starts_at=starts_at,
        ends_at=ends_at,
        venue=venue,
        state=MeetingState.HELD,
        attended=row.attended,
    )
    session.flush()
    if meeting_draft(row) == said and not count_referring(session, Meeting.__tablename__, meeting):
        session.delete(row)
        session.flush()


def _council_of(session: Session, district_id: int) -> CouncilDraft:
    name = next((one.name for one in office.districts(session) if one.id == district_id), None)
    if name is None:
        raise Refusal("この圏域は削除されています。選び直してください。")
    return care_draft(name, district_id)
