"""What councils say of a person's timeline: seats taken and left, and meetings attended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.council import queries as council
from app.council.meeting import MeetingState, Presence
from app.council.queries import MeetingRow, MemberRow
from app.council.tables import Attendee, Council, Meeting
from app.timeline.event import Event, EventKind
from app.timeline.owner import Owner

_CAME = (Presence.PRESENT, Presence.PROXY)


def council_events(session: Session, owner: Owner, limit: int) -> Iterator[Event]:
    """Give the terms of a person's seats, and the meetings they or somebody for them came to."""
    if owner.person is None:
        return
    for seat in council.seats_of(session, owner.person):
        if seat.draft.starts_on is not None:
            yield _of_seat(seat, seat.draft.starts_on, "委員に就任")
        if seat.draft.ends_on is not None:
            yield _of_seat(seat, seat.draft.ends_on, "任期の終わり")
    yield from _attended(session, owner.person, limit)


def _of_seat(seat: MemberRow, on: date, word: str) -> Event:
    return Event(
        on,
        EventKind.COUNCIL,
        f"{seat.council}　{seat.draft.office.label}",
        detail=seat.seat,
        word=word,
        place="council",
        target="council",
        key=int(seat.council_id),
        order=seat.id,
    )


def _attended(session: Session, person: int, limit: int) -> Iterator[Event]:
    query = (
        select(Attendee.meeting_id, Attendee.presence, Attendee.proxy_name)
        .join(Meeting, Meeting.id == Attendee.meeting_id)
        .join(Council, Council.id == Meeting.council_id)
        .where(
            Attendee.person_id == person,
            Attendee.presence.in_(_CAME),
            Meeting.state == MeetingState.HELD,
            Council.deleted_at.is_(None),
        )
        .order_by(Meeting.held_on.desc())
        .limit(limit)
    )
    found = {key: (presence, proxy) for key, presence, proxy in session.execute(query)}
    for row in council.meetings(session, list(found)):
        presence, proxy = found[row.id]
        yield _of_meeting(row, presence, proxy)


def _of_meeting(row: MeetingRow, presence: Presence | None, proxy: str) -> Event:
    sent = presence is Presence.PROXY
    return Event(
        row.held_on,
        EventKind.COUNCIL,
        f"第{row.number}回　{row.council}",
        row.starts_at,
        detail=f"代理　{proxy}" if sent and proxy else "、".join(row.agenda),
        word="代理が会議に出席" if sent else "会議に出席",
        place="council",
        target="meeting",
        key=int(row.id),
        order=row.id,
    )
