"""Seats on a council: who sits on it, for which term, and renewing all of them at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.term import TermState, term_state, terms_meet
from app.council.checks import checked_member
from app.council.commands.rows import council_row, member_row, person_row
from app.council.council import CouncilId, MemberDraft, MemberId
from app.council.seat_term import usual_end
from app.council.tables import CouncilMember
from app.kernel.errors import Refusal
from app.matching.queries.names import whole_name
from app.storage.rows import write


def add_member(session: Session, council: CouncilId, draft: MemberDraft) -> MemberId:
    """Give a person a seat and return its key; refuse a second one in the same days."""
    council_row(session, council)
    draft = checked_member(draft)
    _check_seat(session, council, draft, None)
    row = CouncilMember(council_id=council, **asdict(draft))
    session.add(row)
    session.flush()
    return MemberId(row.id)


def change_member(session: Session, member: MemberId, draft: MemberDraft) -> None:
    """Replace what is written about a seat."""
    row = member_row(session, member)
    draft = checked_member(draft)
    _check_seat(session, CouncilId(row.council_id), draft, member)
    write(row, asdict(draft))


def remove_member(session: Session, member: MemberId) -> None:
    """Delete a seat written down by mistake; who leaves has a last day instead."""
    session.delete(member_row(session, member))


def renew_members(
    session: Session,
    council: CouncilId,
    first: date,
    last: date | None = None,
    *,
    members: Collection[MemberId] | None = None,
) -> tuple[MemberId, ...]:
    """Give whoever sits until a term begins the next one (再任), and return the new seats.

    ``last`` is that of the usual term unless given; ``members`` are those who go on, all unless
    given.  Seats without an end then end the day before.  Who has a seat in the new term already
    is passed over.  The new seats are not yet appointed (委嘱).
    """
    council_row(session, council)
    before = first - timedelta(days=1)
    query = select(CouncilMember).where(CouncilMember.council_id == council)
    rows = session.scalars(query.order_by(CouncilMember.id)).all()
    going = [
        row
        for row in rows
        if term_state(row.starts_on, row.ends_on, before) is TermState.CURRENT
        and (members is None or row.id in members)
    ]
    added = []
    for row in going:
        if row.ends_on is None or row.ends_on >= first:
            row.ends_on = before
    session.flush()
    for row in going:
        draft = _next_seat(row, first, last or usual_end(first))
        if not _clash(session, council, draft, None):
            added.append(add_member(session, council, draft))
    if not added:
        raise Refusal("再任する委員がいません。任期の始まりの日を確かめてください。")
    return tuple(added)


def _next_seat(row: CouncilMember, first: date, last: date) -> MemberDraft:
    return MemberDraft(
        PersonId(row.person_id),
        row.standing,
        row.office,
        None if row.organisation_id is None else OrganisationId(row.organisation_id),
        row.post,
        first,
        last,
    )


def _check_seat(
    session: Session, council: CouncilId, draft: MemberDraft, member: MemberId | None
) -> None:
    person = person_row(session, draft.person_id)
    if _clash(session, council, draft, member):
        text = (
            f"{whole_name(person.family_name, person.given_name)}さんは、"
            "この期間にすでに委員になっています。任期を確かめてください。"
        )
        raise Refusal(text, {"person_id": text})


def _clash(
    session: Session, council: CouncilId, draft: MemberDraft, member: MemberId | None
) -> bool:
    query = select(CouncilMember).where(
        CouncilMember.council_id == council, CouncilMember.person_id == draft.person_id
    )
    return any(
        row.id != member and terms_meet(row.starts_on, row.ends_on, draft.starts_on, draft.ends_on)
        for row in session.scalars(query)
    )
