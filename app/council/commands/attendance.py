"""Who is asked to a meeting, what they answer, and whether they came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Organisation, Person
from app.contacts.term import TermState, term_state
from app.council.checks import checked_attendee
from app.council.commands.resolutions import carry_over
from app.council.commands.rows import meeting_row, not_later_than_today, person_row
from app.council.meeting import AttendeeDraft, MeetingId, MeetingState, Presence, Reply
from app.council.queries.members import seat_text
from app.council.tables import Attendee, CouncilMember, Meeting
from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.storage.rows import write

_NOT_ASKED = "この人は会議に呼ばれていません。先に出席者に加えてください。"


def invite(
    session: Session, meeting: MeetingId, on: date | None = None, *, reply_by: date | None = None
) -> int:
    """Ask everybody who has a seat on the day of a meeting, and return how many came to be asked.

    ``on`` is the day the notice goes out; without one the list is made and nothing more is said.
    Undone homework of earlier meetings returns in the agenda.
    """
    row = meeting_row(session, meeting)
    if row.state is MeetingState.CANCELLED:
        raise Refusal("この会議は中止になっています。")
    _write_days(session, row, on, reply_by)
    known = set(session.scalars(select(Attendee.person_id).where(Attendee.meeting_id == meeting)))
    asked = 0
    for seat, organisation in _seats(session, row):
        if seat.person_id not in known:
            post = seat_text(organisation or "", seat.post)
            draft = AttendeeDraft(PersonId(seat.person_id), seat.office, post)
            session.add(Attendee(meeting_id=meeting, **asdict(draft)))
            known.add(seat.person_id)
            asked += 1
    session.flush()
    carry_over(session, meeting)
    return asked


def set_attendees(session: Session, meeting: MeetingId, drafts: Sequence[AttendeeDraft]) -> None:
    """Replace who is asked to a meeting, with what they answered and whether they came."""
    meeting_row(session, meeting)
    wanted = {draft.person_id: checked_attendee(draft) for draft in drafts}
    if len(wanted) < len(drafts):
        raise Refusal("同じ人が二度入っています。")
    query = select(Attendee).where(Attendee.meeting_id == meeting)
    known = {row.person_id: row for row in session.scalars(query)}
    for person, row in known.items():
        if person not in wanted:
            session.delete(row)
    session.flush()
    for person, draft in wanted.items():
        if person in known:
            write(known[person], asdict(draft))
        else:
            person_row(session, person)
            session.add(Attendee(meeting_id=meeting, **asdict(draft)))


def reply(
    session: Session,
    meeting: MeetingId,
    person: PersonId,
    answer: Reply | None,
    *,
    on: date | None = None,
    proxy_name: str = "",
) -> None:
    """Write down what somebody answered; nothing takes the answer back."""
    row = _attendee(session, meeting, person)
    if on is not None:
        not_later_than_today(session, on)
    row.reply = answer
    row.replied_on = on if answer is not None else None
    row.proxy_name = tidy(proxy_name).text if answer is Reply.PROXY else ""


def mark_presence(
    session: Session,
    meeting: MeetingId,
    marks: Mapping[PersonId, Presence | None],
    proxies: Mapping[PersonId, str] | None = None,
) -> None:
    """Mark who was there; ``proxies`` are the names of those who came for somebody."""
    held = meeting_row(session, meeting)
    not_later_than_today(session, held.held_on, "held_on")
    named = proxies or {}
    for person, mark in marks.items():
        row = _attendee(session, meeting, person)
        row.presence = mark
        if person in named:
            row.proxy_name = tidy(named[person]).text


def _attendee(session: Session, meeting: MeetingId, person: PersonId) -> Attendee:
    meeting_row(session, meeting)
    query = select(Attendee).where(Attendee.meeting_id == meeting, Attendee.person_id == person)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise Refusal(_NOT_ASKED)
    return row


def _write_days(session: Session, row: Meeting, on: date | None, reply_by: date | None) -> None:
    if on is not None:
        not_later_than_today(session, on)
        if on > row.held_on:
            text = "案内の日が開催日より後です。"
            raise Refusal(text, {"on": text})
        row.invited_on = on
    if reply_by is not None:
        if reply_by > row.held_on or (on is not None and reply_by < on):
            text = "回答の期限は、案内の日から開催日までの日にしてください。"
            raise Refusal(text, {"reply_by": text})
        row.reply_by = reply_by


def _seats(session: Session, row: Meeting) -> list[tuple[CouncilMember, str | None]]:
    """Return the seats of the day of a meeting with the organisation behind each."""
    query = (
        select(CouncilMember, Organisation.name)
        .join(Person, Person.id == CouncilMember.person_id)
        .outerjoin(Organisation, Organisation.id == CouncilMember.organisation_id)
        .where(CouncilMember.council_id == row.council_id, Person.deleted_at.is_(None))
        .order_by(CouncilMember.id)
    )
    return [
        (seat, name)
        for seat, name in session.execute(query)
        if term_state(seat.starts_on, seat.ends_on, row.held_on) is TermState.CURRENT
    ]
