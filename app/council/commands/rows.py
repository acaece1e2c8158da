"""The rows a command works on, or a refusal where somebody removed them meanwhile."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.council.council import CouncilId, MemberId
from app.council.meeting import MeetingId, ResolutionId
from app.council.tables import Council, CouncilMember, Meeting, Resolution
from app.kernel.errors import Refusal
from app.storage.base import Base, moment
from app.storage.rows import any_row

RowT = TypeVar("RowT", bound=Base)


def council_row(session: Session, council: CouncilId) -> Council:
    """Return a council that is not in the bin, or refuse."""
    row = any_row(session, Council, council, "この会議体は削除されています。")
    if row.deleted_at is not None:
        raise Refusal(f"「{row.name}」はごみ箱にあります。先に「ごみ箱から戻す」を押してください。")
    return row


def member_row(session: Session, member: MemberId) -> CouncilMember:
    """Return a seat, or refuse."""
    row = any_row(session, CouncilMember, member, "この委員は削除されています。")
    council_row(session, CouncilId(row.council_id))
    return row


def meeting_row(session: Session, meeting: MeetingId) -> Meeting:
    """Return a meeting of a council that is not in the bin, or refuse."""
    row = any_row(session, Meeting, meeting, "この会議は削除されています。")
    council_row(session, CouncilId(row.council_id))
    return row


def check_open(meeting: Meeting) -> None:
    """Refuse to change what the minutes of a meeting say once they are final."""
    if meeting.minutes_confirmed_on is not None:
        raise Refusal(
            "この会議録は確定しています。直すには、先に会議の編集（F2）で確定日を消してください。"
        )


def resolution_row(session: Session, resolution: ResolutionId) -> Resolution:
    """Return a decision or homework, or refuse."""
    row = any_row(session, Resolution, resolution, "この決定事項・宿題は削除されています。")
    meeting_row(session, MeetingId(row.meeting_id))
    return row


def person_row(session: Session, person: PersonId) -> Person:
    """Return a person who can be chosen, or refuse."""
    row = any_row(session, Person, person, "この人は削除されています。選び直してください。")
    if row.deleted_at is not None:
        raise Refusal("この人はごみ箱にあります。先にごみ箱から戻すか、選び直してください。")
    return row


def not_later_than_today(session: Session, on: date, field: str = "on") -> None:
    """Refuse a day that is still to come."""
    if on > moment(session).date():
        text = "今日までの日を入力してください。"
        raise Refusal(text, {field: text})
