"""Who sits on a council, and which terms come to an end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Organisation, Person
from app.contacts.term import TermState, term_state
from app.council.council import CouncilId, MemberDraft, MemberId, Office
from app.council.queries.drafts import member_draft
from app.council.tables import Council, CouncilMember
from app.matching.queries.names import whole_name

_ORDER = {office: place for place, office in enumerate(Office)}


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A seat with the names of who sits on it and of what organisation."""

    id: MemberId
    council_id: CouncilId
    council: str
    person_id: PersonId
    name: str
    kana: str
    phone: str
    organisation: str
    draft: MemberDraft

    @property
    def seat(self) -> str:
        """Return organisation and post in one: 港町町会 会長."""
        return seat_text(self.organisation, self.draft.post)

    def state(self, day: date) -> TermState:
        """Return how the term stands to a day."""
        return term_state(self.draft.starts_on, self.draft.ends_on, day)


def members(session: Session, council: CouncilId, day: date | None = None) -> tuple[MemberRow, ...]:
    """Return who sits on a council on a day, without one everybody who ever did.

    Chair first, then in 五十音 order; of one person the newest term first.  On a day nobody sits
    there twice, as they might after two records were merged: the higher office counts.
    """
    rows = _found(session, CouncilMember.council_id == council)
    if day is None:
        return tuple(rows)
    seated: dict[PersonId, MemberRow] = {}
    for row in rows:
        if row.state(day) is TermState.CURRENT:
            seated.setdefault(row.person_id, row)
    return tuple(seated.values())


def seats_of(session: Session, person: PersonId) -> tuple[MemberRow, ...]:
    """Return every seat of a person, the newest first."""
    rows = _found(session, CouncilMember.person_id == person, Council.deleted_at.is_(None))
    return tuple(sorted(rows, key=lambda row: row.draft.starts_on or date.min, reverse=True))


def ending_terms(session: Session, first: date, last: date) -> tuple[MemberRow, ...]:
    """Return the seats whose last day is one of these, the soonest first.

    Who already has a later term on the same council is not among them, nor councils that ended.
    """
    later = CouncilMember.__table__.alias("later")
    goes_on = (
        select(later.c.id)
        .where(
            later.c.person_id == CouncilMember.person_id,
            later.c.council_id == CouncilMember.council_id,
            later.c.starts_on > CouncilMember.ends_on,
        )
        .exists()
    )
    rows = _found(
        session,
        CouncilMember.ends_on.between(first, last),
        Council.deleted_at.is_(None),
        (Council.ended_on.is_(None)) | (Council.ended_on > CouncilMember.ends_on),
        ~goes_on,
    )
    return tuple(sorted(rows, key=lambda row: row.draft.ends_on or last))


def still_counts() -> ColumnElement[bool]:
    """Return what holds of a person whose seat counts: not in the bin, or erased for good.

    Who was erased bears no name any more, and past days count them all the same.
    """
    return or_(Person.deleted_at.is_(None), Person.merged_into_id == Person.id)


def seat_text(organisation: str, post: str) -> str:
    """Return whom somebody speaks for, in one."""
    return " ".join(part for part in (organisation, post) if part)


def _found(session: Session, *conditions: Any) -> Sequence[MemberRow]:
    query = (
        select(CouncilMember, Council.name, Person, Organisation.name)
        .join(Council, Council.id == CouncilMember.council_id)
        .join(Person, Person.id == CouncilMember.person_id)
        .outerjoin(Organisation, Organisation.id == CouncilMember.organisation_id)
        .where(still_counts(), *conditions)
        .order_by(Person.sort_key, Person.id, CouncilMember.starts_on.desc(), CouncilMember.id)
    )
    rows = [
        MemberRow(
            MemberId(row.id),
            CouncilId(row.council_id),
            council,
            PersonId(row.person_id),
            whole_name(person.family_name, person.given_name),
            whole_name(person.family_kana, person.given_kana),
            person.phone or person.mobile,
            organisation or "",
            member_draft(row),
        )
        for row, council, person, organisation in session.execute(query)
    ]
    return sorted(rows, key=lambda row: _ORDER[row.draft.office])
