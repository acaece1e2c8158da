"""The rows a command works on, or a refusal where somebody removed them meanwhile."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.contacts.tables import Person
from app.kernel.errors import Refusal
from app.staff.staff_member import StaffMemberId, StaffTrainingId
from app.staff.tables import StaffMember, StaffTraining


def member_row(session: Session, member: StaffMemberId) -> StaffMember:
    """Return a term, or refuse."""
    row = session.get(StaffMember, member)
    if row is None:
        raise Refusal("この職員の記録は削除されています。一覧から選び直してください。")
    return row


def training_row(session: Session, training: StaffTrainingId) -> StaffTraining:
    """Return a training, or refuse."""
    row = session.get(StaffTraining, training)
    if row is None:
        raise Refusal("この受講の記録は削除されています。一覧から選び直してください。")
    return row


def check_person(session: Session, person: PersonId) -> None:
    """Refuse somebody who is not there or in the bin."""
    row = session.get(Person, person)
    if row is None or row.deleted_at is not None:
        text = "職員になる人を連絡先から選んでください。"
        raise Refusal(text, {"person_id": text})
