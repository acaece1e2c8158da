"""What courses have to say before a person goes to the bin."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts import commands as contacts
from app.contacts.person import PersonId
from app.kernel.errors import Refusal
from app.training.commands.rows import name_of
from app.training.course import OVER, EnrollmentStatus
from app.training.tables import Course, Enrollment

_UNDECIDED = frozenset(
    {EnrollmentStatus.RECEIVED, EnrollmentStatus.ACCEPTED, EnrollmentStatus.WAITING}
)


def bin_person(session: Session, person: PersonId) -> None:
    """Move a person to the bin, unless an application of theirs is still undecided.

    Raises ``Refusal`` with the courses and what to do first.
    """
    query = (
        select(Enrollment, Course.title)
        .join(Course, Course.id == Enrollment.course_id)
        .where(
            Enrollment.person_id == person,
            Enrollment.status.in_(_UNDECIDED),
            Course.status.not_in(OVER),
            Course.deleted_at.is_(None),
        )
        .order_by(Course.fiscal_year, Course.id)
    )
    found = session.execute(query).all()
    if found:
        courses = "、".join(f"「{title}」（{row.status.label}）" for row, title in found)
        raise Refusal(
            f"{name_of(session, found[0][0])}さんは{courses}に申し込んでいるため、"
            "ごみ箱へ移せません。先に「研修」で「辞退」か「途中辞退」にしてください。"
        )
    contacts.bin_person(session, person)
