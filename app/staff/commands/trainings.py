"""What the staff learnt (研修受講)."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy.orm import Session

from app.staff.checks import checked_training
from app.staff.commands.rows import member_row, training_row
from app.staff.staff_member import StaffTrainingDraft, StaffTrainingId
from app.staff.tables import StaffTraining
from app.storage.base import moment
from app.storage.rows import write


def add_training(session: Session, draft: StaffTrainingDraft) -> StaffTrainingId:
    """Write down a training; raises ``Refusal`` with a sentence by field."""
    row = StaffTraining(**_values(session, draft))
    session.add(row)
    session.flush()
    return StaffTrainingId(row.id)


def change_training(session: Session, training: StaffTrainingId, draft: StaffTrainingDraft) -> None:
    """Replace what is written about a training."""
    write(training_row(session, training), _values(session, draft))


def remove_training(session: Session, training: StaffTrainingId) -> None:
    """Remove a training."""
    session.delete(training_row(session, training))


def _values(session: Session, draft: StaffTrainingDraft) -> dict[str, object]:
    draft = checked_training(draft, moment(session).date())
    member_row(session, draft.staff_id)
    return asdict(draft)
