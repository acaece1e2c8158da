"""What is asked about duties, kinds of activity and the crosswalk; every function only reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from app.duties.crosswalk import Crosswalk, SchemeRow
from app.duties.duty import (
    ActivityKindId,
    CategoryId,
    CategoryRow,
    DutyId,
    DutyListId,
    DutyRow,
    SchemeId,
)
from app.duties.tables import ActivityKind, Category, Crossing, Duty, DutyList, Scheme


@dataclass(frozen=True, slots=True)
class DutyListRow:
    """A list of duties and the days it holds for, both included; without an end it still does."""

    id: DutyListId
    name: str
    starts_on: date
    ends_on: date | None
    duties: tuple[DutyRow, ...]


@dataclass(frozen=True, slots=True)
class ActivityKindRow:
    """A kind of activity (活動種別) of the master."""

    id: ActivityKindId
    name: str
    position: int
    retired: bool


def duty_list(session: Session, day: date) -> tuple[DutyRow, ...]:
    """Return the duties that hold on a day; empty where no list does."""
    query = (
        select(DutyList.id)
        .where(
            DutyList.starts_on <= day,
            or_(DutyList.ends_on.is_(None), DutyList.ends_on >= day),
        )
        .order_by(DutyList.starts_on.desc())
    )
    found = session.scalars(query).first()
    return () if found is None else _duties(session, _duty_query().where(Duty.list_id == found))


def duty_lists(session: Session) -> tuple[DutyListRow, ...]:
    """Return every list of duties, the newest first."""
    by_list: dict[int, list[DutyRow]] = defaultdict(list)
    for duty in _duties(session, _duty_query()):
        by_list[duty.list_id].append(duty)
    rows = session.scalars(select(DutyList).order_by(DutyList.starts_on.desc()))
    return tuple(
        DutyListRow(
            DutyListId(row.id), row.name, row.starts_on, row.ends_on, tuple(by_list[row.id])
        )
        for row in rows
    )


def duties(session: Session, ids: Iterable[int]) -> Mapping[int, DutyRow]:
    """Return these duties by key, whichever list they stand in."""
    query = _duty_query().where(Duty.id.in_(set(ids)))
    return {row.id: row for row in _duties(session, query)}


def activity_kinds(session: Session) -> tuple[ActivityKindRow, ...]:
    """Return the kinds of activity in the order of their master, retired ones too."""
    query = select(ActivityKind).order_by(ActivityKind.position, ActivityKind.id)
    return tuple(
        ActivityKindRow(ActivityKindId(row.id), row.name, row.position, row.retired)
        for row in session.scalars(query)
    )


def schemes(session: Session) -> tuple[SchemeRow, ...]:
    """Return the other classifications with their categories, in their order."""
    by_scheme: dict[int, list[CategoryRow]] = defaultdict(list)
    for row in session.scalars(select(Category).order_by(Category.position, Category.id)):
        by_scheme[row.scheme_id].append(_category(row))
    rows = session.scalars(select(Scheme).order_by(Scheme.position, Scheme.id))
    return tuple(SchemeRow(SchemeId(row.id), row.name, tuple(by_scheme[row.id])) for row in rows)


def crosswalk(session: Session) -> Crosswalk:
    """Return the whole crosswalk as a value."""
    known = schemes(session)
    categories = {one.id: one for scheme in known for one in scheme.categories}
    return Crosswalk(
        known,
        {
            (row.duty_id, row.kind_id, row.scheme_id): categories[CategoryId(row.category_id)]
            for row in session.scalars(select(Crossing))
        },
    )


def _duty_query() -> Select[tuple[Duty]]:
    return (
        select(Duty)
        .join(DutyList, DutyList.id == Duty.list_id)
        .order_by(DutyList.starts_on, Duty.position, Duty.id)
    )


def _duties(session: Session, query: Select[tuple[Duty]]) -> tuple[DutyRow, ...]:
    return tuple(
        DutyRow(
            DutyId(row.id),
            DutyListId(row.list_id),
            row.sign,
            row.name,
            row.short_name,
            row.position,
        )
        for row in session.scalars(query)
    )


def _category(row: Category) -> CategoryRow:
    return CategoryRow(
        CategoryId(row.id), SchemeId(row.scheme_id), row.sign, row.name, row.position
    )
