"""The list of entries of the daily log."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.derived import terms
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.contacts.queries.keys import chunks
from app.contacts.tables import Organisation, Person
from app.council.meeting import MeetingState
from app.council.queries.meetings import is_care
from app.council.tables import Council, Meeting
from app.daily_log.log_entry import Link, LogEntryId, Means, SupportSort
from app.daily_log.queries.links import links_of
from app.daily_log.tables import LogContact, LogEntry, LogLink
from app.duties import queries as duties
from app.duties.duty import DutyRow
from app.duties.tables import ActivityKind, Duty
from app.office.tables import District

_TABLES = frozenset(
    {LogEntry.__tablename__, LogContact.__tablename__, LogLink.__tablename__}
    | {"duty", "activity_kind", "district", "person", "organisation", "meeting", "council"}
)


@dataclass(frozen=True, slots=True)
class LogRow:
    """An entry as lists show it; ``people`` is how many were reached (延べ), 0 if unknown."""

    id: LogEntryId
    on_day: date
    starts_at: time | None
    ends_at: time | None
    minutes: int | None
    duty: DutyRow
    kind: str
    means: Means
    support: SupportSort
    place: str
    district: str
    with_whom: str
    people: int
    title: str
    content: str
    result: str
    next_step: str
    next_on: date | None
    next_done_on: date | None
    to_city: bool
    report_text: str
    distance_km: int | None
    fare: int | None
    care: bool
    links: tuple[Link, ...]
    deleted_at: datetime | None

    @property
    def told(self) -> str:
        """What the city reads: the text for it, or the content, or the title."""
        return self.report_text or self.content or self.title


@dataclass(frozen=True, slots=True)
class LogListing:
    """The entries, the newest first, narrowed by words, days and whatever an entry says."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    duty_id: int | None = None
    kind_id: int | None = None
    means: Means | None = None
    district_id: int | None = None
    person: PersonId | None = None
    organisation: OrganisationId | None = None
    link: Link | None = None
    to_city: bool | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        return session.scalars(self.select_keys()).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, LogRow]:
        return {row.id: row for row in entries(session, [LogEntryId(key) for key in keys])}

    def select_keys(self) -> Select[int]:
        """Return the statement that gives the keys, for other features to join to."""
        query = select(LogEntry.id).where(self._condition())
        return query.order_by(
            LogEntry.on_day.desc(), LogEntry.starts_at.desc().nulls_last(), LogEntry.id.desc()
        )

    def _condition(self) -> ColumnElement[bool]:
        conditions: list[ColumnElement[bool]] = [
            LogEntry.deleted_at.is_not(None) if self.binned else LogEntry.deleted_at.is_(None)
        ]
        conditions += [
            or_(*(func.instr(LogEntry.search_text, form) > 0 for form in forms), _with(forms))
            for forms in terms(self.text)
        ]
        if self.first is not None:
            conditions.append(LogEntry.on_day >= self.first)
        if self.last is not None:
            conditions.append(LogEntry.on_day <= self.last)
        conditions += [
            column == value
            for column, value in (
                (LogEntry.kind_id, self.kind_id),
                (LogEntry.means, self.means),
                (LogEntry.district_id, self.district_id),
                (LogEntry.to_city, self.to_city),
            )
            if value is not None
        ]
        if self.duty_id is not None:
            name = select(Duty.name).where(Duty.id == self.duty_id).scalar_subquery()
            conditions.append(LogEntry.duty_id.in_(select(Duty.id).where(Duty.name == name)))
        return and_(*conditions, *self._around())

    def _around(self) -> list[ColumnElement[bool]]:
        """Return the conditions on whom an entry was with and what it was about."""
        found: list[ColumnElement[bool]] = [
            LogEntry.id.in_(select(LogContact.entry_id).where(column == key))
            for column, key in (
                (LogContact.person_id, self.person),
                (LogContact.organisation_id, self.organisation),
            )
            if key is not None
        ]
        if self.link is not None:
            column = getattr(LogLink, f"{self.link.kind.value}_id")
            found.append(LogEntry.id.in_(select(LogLink.entry_id).where(column == self.link.key)))
        return found


def _with(forms: Sequence[str]) -> ColumnElement[bool]:
    """Return what holds of an entry with somebody who is found by one of these words."""
    found = or_(
        *(
            func.instr(column, form) > 0
            for column in (Person.search_text, Organisation.search_text)
            for form in forms
        )
    )
    return LogEntry.id.in_(
        select(LogContact.entry_id)
        .outerjoin(Person, Person.id == LogContact.person_id)
        .outerjoin(Organisation, Organisation.id == LogContact.organisation_id)
        .where(found)
    )


def entries(session: Session, keys: Sequence[LogEntryId]) -> list[LogRow]:
    """Return these entries as rows of a list, the newest first."""
    if not keys:
        return []
    known = duties.duties(session)
    contacts = _contacts(session, keys)
    links = links_of(session, keys)
    care = care_districts(session, keys)
    rows: list[LogRow] = []
    for chunk in chunks(keys):
        query = (
            select(LogEntry, ActivityKind.name, District.name)
            .outerjoin(ActivityKind, ActivityKind.id == LogEntry.kind_id)
            .outerjoin(District, District.id == LogEntry.district_id)
            .where(LogEntry.id.in_(chunk))
        )
        rows += [
            _row(
                row,
                known[row.duty_id],
                (kind or "", district or ""),
                contacts.get(row.id, ((), 0)),
                links.get(row.id, ()),
                care=row.id in care,
            )
            for row, kind, district in session.execute(query)
        ]
    return sorted(
        rows, key=lambda one: (one.on_day, one.starts_at or time.min, one.id), reverse=True
    )


def entries_about(session: Session, link: Link) -> list[LogRow]:
    """Return the entries about one thing, the newest first."""
    keys = LogListing(link=link).keys(session)
    return entries(session, [LogEntryId(key) for key in keys])


def care_districts(session: Session, keys: Sequence[int]) -> Mapping[int, int | None]:
    """Return by entry the district of the 地域ケア会議 it is about, entries of none left out.

    A meeting that was called off, or of a council in the bin, is none.
    """
    found: dict[int, int | None] = {}
    for chunk in chunks(keys):
        query = (
            select(LogLink.entry_id, Council.district_id)
            .join(Meeting, Meeting.id == LogLink.meeting_id)
            .join(Council, Council.id == Meeting.council_id)
            .where(
                LogLink.entry_id.in_(chunk),
                is_care(),
                Council.deleted_at.is_(None),
                Meeting.state != MeetingState.CANCELLED,
            )
        )
        found |= dict(session.execute(query).all())
    return found


_Contacts = tuple[tuple[str, ...], int]
"""What those an entry was with are called, and how many of them are people."""


def _contacts(session: Session, keys: Sequence[int]) -> Mapping[int, _Contacts]:
    names: dict[int, list[str]] = defaultdict(list)
    people: dict[int, set[int]] = defaultdict(set)
    for chunk in chunks(keys):
        query = (
            select(
                LogContact.entry_id,
                Organisation.name,
                Person.id,
                Person.family_name,
                Person.given_name,
            )
            .outerjoin(Organisation, Organisation.id == LogContact.organisation_id)
            .outerjoin(Person, Person.id == LogContact.person_id)
            .where(LogContact.entry_id.in_(chunk))
            .order_by(LogContact.id)
        )
        for entry, organisation, person, family, given in session.execute(query):
            parts = (organisation, "　".join(part for part in (family, given) if part))
            names[entry].append("　".join(part for part in parts if part))
            people[entry] |= {person} - {None}
    return {key: (tuple(some), len(people[key])) for key, some in names.items()}


def _row(
    row: LogEntry,
    duty: DutyRow,
    named: tuple[str, str],
    contacts: _Contacts,
    links: tuple[Link, ...],
    *,
    care: bool,
) -> LogRow:
    return LogRow(
        id=LogEntryId(row.id),
        on_day=row.on_day,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        minutes=row.minutes,
        duty=duty,
        kind=named[0],
        means=row.means,
        support=row.support,
        place=row.place,
        district=named[1],
        with_whom="、".join(name for name in contacts[0] if name),
        people=contacts[1] if row.people_count is None else row.people_count,
        title=row.title,
        content=row.content,
        result=row.result,
        next_step=row.next_step,
        next_on=row.next_on,
        next_done_on=row.next_done_on,
        to_city=row.to_city,
        report_text=row.report_text,
        distance_km=row.distance_km,
        fare=row.fare,
        care=care,
        links=links,
        deleted_at=row.deleted_at,
    )
