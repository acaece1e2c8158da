"""What the staff learnt in a fiscal year (研修受講の記録)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.staff.queries.members import staff
from app.staff.staff_member import StaffMemberId, StaffTrainingDraft, StaffTrainingId
from app.staff.tables import StaffMember, StaffTraining

_FIELDS = tuple(field.name for field in fields(StaffTrainingDraft))


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """A training with the name of who took it."""

    id: StaffTrainingId
    name: str
    draft: StaffTrainingDraft


@dataclass(frozen=True, slots=True)
class TrainingListing:
    """The trainings of a year, the newest first; of one term only where it is given."""

    year: FiscalYear
    member: StaffMemberId | None = None

    @property
    def tables(self) -> frozenset[str]:
        return frozenset(
            {StaffTraining.__tablename__, StaffMember.__tablename__, Person.__tablename__}
        )

    def keys(self, session: Session) -> Sequence[int]:
        query = select(StaffTraining.id).where(
            StaffTraining.attended_on.between(self.year.first_day, self.year.last_day)
        )
        if self.member is not None:
            query = query.where(StaffTraining.staff_id == self.member)
        order = (StaffTraining.attended_on.desc(), StaffTraining.id.desc())
        return session.scalars(query.order_by(*order)).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, TrainingRow]:
        names = {row.id: row.name for row in staff(session)}
        query = select(StaffTraining).where(StaffTraining.id.in_(keys))
        return {row.id: _row(row, names) for row in session.scalars(query)}


def trainings(session: Session, year: FiscalYear) -> tuple[TrainingRow, ...]:
    """Return the trainings of a year, the first first."""
    listing = TrainingListing(year)
    keys = listing.keys(session)
    rows = listing.rows(session, keys)
    return tuple(rows[key] for key in reversed(keys))


def training(session: Session, key: StaffTrainingId) -> TrainingRow:
    """Return one training; refuse where there is none."""
    row = session.get(StaffTraining, key)
    if row is None:
        raise Refusal("この受講の記録は削除されています。一覧から選び直してください。")
    return _row(row, {one.id: one.name for one in staff(session)})


def training_minutes(rows: Iterable[TrainingRow]) -> int:
    """Add up the time of trainings, in minutes; one without a time counts for nothing."""
    return sum(row.draft.minutes or 0 for row in rows)


def _row(row: StaffTraining, names: Mapping[StaffMemberId, str]) -> TrainingRow:
    values: dict[str, Any] = {name: getattr(row, name) for name in _FIELDS}
    member = StaffMemberId(row.staff_id)
    return TrainingRow(StaffTrainingId(row.id), names[member], StaffTrainingDraft(**values))
