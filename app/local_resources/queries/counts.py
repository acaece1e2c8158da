"""How many resources there are, and how that moved (把握した社会資源): new, confirmed, ended.

A resource counts from the day it became known: its first confirmation, or the day it was written
down where that is earlier.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.figure import Counted, Figure
from app.local_resources.local_resource import ConfirmationResult, ResourceStatus
from app.local_resources.tables import LocalResource, ResourceConfirmation, ResourceKind
from app.office.tables import District
from app.storage.changes import Change, Operation

CITY_WIDE = "全市"
NO_DISTRICT = "圏域不明"
NO_KIND = "区分なし"


@dataclass(frozen=True, slots=True)
class ResourceMoves:
    """Resources of one district, of one kind, or all: ``before`` + ``new`` - ``ended`` = ``total``.

    ``updated`` are those known before whose facts were confirmed in the period.
    """

    label: str
    before: Figure
    new: Figure
    updated: Figure
    ended: Figure
    total: Figure


@dataclass(frozen=True, slots=True)
class ResourceCounts:
    """The moves of a period; each resource is in one district (or 全市) and one kind."""

    all: ResourceMoves
    by_district: tuple[ResourceMoves, ...]
    by_kind: tuple[ResourceMoves, ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    key: int
    district: str
    kind: str
    known_on: date
    ended_on: date | None


def resource_counts(session: Session, first: date, last: date) -> ResourceCounts:
    """Return how the resources moved from one day to another; nothing in the bin counts."""
    found = _facts(session)
    confirmed = _confirmed(session, first, last)
    districts = session.scalars(select(District.name).order_by(District.position, District.id))
    kinds = session.scalars(select(ResourceKind.name).order_by(ResourceKind.position))

    def moves(label: str, some: Iterable[_Fact]) -> ResourceMoves:
        return _moves(label, list(some), confirmed, (first, last))

    def grouped(names: Iterable[str], of: Callable[[_Fact], str]) -> tuple[ResourceMoves, ...]:
        labels = dict.fromkeys((*names, *(of(one) for one in found)))
        return tuple(moves(label, (one for one in found if of(one) == label)) for label in labels)

    return ResourceCounts(
        moves("計", found),
        grouped(districts, lambda one: one.district),
        tuple(one for one in grouped(kinds, lambda one: one.kind) if _anything(one)),
    )


def _anything(one: ResourceMoves) -> bool:
    return bool(one.before.keys or one.new.keys)


def _moves(
    label: str, some: list[_Fact], confirmed: frozenset[int], span: tuple[date, date]
) -> ResourceMoves:
    first, last = span

    def those(holds: Callable[[_Fact], bool]) -> Figure:
        return Figure(Counted.RESOURCE, tuple(one.key for one in some if holds(one)))

    return ResourceMoves(
        label,
        before=those(lambda one: one.known_on < first and not _over(one, first)),
        new=those(lambda one: first <= one.known_on <= last),
        updated=those(lambda one: one.known_on < first and one.key in confirmed),
        ended=those(lambda one: one.ended_on is not None and first <= one.ended_on <= last),
        total=those(lambda one: one.known_on <= last and not _over(one, last, inclusive=True)),
    )


def _over(one: _Fact, day: date, *, inclusive: bool = False) -> bool:
    """Whether it ended before a day, or on it."""
    if one.ended_on is None:
        return False
    return one.ended_on <= day if inclusive else one.ended_on < day


def _facts(session: Session) -> list[_Fact]:
    confirmed = (
        select(func.min(ResourceConfirmation.confirmed_on))
        .where(ResourceConfirmation.local_resource_id == LocalResource.id)
        .scalar_subquery()
    )
    query = (
        select(LocalResource, District.name, ResourceKind.name, confirmed)
        .outerjoin(District, District.id == LocalResource.district_id)
        .outerjoin(ResourceKind, ResourceKind.id == LocalResource.kind_id)
        .where(LocalResource.deleted_at.is_(None))
        .order_by(LocalResource.sort_key, LocalResource.id)
    )
    written = _written(session)
    return [
        _fact(row, district, kind, min(filter(None, (first, written.get(row.id))), default=None))
        for row, district, kind, first in session.execute(query)
    ]


def _fact(row: LocalResource, district: str | None, kind: str | None, known: date | None) -> _Fact:
    known_on = known or date.min
    ended = row.ended_on
    if ended is None and row.status is ResourceStatus.ENDED:
        ended = row.confirmed_on or known_on
    return _Fact(
        row.id,
        CITY_WIDE if row.city_wide else district or NO_DISTRICT,
        kind or NO_KIND,
        known_on,
        # What had ended when it became known ended on that day for the figures.
        None if ended is None else max(ended, known_on),
    )


def _written(session: Session) -> dict[int, date]:
    """Return the days resources were written down, as far back as the change log goes."""
    query = (
        select(Change.row_id, func.max(Operation.done_at))
        .join(Operation, Operation.id == Change.operation_id)
        .where(Change.table_name == LocalResource.__tablename__, Change.before.is_(None))
        .group_by(Change.row_id)
    )
    found: dict[int, datetime] = dict(session.execute(query).all())
    return {key: done_at.date() for key, done_at in found.items()}


def _confirmed(session: Session, first: date, last: date) -> frozenset[int]:
    """Return the resources whose facts somebody confirmed in the period."""
    query = select(ResourceConfirmation.local_resource_id).where(
        ResourceConfirmation.confirmed_on.between(first, last),
        ResourceConfirmation.result != ConfirmationResult.NO_ANSWER,
    )
    return frozenset(session.scalars(query))
