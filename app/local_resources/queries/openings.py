"""The opening days of resources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.kernel.bits import numbers_of
from app.local_resources.local_resource import LocalResourceId, ResourceStatus
from app.local_resources.open_days import open_days
from app.local_resources.opening import Opening
from app.local_resources.opening_text import read_months
from app.local_resources.resource_card import ResourceDay
from app.local_resources.tables import LocalResource, OpeningDay
from app.office.tables import District


def openings_of(
    session: Session, keys: Sequence[LocalResourceId]
) -> dict[LocalResourceId, tuple[Opening, ...]]:
    """Return the days these resources open on, of those that have any."""
    found: dict[LocalResourceId, tuple[Opening, ...]] = {}
    for chunk in chunks(keys):
        query = (
            select(OpeningDay)
            .where(OpeningDay.local_resource_id.in_(chunk))
            .order_by(OpeningDay.local_resource_id, OpeningDay.id)
        )
        for row in session.scalars(query):
            key = LocalResourceId(row.local_resource_id)
            found[key] = (*found.get(key, ()), _opening(row))
    return found


def open_days_between(
    session: Session, first: date, last: date, *, with_supporters: bool = False
) -> tuple[ResourceDay, ...]:
    """Return on which days which resources open, both days included, in order.

    Those that pause or ended open on none; ``with_supporters`` asks for those only that take
    supporters.
    """
    query = (
        select(LocalResource, District.name)
        .outerjoin(District, District.id == LocalResource.district_id)
        .where(LocalResource.deleted_at.is_(None), LocalResource.status == ResourceStatus.ACTIVE)
        .order_by(LocalResource.sort_key, LocalResource.id)
    )
    if with_supporters:
        query = query.where(LocalResource.takes_supporters)
    rows = {LocalResourceId(row.id): (row, district) for row, district in session.execute(query)}
    found = []
    for key, openings in openings_of(session, list(rows)).items():
        row, district = rows[key]
        begins = max(first, row.started_on or first)
        ends = min(last, row.ended_on or last)
        found += [
            ResourceDay(key, row.name, row.venue, district or "", row.takes_supporters, day)
            for day in open_days(openings, begins, ends, read_months(row.winter_break))
        ]
    return tuple(sorted(found, key=lambda one: (one.on.day, str(one.on.starts_at or ""))))


def _opening(row: OpeningDay) -> Opening:
    return Opening(
        numbers_of(row.weekdays),
        numbers_of(row.weeks, first=1),
        numbers_of(row.months, first=1),
        row.starts_at,
        row.ends_at,
        row.note,
    )
