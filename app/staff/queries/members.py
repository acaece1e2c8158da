"""Who works in the office on a day or ever did, and for how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.tables import Person
from app.contacts.term import TermState, term_state
from app.kernel.errors import Refusal
from app.kernel.folding import fold
from app.staff.checks import change_warning
from app.staff.full_time import staff_equivalent
from app.staff.staff_member import StaffMemberDraft, StaffMemberId, StaffRole
from app.staff.tables import StaffMember

_ORDER = {role: place for place, role in enumerate(StaffRole)}
_FIELDS = tuple(field.name for field in fields(StaffMemberDraft))


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A term with the name of who has it; ``warning`` says what a change of coordinator lacks."""

    id: StaffMemberId
    name: str
    kana: str
    draft: StaffMemberDraft
    warning: str

    @property
    def equivalent(self) -> Fraction:
        """Return the term as so many full-timers (常勤換算)."""
        return staff_equivalent([self.draft])

    def state(self, day: date) -> TermState:
        """Return how the term stands to a day."""
        return term_state(self.draft.starts_on, self.draft.ends_on, day)


@dataclass(frozen=True, slots=True)
class StaffListing:
    """Every term by role, of one role the newest first, narrowed by a name."""

    text: str = ""

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({StaffMember.__tablename__, Person.__tablename__})

    def keys(self, session: Session) -> Sequence[int]:
        words = [fold(word) for word in self.text.split()]
        return [
            row.id
            for row in staff(session)
            if all(
                word in fold(f"{row.name}\n{row.kana}\n{row.draft.role.label}") for word in words
            )
        ]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, StaffRow]:
        wanted = set(keys)
        return {row.id: row for row in staff(session) if row.id in wanted}


def staff(session: Session, day: date | None = None) -> tuple[StaffRow, ...]:
    """Return who works here on a day, without one everybody who ever did or will.

    By role, of one role the newest term first; who was put into the bin stays by name.
    """
    query = (
        select(StaffMember, Person)
        .join(Person, Person.id == StaffMember.person_id)
        .order_by(StaffMember.starts_on.desc().nulls_last(), Person.sort_key, StaffMember.id)
    )
    found = session.execute(query).all()
    drafts = [_draft(row) for row, _ in found]
    rows = [
        StaffRow(
            StaffMemberId(row.id),
            _whole(person.family_name, person.given_name),
            _whole(person.family_kana, person.given_kana),
            draft,
            change_warning(draft, follows=_follows(draft, drafts)),
        )
        for (row, person), draft in zip(found, drafts, strict=True)
    ]
    chosen = [row for row in rows if day is None or row.state(day) is TermState.CURRENT]
    return tuple(sorted(chosen, key=lambda row: _ORDER[row.draft.role]))


def staff_member(session: Session, member: StaffMemberId) -> StaffRow:
    """Return one term; refuse where there is none."""
    for row in staff(session):
        if row.id == member:
            return row
    raise Refusal("この職員の記録は削除されています。一覧から選び直してください。")


def full_time_equivalent(session: Session, day: date) -> Fraction:
    """Return the staff of a day as so many full-timers, one decimal, rounded down."""
    return staff_equivalent(row.draft for row in staff(session, day))


def current_coordinator(session: Session, day: date) -> StaffRow | None:
    """Return who is coordinator on a day, of several the newest; nothing where nobody is."""
    rows = (row for row in staff(session, day) if row.draft.role is StaffRole.COORDINATOR)
    return next(rows, None)


def _follows(draft: StaffMemberDraft, others: Iterable[StaffMemberDraft]) -> bool:
    """Return whether somebody else was in the same role before a term began."""
    if draft.starts_on is None:
        return False
    return any(
        one.role is draft.role
        and one.person_id != draft.person_id
        and (one.starts_on is None or one.starts_on < draft.starts_on)
        for one in others
    )


def _draft(row: StaffMember) -> StaffMemberDraft:
    values: dict[str, Any] = {name: getattr(row, name) for name in _FIELDS}
    return StaffMemberDraft(**values)


def _whole(family: str, given: str) -> str:
    return "　".join(part for part in (family, given) if part)
