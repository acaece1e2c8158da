"""The list of requests for help (お手伝い希望票) and the card of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.derived import terms
from app.contacts.organisation import OrganisationId
from app.contacts.queries.keys import chunks, district_name
from app.contacts.tables import Organisation, Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource
from app.matching.match import MatchState
from app.matching.match_way import PENDING
from app.matching.need import NeedId
from app.matching.queries.matches import MatchListing, MatchRow, matches
from app.matching.queries.names import (
    level_name,
    request_has,
    request_kinds,
    supporter_names,
    whole_name,
)
from app.matching.request import RequestDraft, RequestId, RequestState
from app.matching.request_checks import BY_HAND, holds_place, request_doubts
from app.matching.schedule import schedule_text
from app.matching.tables import HandRaise, HelpRequest, Match, Need, RequestKind
from app.office.tables import District
from app.supporters.supporter import SupporterId

_COLUMNS = tuple(field.name for field in fields(RequestDraft) if field.name != "kinds")
_TABLES = frozenset(
    {
        HelpRequest.__tablename__,
        RequestKind.__tablename__,
        Organisation.__tablename__,
        LocalResource.__tablename__,
        District.__tablename__,
        Match.__tablename__,
    }
)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as lists show it.

    ``asked`` are all who were asked, ``agreed`` who help or have done all that was asked for:
    whoever gave regular help up left the place free.
    """

    id: RequestId
    number: str
    received_on: date
    state: RequestState
    organisation: str
    place: str
    title: str
    kinds: tuple[str, ...]
    district: str
    when: str
    people_wanted: int
    asked: int
    pending: int
    agreed: int
    due_on: date | None
    deleted_at: datetime | None

    @property
    def who(self) -> str:
        """Who asks: the place, else the organisation or the person who called."""
        return self.place or self.organisation


@dataclass(frozen=True, slots=True)
class HandRow:
    """A supporter who raised a hand for a request."""

    supporter: SupporterId
    name: str
    raised_on: date
    note: str


@dataclass(frozen=True, slots=True)
class RequestCard:
    """One request, what hangs on it and what is doubtful about it; ``draft`` is for the form."""

    id: RequestId
    draft: RequestDraft
    state: RequestState
    closed_on: date | None
    organisation: str
    place: str
    person: str
    district: str
    level: str
    kinds: tuple[str, ...]
    when: str
    need: NeedId | None
    need_number: str
    hands: tuple[HandRow, ...]
    matches: tuple[MatchRow, ...]
    doubts: Mapping[str, str]
    is_overdue: bool
    deleted_at: datetime | None

    @property
    def number(self) -> str:
        return self.draft.number

    @property
    def agreed(self) -> int:
        rhythm, last_day = self.draft.rhythm, self.draft.ends_on or self.draft.on_day
        return sum(holds_place(one.state, rhythm, last_day, one.ends_on) for one in self.matches)


@dataclass(frozen=True, slots=True)
class RequestListing:
    """The requests, the newest first, narrowed by words, state, district, kind, year or place.

    ``open_only`` leaves those that still need somebody: 受付 and 調整中.
    """

    text: str = ""
    state: RequestState | None = None
    district_id: int | None = None
    kind_id: int | None = None
    open_only: bool = False
    year: FiscalYear | None = None
    resource: LocalResourceId | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        return session.scalars(self.select_keys()).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, RequestRow]:
        return {row.id: row for row in requests(session, keys)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, for other features to join to."""
        query = select(HelpRequest.id).where(self._condition())
        return query.order_by(HelpRequest.received_on.desc(), HelpRequest.id.desc())

    def _condition(self) -> ColumnElement[bool]:
        column = HelpRequest.deleted_at
        conditions: list[ColumnElement[bool]] = [
            column.is_not(None) if self.binned else column.is_(None)
        ]
        conditions += [request_has(forms) for forms in terms(self.text)]
        if self.state is not None:
            conditions.append(HelpRequest.state == self.state)
        if self.open_only:
            conditions.append(HelpRequest.state.in_((RequestState.OPEN, RequestState.ASKING)))
        if self.district_id is not None:
            conditions.append(HelpRequest.district_id == self.district_id)
        if self.kind_id is not None:
            of_kind = select(RequestKind.request_id).where(RequestKind.kind_id == self.kind_id)
            conditions.append(HelpRequest.id.in_(of_kind))
        if self.resource is not None:
            conditions.append(HelpRequest.local_resource_id == self.resource)
        if self.year is not None:
            days = (self.year.first_day, self.year.last_day)
            conditions.append(HelpRequest.received_on.between(*days))
        return and_(*conditions)


def requests(session: Session, keys: Sequence[int]) -> list[RequestRow]:
    """Return these requests as rows of a list, the newest first."""
    kinds = request_kinds(session, keys)
    counts = _counts(session, keys)
    rows: list[RequestRow] = []
    for chunk in chunks(keys):
        query = (
            select(HelpRequest, Organisation.name, LocalResource.name, District.name)
            .outerjoin(Organisation, Organisation.id == HelpRequest.organisation_id)
            .outerjoin(LocalResource, LocalResource.id == HelpRequest.local_resource_id)
            .outerjoin(District, District.id == HelpRequest.district_id)
            .where(HelpRequest.id.in_(chunk))
        )
        rows += [
            _row(row, names, kinds.get(row.id, ()), counts.get(row.id, Counter()))
            for row, *names in session.execute(query)
        ]
    return sorted(rows, key=lambda one: (one.received_on, one.id), reverse=True)


def request_card(session: Session, request: RequestId, day: date) -> RequestCard:
    """Return everything about a request as on a day; refuse where there is none."""
    row = session.get(HelpRequest, request)
    if row is None:
        raise Refusal("この希望票は削除されています。一覧から選び直してください。")
    kinds = request_kinds(session, [row.id]).get(row.id, ())
    draft = _draft(row, tuple(key for key, _ in kinds))
    listed = MatchListing(request=request).keys(session)
    organisation = session.get(Organisation, row.organisation_id) if row.organisation_id else None
    place = session.get(LocalResource, row.local_resource_id) if row.local_resource_id else None
    is_open = row.state not in BY_HAND and row.state is not RequestState.FILLED
    return RequestCard(
        id=request,
        draft=draft,
        state=row.state,
        closed_on=row.closed_on,
        organisation="" if organisation is None else organisation.name,
        place="" if place is None else place.name,
        person=_person(session, row.person_id),
        district=district_name(session, row.district_id),
        level=level_name(session, row.level_id),
        kinds=tuple(name for _, name in kinds),
        when=schedule_text(draft),
        need=None if row.need_id is None else NeedId(row.need_id),
        need_number="" if row.need_id is None else session.get_one(Need, row.need_id).number,
        hands=hands(session, request),
        matches=tuple(matches(session, listed)),
        doubts=request_doubts(draft),
        is_overdue=is_open and row.due_on is not None and row.due_on < day,
        deleted_at=row.deleted_at,
    )


def request_drafts(session: Session, keys: Sequence[int]) -> dict[RequestId, RequestDraft]:
    """Return what is written about these requests, for documents and rankings."""
    kinds = request_kinds(session, keys)
    found: dict[RequestId, RequestDraft] = {}
    for chunk in chunks(keys):
        for row in session.scalars(select(HelpRequest).where(HelpRequest.id.in_(chunk))):
            of_row = tuple(key for key, _ in kinds.get(row.id, ()))
            found[RequestId(row.id)] = _draft(row, of_row)
    return found


def hands(session: Session, request: RequestId) -> tuple[HandRow, ...]:
    """Return who raised a hand for a request, the first first."""
    query = (
        select(HandRaise)
        .where(HandRaise.request_id == request)
        .order_by(HandRaise.raised_on, HandRaise.id)
    )
    rows = session.scalars(query).all()
    names = supporter_names(session, [row.supporter_id for row in rows])
    return tuple(
        HandRow(SupporterId(row.supporter_id), names[row.supporter_id], row.raised_on, row.note)
        for row in rows
    )


def requests_of(session: Session, organisation: OrganisationId) -> tuple[RequestRow, ...]:
    """Return the requests of an organisation, or for a place it runs, the newest first."""
    places = select(LocalResource.id).where(LocalResource.organisation_id == organisation)
    query = RequestListing().select_keys()
    mine = query.where(
        or_(
            HelpRequest.organisation_id == organisation,
            HelpRequest.local_resource_id.in_(places),
        )
    )
    return tuple(requests(session, session.scalars(mine).all()))


def requests_due(session: Session, until: date) -> tuple[RequestRow, ...]:
    """Return the requests that still need somebody and are due by a day, the first due first."""
    query = RequestListing(open_only=True).select_keys().where(HelpRequest.due_on <= until)
    rows = requests(session, session.scalars(query).all())
    return tuple(sorted(rows, key=lambda one: (one.due_on or until, one.id)))


_Reached = tuple[MatchState, date | None]


def _counts(session: Session, keys: Sequence[int]) -> dict[int, Counter[_Reached]]:
    """Count the matches of requests by their states and the days they ended."""
    found: dict[int, Counter[_Reached]] = defaultdict(Counter)
    for chunk in chunks(keys):
        query = (
            select(Match.request_id, Match.state, Match.ends_on, func.count())
            .where(Match.request_id.in_(chunk), Match.deleted_at.is_(None))
            .group_by(Match.request_id, Match.state, Match.ends_on)
        )
        for key, state, ended, count in session.execute(query):
            assert key is not None  # asked for
            found[key][state, ended] = count
    return found


def _row(
    row: HelpRequest,
    names: Sequence[Any],
    kinds: tuple[tuple[int, str], ...],
    counts: Counter[_Reached],
) -> RequestRow:
    organisation, place, district = names
    return RequestRow(
        id=RequestId(row.id),
        number=row.number,
        received_on=row.received_on,
        state=row.state,
        organisation=organisation or row.contact_name,
        place=place or "",
        title=row.title,
        kinds=tuple(name for _, name in kinds),
        district=district or "",
        when=schedule_text(_draft(row, ())),
        people_wanted=row.people_wanted,
        asked=counts.total(),
        pending=sum(count for (state, _), count in counts.items() if state in PENDING),
        agreed=sum(
            count
            for (state, ended), count in counts.items()
            if holds_place(state, row.rhythm, row.ends_on or row.on_day, ended)
        ),
        due_on=row.due_on,
        deleted_at=row.deleted_at,
    )


def _draft(row: HelpRequest, kinds: tuple[int, ...]) -> RequestDraft:
    return RequestDraft(**{name: getattr(row, name) for name in _COLUMNS}, kinds=kinds)


def _person(session: Session, person: int | None) -> str:
    if person is None:
        return ""
    row = session.get_one(Person, person)
    return whole_name(row.family_name, row.given_name)
