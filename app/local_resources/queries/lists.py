"""Resources as the lists of the office show them, for each reader."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.card import joined_address
from app.local_resources.freshness import is_stale
from app.local_resources.local_resource import (
    LocalResourceDraft,
    LocalResourceId,
    View,
)
from app.local_resources.publication import contact_for, is_shown
from app.local_resources.queries.resources import (
    lacks_consent,
    resource_draft,
    resource_rows,
)
from app.local_resources.resource_card import ListedResource
from app.local_resources.tables import LocalResource
from app.office import queries as office
from app.office.tables import District


def resources_for_list(
    session: Session,
    view: View,
    day: date,
    *,
    district_id: int | None = None,
    kind_id: int | None = None,
) -> tuple[ListedResource, ...]:
    """Return what stands in the list for these readers, with no more than they may see.

    By district in the office's order, those for the whole city after them, then by 五十音.
    """
    query = (
        resource_rows()
        .where(LocalResource.deleted_at.is_(None))
        .order_by(None)
        .order_by(
            LocalResource.city_wide,
            District.position.is_(None),
            District.position,
            LocalResource.sort_key,
            LocalResource.id,
        )
    )
    if district_id is not None:
        query = query.where(LocalResource.district_id == district_id)
    if kind_id is not None:
        query = query.where(LocalResource.kind_id == kind_id)
    months = office.settings(session).stale_after_months
    found = []
    for row, kind, organisation, district in session.execute(query):
        draft = resource_draft(row)
        if is_shown(draft, view):
            names = (kind or "", organisation or "", district or "")
            stale = is_stale(row.confirmed_on, day, months)
            found.append(_listed(row, draft, names, view, stale=stale))
    return tuple(found)


def without_publication_consent(session: Session) -> int:
    """Return how many are meant to be public and have no day of consent."""
    query = select(func.count(LocalResource.id)).where(
        LocalResource.deleted_at.is_(None), lacks_consent()
    )
    return session.scalars(query).one()


def _listed(
    row: LocalResource,
    draft: LocalResourceDraft,
    names: tuple[str, str, str],
    view: View,
    *,
    stale: bool,
) -> ListedResource:
    kind, organisation, district = names
    return ListedResource(
        LocalResourceId(row.id),
        row.name,
        row.kana,
        kind,
        organisation,
        row.district_id,
        district,
        row.city_wide,
        row.address_town,
        joined_address(row.address_town, row.address_number, row.address_building),
        row.venue,
        row.content,
        row.opening,
        row.target,
        row.fee,
        row.application,
        row.winter_break,
        contact_for(draft, view),
        row.website,
        row.status,
        row.view,
        row.takes_supporters,
        row.latitude,
        row.longitude,
        row.confirmed_on,
        stale,
        row.note if view is View.INTERNAL else "",
    )
