"""What courses say about one person."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.training.course import EnrollmentStatus
from app.training.tables import Course, Enrollment


def completed_kinds(session: Session, person_id: PersonId) -> frozenset[int]:
    """Return the keys of the course kinds a person has completed."""
    query = (
        select(Course.kind_id)
        .join(Enrollment, Enrollment.course_id == Course.id)
        .where(
            Enrollment.person_id == person_id,
            Enrollment.status == EnrollmentStatus.COMPLETED,
            Course.deleted_at.is_(None),
        )
    )
    return frozenset(session.scalars(query))
