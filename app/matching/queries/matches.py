"""The list of matches, and the places where somebody helps at present."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.contacts.derived import terms
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation, Person
from app.kernel.fiscal_year import FiscalYear
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource
from app.matching.match import Answer, MatchId, MatchState
from app.matching.match_way import GOING_ON, OPEN
from app.matching.queries.names import request_has, whole_name
from app.matching.request import RequestId
from app.matching.tables import HelpRequest, Match
from app.supporters.supporter import SupporterId
from app.supporters.tables import ActivityLevel, Supporter

_TABLES = frozenset(
    {
        Match.__tablename__,
        HelpRequest.__tablename__,
        Supporter.__tablename__,
        Person.__tablename__,
        LocalResource.__tablename__,
        Organisation.__tablename__,
        ActivityLevel.__tablename__,
    }
)
_OWN = aliased(LocalResource)
_THEIRS = aliased(LocalResource)


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match as lists show it; ``place`` is the place, else the organisation or who asks."""

    id: MatchId
    state: MatchState
    supporter: SupporterId
    person: PersonId
    supporter_number: str
    name: str
    level: str
    request: RequestId | None
    request_number: str
    title: str
    place: str
    resource: LocalResourceId | None
    asked_on: date
    answer: Answer | None
    decline_reason: str
    meeting_on: date | None
    agreed_on: date | None
    starts_on: date | None
    ends_on: date | None
    follow_up_on: date | None

    @property
    def what(self) -> str:
        """What it is about, in one line: the place, and the title where that says more."""
        return "　".join(dict.fromkeys(part for part in (self.place, self.title) if part))


@dataclass(frozen=True, slots=True)
class MatchListing:
    """The matches, the newest asked first, narrowed by words, state, supporter, place or year."""

    text: str = ""
    state: MatchState | None = None
    open_only: bool = False
    supporter: SupporterId | None = None
    request: RequestId | None = None
    resource: LocalResourceId | None = None
    district_id: int | None = None
    year: FiscalYear | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        return session.scalars(self.select_keys()).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, MatchRow]:
        return {row.id: row for row in matches(session, keys)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, for other features to join to."""
        return (
            select(Match.id)
            .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
            .outerjoin(_OWN, _OWN.id == Match.local_resource_id)
            .join(Supporter, Supporter.id == Match.supporter_id)
            .join(Person, Person.id == Supporter.person_id)
            .where(self._condition())
            .order_by(Match.asked_on.desc(), Match.id.desc())
        )

    def _condition(self) -> ColumnElement[bool]:
        conditions = [Match.deleted_at.is_not(None) if self.binned else shown()]
        for forms in terms(self.text):
            columns = (Person.search_text, _OWN.search_text)
            named = (func.instr(column, form) > 0 for column in columns for form in forms)
            conditions.append(or_(request_has(forms), *named))
        if self.open_only:
            conditions.append(Match.state.in_(OPEN))
        if self.resource is not None:
            at = or_(
                Match.local_resource_id == self.resource,
                HelpRequest.local_resource_id == self.resource,
            )
            conditions.append(at)
        if self.district_id is not None:
            district = func.coalesce(HelpRequest.district_id, _OWN.district_id)
            conditions.append(district == self.district_id)
        if self.year is not None:
            conditions.append(Match.asked_on.between(self.year.first_day, self.year.last_day))
        for column, wanted in (
            (Match.state, self.state),
            (Match.supporter_id, self.supporter),
            (Match.request_id, self.request),
        ):
            if wanted is not None:
                conditions.append(column == wanted)
        return and_(*conditions)


def shown() -> ColumnElement[bool]:
    """Return what holds of a match that counts: neither it nor its request is in the bin.

    The statement must join the requests.
    """
    return and_(Match.deleted_at.is_(None), HelpRequest.deleted_at.is_(None))


def matches(session: Session, keys: Sequence[int]) -> list[MatchRow]:
    """Return these matches as rows of a list, the newest asked first."""
    rows: list[MatchRow] = []
    for chunk in chunks(keys):
        rows += [_row(*found) for found in session.execute(_ROWS.where(Match.id.in_(chunk)))]
    return sorted(rows, key=lambda one: (one.asked_on, one.id), reverse=True)


def of_people_here(session: Session, rows: Sequence[MatchRow]) -> list[MatchRow]:
    """Leave out the matches of people in the bin or erased: nobody can be asked any more."""
    gone: set[int] = set()
    for chunk in chunks(list({row.person for row in rows})):
        query = select(Person.id).where(Person.id.in_(chunk), Person.deleted_at.is_not(None))
        gone.update(session.scalars(query))
    return [row for row in rows if row.person not in gone]


def matches_dealt_with(session: Session, first: date, last: date) -> tuple[MatchRow, ...]:
    """Return the matches somebody was asked for, met at or agreed to in a span of days."""
    days = (Match.asked_on, Match.meeting_on, Match.agreed_on)
    query = MatchListing().select_keys().where(or_(*(day.between(first, last) for day in days)))
    return tuple(matches(session, session.scalars(query).all()))


def matches_of(session: Session, supporter: SupporterId) -> tuple[MatchRow, ...]:
    """Return all matches of a supporter, the newest first."""
    listing = MatchListing(supporter=supporter)
    return tuple(matches(session, listing.keys(session)))


def current_places(
    session: Session, supporters: Sequence[SupporterId]
) -> dict[SupporterId, tuple[str, ...]]:
    """Return where supporters help at present (成立・活動中), those who do."""
    found: dict[SupporterId, list[str]] = defaultdict(list)
    for chunk in chunks(supporters):
        query = (
            select(Match.id)
            .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
            .where(shown(), Match.supporter_id.in_(chunk), Match.state.in_(GOING_ON))
        )
        for row in matches(session, session.scalars(query).all()):
            found[row.supporter].append(row.place or row.title)
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


_ROWS = (
    select(Match, Supporter, Person, HelpRequest, _OWN, _THEIRS.name, Organisation.name)
    .add_columns(ActivityLevel.name)
    .join(Supporter, Supporter.id == Match.supporter_id)
    .join(Person, Person.id == Supporter.person_id)
    .outerjoin(HelpRequest, HelpRequest.id == Match.request_id)
    .outerjoin(_OWN, _OWN.id == Match.local_resource_id)
    .outerjoin(_THEIRS, _THEIRS.id == HelpRequest.local_resource_id)
    .outerjoin(Organisation, Organisation.id == HelpRequest.organisation_id)
    .outerjoin(ActivityLevel, ActivityLevel.id == Match.level_id)
)


def _row(
    row: Match,
    supporter: Supporter,
    person: Person,
    request: HelpRequest | None,
    own: LocalResource | None,
    *names: Any,
) -> MatchRow:
    theirs, organisation, level = names
    if request is not None:
        place = theirs or organisation or request.contact_name
        resource, title, number = request.local_resource_id, request.title, request.number
    else:
        place = own.name if own is not None else ""
        resource, title, number = row.local_resource_id, own.supporters_work if own else "", ""
    return MatchRow(
        id=MatchId(row.id),
        state=row.state,
        supporter=SupporterId(supporter.id),
        person=PersonId(person.id),
        supporter_number=supporter.number,
        name=whole_name(person.family_name, person.given_name),
        level=level or "",
        request=None if row.request_id is None else RequestId(row.request_id),
        request_number=number,
        title=title,
        place=place,
        resource=None if resource is None else LocalResourceId(resource),
        asked_on=row.asked_on,
        answer=row.answer,
        decline_reason=row.decline_reason,
        meeting_on=row.meeting_on,
        agreed_on=row.agreed_on,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        follow_up_on=row.follow_up_on,
    )
