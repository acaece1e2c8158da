"""What can be asked of duties, kinds of activity and the crosswalk."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.duties.crosswalk import Crosswalk, SchemeRow
from app.duties.duty import (
    CategoryId,
    CategoryRow,
    DutyId,
    DutyListDraft,
    DutyListId,
    DutyRow,
    SchemeId,
)
from app.duties.tables import ActivityKind, Category, Crossing, Duty, DutyList, Scheme
from app.office.master_row import MasterRow


def duty_lists(session: Session) -> tuple[tuple[DutyListId, DutyListDraft], ...]:
    """Return every list of duties, the oldest first."""
    rows = session.scalars(select(DutyList).order_by(DutyList.starts_on))
    return tuple(
        (DutyListId(row.id), DutyListDraft(row.name, row.starts_on, row.ends_on)) for row in rows
    )


def duty_list(session: Session, day: date) -> tuple[DutyRow, ...]:
    """Return the duties that hold on a day, in their order; none where no list does."""
    holding = (
        select(DutyList.id)
        .where(DutyList.starts_on <= day, or_(DutyList.ends_on.is_(None), DutyList.ends_on >= day))
        .order_by(DutyList.starts_on.desc())
        .limit(1)
    )
    key = session.scalars(holding).first()
    return () if key is None else duties_of(session, DutyListId(key))


def holds_on(session: Session, duty: int, day: date) -> bool:
    """Return whether a duty is one of the list that holds on a day; periods never overlap."""
    row = session.get(Duty, duty)
    if row is None:
        return False
    period = session.get_one(DutyList, row.list_id)
    return period.starts_on <= day and (period.ends_on is None or day <= period.ends_on)


def duties_of(session: Session, duties: DutyListId) -> tuple[DutyRow, ...]:
    """Return the duties of one list, in their order."""
    query = select(Duty).where(Duty.list_id == duties).order_by(Duty.position, Duty.id)
    return tuple(_duty(row) for row in session.scalars(query))


def duties(session: Session, keys: Iterable[int] | None = None) -> dict[int, DutyRow]:
    """Return duties by their keys, every one of every list where none are named."""
    query = select(Duty).order_by(Duty.list_id, Duty.position, Duty.id)
    if keys is not None:
        query = query.where(Duty.id.in_(list(keys)))
    return {row.id: _duty(row) for row in session.scalars(query)}


def activity_kinds(session: Session) -> tuple[MasterRow, ...]:
    """Return the kinds of activity in their order, retired ones too."""
    query = select(ActivityKind).order_by(ActivityKind.position, ActivityKind.id)
    return tuple(
        MasterRow(row.id, row.name, row.position, row.retired) for row in session.scalars(query)
    )


def schemes(session: Session) -> tuple[SchemeRow, ...]:
    """Return the schemes with their categories, in their order."""
    found: dict[int, list[CategoryRow]] = {}
    for row in session.scalars(select(Category).order_by(Category.position, Category.id)):
        one = CategoryRow(
            CategoryId(row.id), SchemeId(row.scheme_id), row.sign, row.name, row.position
        )
        found.setdefault(row.scheme_id, []).append(one)
    query = select(Scheme).order_by(Scheme.position, Scheme.id)
    return tuple(
        SchemeRow(SchemeId(row.id), row.name, tuple(found.get(row.id, ())))
        for row in session.scalars(query)
    )


def crosswalk(session: Session) -> Crosswalk:
    """Return the whole crosswalk."""
    query = select(Crossing.duty_id, Crossing.scheme_id, Crossing.kind_id, Crossing.category_id)
    return Crosswalk(
        schemes(session),
        {
            (duty, scheme, kind): CategoryId(category)
            for duty, scheme, kind, category in session.execute(query)
        },
    )


def _duty(row: Duty) -> DutyRow:
    return DutyRow(
        DutyId(row.id), DutyListId(row.list_id), row.sign, row.name, row.short_name, row.position
    )
