"""What supporters hold elsewhere: a registration at the volunteer centre, and qualifications."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import ConsentItem, PersonId
from app.contacts.queries import without_consent
from app.kernel.errors import Refusal
from app.supporters.checks import checked_centre, checked_qualification
from app.supporters.commands.rows import names_of, qualification_row, supporter_row
from app.supporters.supporter import CentreDraft, QualificationDraft, SupporterId
from app.supporters.tables import CentreRegistration, Qualification, Supporter


def set_centre(session: Session, supporter: SupporterId, draft: CentreDraft) -> None:
    """Write down the registration at the volunteer centre; an empty draft removes the record.

    Raises ``Refusal`` where the centre is told of somebody who has not consented to that.
    """
    row = supporter_row(session, supporter)
    draft = checked_centre(draft)
    query = select(CentreRegistration).where(CentreRegistration.supporter_id == row.id)
    stored = session.scalars(query).one_or_none()
    if draft == CentreDraft():
        if stored is not None:
            session.delete(stored)
        return
    _refuse_without_consent(session, row, draft)
    if stored is None:
        session.add(CentreRegistration(supporter_id=row.id, **asdict(draft)))
        return
    for name, value in asdict(draft).items():
        setattr(stored, name, value)


def add_qualification(session: Session, supporter: SupporterId, draft: QualificationDraft) -> int:
    """Enter a qualification and return its key."""
    row = supporter_row(session, supporter)
    entry = Qualification(supporter_id=row.id, **asdict(checked_qualification(draft)))
    session.add(entry)
    session.flush()
    return entry.id


def change_qualification(session: Session, qualification: int, draft: QualificationDraft) -> None:
    """Replace what is written about a qualification."""
    row = qualification_row(session, qualification)
    for name, value in asdict(checked_qualification(draft)).items():
        setattr(row, name, value)


def remove_qualification(session: Session, qualification: int) -> None:
    """Take a qualification away."""
    session.delete(qualification_row(session, qualification))


def _refuse_without_consent(session: Session, row: Supporter, draft: CentreDraft) -> None:
    told = draft.requested_on is not None or draft.registered_on is not None
    if not told or draft.cancelled_on is not None:
        return
    item = ConsentItem.TO_VOLUNTEER_CENTRE
    if without_consent(session, [PersonId(row.person_id)], item):
        raise Refusal(
            f"{names_of(session, [row])}の「{item.label}」の同意の記録がありません。"
            "先に連絡先のカードで同意を記録してください。"
        )
