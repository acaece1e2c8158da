"""The list of councils and the card of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks, district_name
from app.contacts.tables import Organisation, Person
from app.contacts.term import TermState, term_state
from app.council.council import SEATED, CouncilDraft, CouncilId, Tier
from app.council.meeting import MeetingState
from app.council.queries.drafts import council_draft
from app.council.queries.members import MemberRow, members, still_counts
from app.council.tables import Council, CouncilMember, Meeting
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office.tables import District

_TIERS = tuple(Tier)
_TABLES = frozenset(
    table.__tablename__ for table in (Council, CouncilMember, Meeting, Person, District)
)


@dataclass(frozen=True, slots=True)
class CouncilRow:
    """A council as lists show it; ``members`` and ``meetings`` (held) are those of a day's year.

    Without a day everybody with a seat and every meeting counts.
    """

    id: CouncilId
    name: str
    tier: Tier
    district: str
    care_too: bool
    members: int
    meetings: int
    meetings_a_year: int | None
    ended_on: date | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class CouncilCard:
    """One council as on a day; ``former`` are the seats that ended, ``coming`` those to begin."""

    id: CouncilId
    draft: CouncilDraft
    district: str
    organisation: str
    members: tuple[MemberRow, ...]
    former: tuple[MemberRow, ...]
    coming: tuple[MemberRow, ...]
    meetings: int
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class CouncilListing:
    """The councils by tier and district; those that ended on a day or before come last.

    ``day`` is the one their members are counted on, and its fiscal year that of the meetings.
    """

    tier: Tier | None = None
    binned: bool = False
    day: date | None = None

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        query = (
            select(Council.id, Council.tier, Council.ended_on)
            .outerjoin(District, District.id == Council.district_id)
            .where(self._condition())
            .order_by(func.coalesce(District.position, 0), Council.name, Council.id)
        )
        found = session.execute(query).all()
        return [
            row.id
            for row in sorted(
                found, key=lambda one: (one.ended_on is not None, _TIERS.index(one.tier))
            )
        ]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, CouncilRow]:
        return {row.id: row for row in councils(session, keys, self.day)}

    def _condition(self) -> ColumnElement[bool]:
        binned = Council.deleted_at.is_not(None) if self.binned else Council.deleted_at.is_(None)
        return binned if self.tier is None else and_(binned, Council.tier == self.tier)


def councils(
    session: Session, keys: Sequence[int], day: date | None = None
) -> tuple[CouncilRow, ...]:
    """Return these councils as rows of a list, in the order of the keys."""
    seats = _seats(session, day)
    held = _held(session, day)
    found: dict[int, CouncilRow] = {}
    for chunk in chunks(keys):
        query = (
            select(Council, District.name)
            .outerjoin(District, District.id == Council.district_id)
            .where(Council.id.in_(chunk))
        )
        for row, district in session.execute(query):
            found[row.id] = CouncilRow(
                CouncilId(row.id),
                row.name,
                row.tier,
                district or "",
                row.care_too,
                seats[row.id],
                held[row.id],
                row.meetings_a_year,
                row.ended_on,
                row.deleted_at,
            )
    return tuple(found[key] for key in keys if key in found)


def council_card(session: Session, council: CouncilId, day: date) -> CouncilCard:
    """Return everything about a council as on a day; refuse where there is none."""
    row = session.get(Council, council)
    if row is None:
        raise Refusal("この会議体は削除されています。一覧から選び直してください。")
    organisation = session.get(Organisation, row.organisation_id) if row.organisation_id else None
    seats = members(session, council)
    by_state = {
        state: tuple(one for one in seats if one.state(day) is state) for state in TermState
    }
    return CouncilCard(
        council,
        council_draft(row),
        district_name(session, row.district_id),
        "" if organisation is None else organisation.name,
        by_state[TermState.CURRENT],
        by_state[TermState.PAST],
        by_state[TermState.FUTURE],
        _held(session, day)[council],
        row.deleted_at,
    )


def _seats(session: Session, day: date | None) -> Counter[int]:
    """Count by council who sits there, nobody twice."""
    query = (
        select(
            CouncilMember.council_id,
            CouncilMember.person_id,
            CouncilMember.starts_on,
            CouncilMember.ends_on,
        )
        .join(Person, Person.id == CouncilMember.person_id)
        .where(still_counts(), CouncilMember.office.in_(SEATED))
    )
    seated = {
        (council, person)
        for council, person, first, last in session.execute(query)
        if day is None or term_state(first, last, day) is TermState.CURRENT
    }
    return Counter(council for council, _ in seated)


def _held(session: Session, day: date | None) -> Counter[int]:
    query = (
        select(Meeting.council_id, func.count())
        .where(Meeting.state == MeetingState.HELD)
        .group_by(Meeting.council_id)
    )
    if day is not None:
        query = query.where(Meeting.fiscal_year == FiscalYear.of(day).start)
    return Counter(dict(session.execute(query).all()))
