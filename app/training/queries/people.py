"""What courses say about one person."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.kernel.fiscal_year import FiscalYear
from app.training.certificate import certificate_number
from app.training.course import CourseId, EnrollmentId, EnrollmentStatus
from app.training.tables import Certificate, Course, CourseKind, Enrollment


@dataclass(frozen=True, slots=True)
class PersonTraining:
    """One course on a person's card; ``certificate`` is its number, or empty."""

    enrollment: EnrollmentId
    course: CourseId
    title: str
    kind: str
    year: FiscalYear
    status: EnrollmentStatus
    number: int | None
    certificate: str


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


def trainings_of(session: Session, person_id: PersonId) -> tuple[PersonTraining, ...]:
    """Return the courses a person applied for, newest first, those in the bin left out."""
    query = (
        select(Enrollment, Course, CourseKind, Certificate.serial)
        .join(Course, Course.id == Enrollment.course_id)
        .join(CourseKind, CourseKind.id == Course.kind_id)
        .outerjoin(Certificate, Certificate.enrollment_id == Enrollment.id)
        .where(Enrollment.person_id == person_id, Course.deleted_at.is_(None))
        .order_by(Course.fiscal_year.desc(), Enrollment.applied_on.desc(), Enrollment.id)
    )
    return tuple(
        PersonTraining(
            enrollment=EnrollmentId(row.id),
            course=CourseId(course.id),
            title=course.title,
            kind=kind.name,
            year=FiscalYear(course.fiscal_year),
            status=row.status,
            number=row.number,
            certificate=(
                certificate_number(course.fiscal_year, kind.sign, serial) if serial else ""
            ),
        )
        for row, course, kind, serial in session.execute(query)
    )
