"""The list of resources, and their cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.card import Tab, joined_address
from app.contacts.derived import TAB_TITLES, TABS, tab_code, terms
from app.contacts.organisation import OrganisationId
from app.contacts.queries.entries import Entries
from app.contacts.queries.keys import CHUNK, chunks, district_name
from app.contacts.tables import Organisation
from app.kernel.errors import Refusal
from app.local_resources.freshness import fresh_since, is_stale
from app.local_resources.local_resource import (
    LocalResourceDraft,
    LocalResourceId,
    ResourceStatus,
    View,
)
from app.local_resources.queries.confirmations import confirmations
from app.local_resources.queries.openings import openings_of
from app.local_resources.resource_card import ResourceCard, ResourceRow
from app.local_resources.tables import LocalResource, ResourceKind
from app.office import queries as office
from app.office.tables import District, Setting

_FIELDS = tuple(field.name for field in fields(LocalResourceDraft))
RESOURCES: Final = Entries(LocalResource)
_TABLES = frozenset(
    table.__tablename__ for table in (LocalResource, ResourceKind, District, Organisation)
)


@dataclass(frozen=True, slots=True)
class ResourceListing:
    """The resources in 五十音 order, narrowed in any of these ways.

    ``stale_on`` keeps what has to be confirmed again on a day, by the office's setting;
    ``without_consent`` what is meant to be public and has no day of consent; ``without_place``
    what has no coordinates and has not ended.
    """

    text: str = ""
    kind_id: int | None = None
    district_id: int | None = None
    status: ResourceStatus | None = None
    view: View | None = None
    stale_on: date | None = None
    without_consent: bool = False
    without_place: bool = False
    takes_supporters: bool = False
    organisation_id: OrganisationId | None = None
    binned: bool = False
    tab: str = ""

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES if self.stale_on is None else _TABLES | {Setting.__tablename__}

    def keys(self, session: Session) -> Sequence[int]:
        months = 0 if self.stale_on is None else office.settings(session).stale_after_months
        query = (
            select(LocalResource.id)
            .where(self._condition(months))
            .order_by(LocalResource.sort_key, LocalResource.id)
        )
        if self.tab:
            query = query.where(LocalResource.sort_key.startswith(tab_code(self.tab)))
        return session.scalars(query).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, ResourceRow]:
        return {row.id: row for row in resources(session, keys)}

    def tabs(self, session: Session) -> tuple[Tab, ...]:
        """Return every tab with how many resources of this list stand under it."""
        months = 0 if self.stale_on is None else office.settings(session).stale_after_months
        code = func.substr(LocalResource.sort_key, 1, 1)
        query = select(code, func.count()).where(self._condition(months)).group_by(code)
        counts: dict[str, int] = dict(session.execute(query).all())
        return tuple(Tab(TAB_TITLES.get(tab, tab), counts.get(tab_code(tab), 0)) for tab in TABS)

    def _condition(self, months: int) -> ColumnElement[bool]:
        gone = LocalResource.deleted_at
        conditions: list[ColumnElement[bool]] = [
            gone.is_not(None) if self.binned else gone.is_(None)
        ]
        conditions += [
            or_(*(func.instr(LocalResource.search_text, form) > 0 for form in forms))
            for forms in terms(self.text)
        ]
        for column, wanted in (
            (LocalResource.kind_id, self.kind_id),
            (LocalResource.district_id, self.district_id),
            (LocalResource.status, self.status),
            (LocalResource.view, self.view),
            (LocalResource.organisation_id, self.organisation_id),
        ):
            if wanted is not None:
                conditions.append(column == wanted)
        if self.takes_supporters:
            conditions.append(LocalResource.takes_supporters.is_(True))
        if self.without_consent:
            conditions.append(lacks_consent())
        if self.without_place:
            conditions.append(_lacks_place())
        if self.stale_on is not None:
            conditions.append(stale_condition(self.stale_on, months))
        return and_(*conditions)


@dataclass(frozen=True, slots=True)
class KnownResource:
    """A stored resource that a list may name."""

    id: LocalResourceId
    draft: LocalResourceDraft
    binned: bool


def lacks_consent() -> ColumnElement[bool]:
    """Return the condition to be meant for the public without a day of consent."""
    return and_(LocalResource.view == View.PUBLIC, LocalResource.public_consent_on.is_(None))


def _lacks_place() -> ColumnElement[bool]:
    return and_(LocalResource.status != ResourceStatus.ENDED, LocalResource.latitude.is_(None))


def stale_condition(day: date, months: int) -> ColumnElement[bool]:
    """Return the condition to have to be confirmed again on a day; what has ended has not."""
    return and_(
        LocalResource.status != ResourceStatus.ENDED,
        or_(
            LocalResource.confirmed_on.is_(None),
            LocalResource.confirmed_on < fresh_since(day, months),
        ),
    )


def resources(session: Session, keys: Sequence[int]) -> list[ResourceRow]:
    """Return these resources as rows of a list, in 五十音 order."""
    rows: list[tuple[str, ResourceRow]] = []
    for chunk in chunks(keys):
        query = resource_rows().where(LocalResource.id.in_(chunk))
        rows += [(found[0].sort_key, _row(*found)) for found in session.execute(query)]
    if len(keys) > CHUNK:
        rows.sort(key=lambda pair: (pair[0], pair[1].id))
    return [row for _, row in rows]


def resources_of(session: Session, organisation: OrganisationId) -> tuple[ResourceRow, ...]:
    """Return what an organisation runs, without the bin, in 五十音 order."""
    return tuple(resources(session, ResourceListing(organisation_id=organisation).keys(session)))


def resource_card(session: Session, resource: LocalResourceId, day: date) -> ResourceCard:
    """Return everything about one resource as on a day."""
    found = session.execute(resource_rows().where(LocalResource.id == resource)).one_or_none()
    if found is None:
        raise Refusal("この社会資源は削除されています。")
    row, kind, organisation, _ = found
    months = office.settings(session).stale_after_months
    return ResourceCard(
        resource,
        resource_draft(row),
        openings_of(session, [resource]).get(resource, ()),
        kind or "",
        organisation or "",
        district_name(session, row.district_id),
        day,
        row.confirmed_on,
        row.status is not ResourceStatus.ENDED and is_stale(row.confirmed_on, day, months),
        confirmations(session, [resource]).get(resource, ()),
        row.deleted_at,
    )


def resource_drafts(
    session: Session, keys: Sequence[LocalResourceId]
) -> dict[LocalResourceId, LocalResourceDraft]:
    """Return what is written about these, as it can be changed and stored again."""
    columns = [getattr(LocalResource, name) for name in _FIELDS]
    found: dict[LocalResourceId, LocalResourceDraft] = {}
    for chunk in chunks(keys):
        query = select(LocalResource.id, *columns).where(LocalResource.id.in_(chunk))
        found.update(
            (LocalResourceId(row[0]), LocalResourceDraft(*row[1:]))
            for row in session.execute(query)
        )
    return found


def known_resources(session: Session) -> list[KnownResource]:
    """Return every resource, those in the bin too, for a list to be compared with."""
    query = select(LocalResource).order_by(LocalResource.sort_key, LocalResource.id)
    return [
        KnownResource(LocalResourceId(row.id), resource_draft(row), row.deleted_at is not None)
        for row in session.scalars(query)
    ]


def resource_draft(row: LocalResource) -> LocalResourceDraft:
    """Return what is written about a resource."""
    return LocalResourceDraft(**{name: getattr(row, name) for name in _FIELDS})


def resource_rows() -> Select[LocalResource, str, str, str]:
    """Return what reads resources with kind, organisation and district, in 五十音 order."""
    return (
        select(LocalResource, ResourceKind.name, Organisation.name, District.name)
        .outerjoin(ResourceKind, ResourceKind.id == LocalResource.kind_id)
        .outerjoin(Organisation, Organisation.id == LocalResource.organisation_id)
        .outerjoin(District, District.id == LocalResource.district_id)
        .order_by(LocalResource.sort_key, LocalResource.id)
    )


def _row(
    row: LocalResource, kind: str | None, organisation: str | None, district: str | None
) -> ResourceRow:
    return ResourceRow(
        LocalResourceId(row.id),
        row.name,
        row.kana,
        kind or "",
        organisation or "",
        district or "",
        row.city_wide,
        joined_address(row.address_town, row.address_number, row.address_building),
        row.venue,
        row.opening,
        row.internal_phone or row.public_phone,
        row.view,
        row.status,
        row.takes_supporters,
        row.supporters_wanted,
        row.latitude is not None,
        row.confirmed_on,
        row.deleted_at,
    )
