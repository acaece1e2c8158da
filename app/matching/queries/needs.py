"""The list of needs (支援ニーズ) and the card of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.derived import terms
from app.contacts.queries.keys import chunks, district_name
from app.contacts.tables import Organisation, Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.matching.need import Coping, Handling, NeedDraft, NeedId, Route, Urgency
from app.matching.queries.names import need_kinds, whole_name
from app.matching.request import RequestId
from app.matching.tables import HelpRequest, Need, NeedKind
from app.office.tables import District

_COLUMNS = tuple(field.name for field in fields(NeedDraft) if field.name != "kinds")
_TABLES = frozenset({Need.__tablename__, NeedKind.__tablename__, District.__tablename__})


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A need as lists show it."""

    id: NeedId
    number: str
    received_on: date
    route: Route
    district: str
    town: str
    kinds: tuple[str, ...]
    content: str
    urgency: Urgency
    coping: Coping | None
    handling: Handling
    handed_to: str
    handed_on: date | None
    check_on: date | None
    checked_on: date | None
    result: str
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class NeedCard:
    """One need with the names of what it refers to; ``draft`` is for the form.

    ``requests`` are the requests made out of it, key and number.
    """

    id: NeedId
    draft: NeedDraft
    person: str
    district: str
    kinds: tuple[str, ...]
    handed_to: str
    requests: tuple[tuple[RequestId, str], ...]
    check_is_due: bool
    deleted_at: datetime | None

    @property
    def number(self) -> str:
        return self.draft.number


@dataclass(frozen=True, slots=True)
class NeedListing:
    """The needs, the newest first, narrowed by words, handling, district, kind or fiscal year.

    ``to_check_by`` leaves those that were handed on and whose outcome is to be asked by a day.
    """

    text: str = ""
    handling: Handling | None = None
    district_id: int | None = None
    kind_id: int | None = None
    open_only: bool = False
    to_check_by: date | None = None
    year: FiscalYear | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        return session.scalars(self.select_keys()).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, NeedRow]:
        return {row.id: row for row in needs(session, keys)}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, for other features to join to."""
        query = select(Need.id).where(self._condition())
        return query.order_by(Need.received_on.desc(), Need.id.desc())

    def _condition(self) -> ColumnElement[bool]:
        conditions: list[ColumnElement[bool]] = [
            Need.deleted_at.is_not(None) if self.binned else Need.deleted_at.is_(None)
        ]
        conditions += [
            or_(*(func.instr(Need.search_text, form) > 0 for form in forms))
            for forms in terms(self.text)
        ]
        if self.handling is not None:
            conditions.append(Need.handling == self.handling)
        if self.open_only:
            conditions.append(Need.handling != Handling.CLOSED)
        if self.district_id is not None:
            conditions.append(Need.district_id == self.district_id)
        if self.kind_id is not None:
            of_kind = select(NeedKind.need_id).where(NeedKind.kind_id == self.kind_id)
            conditions.append(Need.id.in_(of_kind))
        if self.to_check_by is not None:
            conditions += [Need.check_on <= self.to_check_by, Need.checked_on.is_(None)]
        if self.year is not None:
            conditions.append(Need.received_on.between(self.year.first_day, self.year.last_day))
        return and_(*conditions)


def needs(session: Session, keys: Sequence[int]) -> list[NeedRow]:
    """Return these needs as rows of a list, the newest first."""
    kinds = need_kinds(session, keys)
    rows: list[NeedRow] = []
    for chunk in chunks(keys):
        query = (
            select(Need, District.name)
            .outerjoin(District, District.id == Need.district_id)
            .where(Need.id.in_(chunk))
        )
        rows += [
            _row(row, district, tuple(name for _, name in kinds.get(row.id, ())))
            for row, district in session.execute(query)
        ]
    return sorted(rows, key=lambda one: (one.received_on, one.id), reverse=True)


def need_card(session: Session, need: NeedId, day: date) -> NeedCard:
    """Return everything about a need as on a day; refuse where there is none."""
    row = session.get(Need, need)
    if row is None:
        raise Refusal("このニーズは削除されています。一覧から選び直してください。")
    kinds = need_kinds(session, [row.id]).get(row.id, ())
    person = None if row.person_id is None else session.get_one(Person, row.person_id)
    organisation = session.get(Organisation, row.handed_to_id) if row.handed_to_id else None
    made = select(HelpRequest.id, HelpRequest.number).where(
        HelpRequest.need_id == row.id, HelpRequest.deleted_at.is_(None)
    )
    return NeedCard(
        id=need,
        draft=NeedDraft(
            **{name: getattr(row, name) for name in _COLUMNS}, kinds=tuple(key for key, _ in kinds)
        ),
        person="" if person is None else whole_name(person.family_name, person.given_name),
        district=district_name(session, row.district_id),
        kinds=tuple(name for _, name in kinds),
        handed_to=row.handed_to or ("" if organisation is None else organisation.name),
        requests=tuple((RequestId(key), number) for key, number in session.execute(made)),
        check_is_due=row.checked_on is None and row.check_on is not None and row.check_on <= day,
        deleted_at=row.deleted_at,
    )


def _row(row: Need, district: str | None, kinds: tuple[str, ...]) -> NeedRow:
    return NeedRow(
        id=NeedId(row.id),
        number=row.number,
        received_on=row.received_on,
        route=row.route,
        district=district or "",
        town=row.town,
        kinds=kinds,
        content=row.content,
        urgency=row.urgency,
        coping=row.coping,
        handling=row.handling,
        handed_to=row.handed_to,
        handed_on=row.handed_on,
        check_on=row.check_on,
        checked_on=row.checked_on,
        result=row.result,
        deleted_at=row.deleted_at,
    )
