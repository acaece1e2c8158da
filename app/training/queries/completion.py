"""Who completes a course, as proposed, and the certificates given out (交付台帳)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.contacts.person import PersonId
from app.kernel.fiscal_year import FiscalYear
from app.training.certificate import certificate_number
from app.training.completion import Mark, Standing
from app.training.course import (
    TAKING_A_PLACE,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
    SheetOrder,
)
from app.training.explanation import reasons
from app.training.queries.sheet import sheet
from app.training.sheet import Sheet, SheetRow
from app.training.tables import (
    Certificate,
    CertificateReissue,
    Course,
    CourseKind,
    Enrollment,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rule says about one trainee, and what was decided, if anything was."""

    row: int
    enrollment: EnrollmentId
    person: PersonId
    number: int | None
    name: str
    kana: str
    standing: Standing
    completes: bool
    reasons: tuple[str, ...]
    decided: bool | None


@dataclass(frozen=True, slots=True)
class Reissue:
    """One re-issue (再交付) of a certificate."""

    on: date
    reason: str
    name: str


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One line of the register.  ``number`` is as printed: 令8養-0012."""

    id: int
    enrollment: EnrollmentId
    person: PersonId
    course: CourseId
    title: str
    kind: str
    year: FiscalYear
    serial: int
    number: str
    issued_on: date
    name: str
    reissues: tuple[Reissue, ...]


def propose_completion(
    session: Session, course_id: CourseId, order: SheetOrder = SheetOrder.KANA
) -> tuple[Proposal, ...]:
    """Propose for every trainee who has not left whether they complete, with the reasons."""
    taken = sheet(session, course_id, order)
    return tuple(_proposal(taken, row) for row in taken.rows if row.status in TAKING_A_PLACE)


def certificates(session: Session, course_id: CourseId) -> tuple[CertificateRow, ...]:
    """Return the certificates given out for a course, by number."""
    return _register(session, Enrollment.course_id == course_id)


def register(
    session: Session, year: FiscalYear, kind_id: int | None = None
) -> tuple[CertificateRow, ...]:
    """Return the register of a fiscal year, of one kind or of all, by number."""
    if kind_id is None:
        return _register(session, Certificate.fiscal_year == year.start)
    return _register(session, Certificate.fiscal_year == year.start, Certificate.kind_id == kind_id)


def _proposal(taken: Sheet, row: SheetRow) -> Proposal:
    counting = {one.id for one in taken.counting}
    made_up = sum(
        cell.mark is Mark.MADE_UP and taken.requirement.make_up_allowed
        for one, cell in zip(taken.sessions, row.cells, strict=True)
        if one.id in counting
    )
    decided = {EnrollmentStatus.COMPLETED: True, EnrollmentStatus.NOT_COMPLETED: False}
    return Proposal(
        row=row.row,
        enrollment=row.enrollment,
        person=row.person,
        number=row.number,
        name=row.name,
        kana=row.kana,
        standing=row.standing,
        completes=row.standing.completed,
        reasons=reasons(row.standing, taken.numbers, made_up),
        decided=decided.get(row.status),
    )


def _register(session: Session, *wanted: ColumnElement[bool]) -> tuple[CertificateRow, ...]:
    query = (
        select(Certificate, Enrollment.person_id, Course, CourseKind)
        .join(Enrollment, Enrollment.id == Certificate.enrollment_id)
        .join(Course, Course.id == Enrollment.course_id)
        .join(CourseKind, CourseKind.id == Certificate.kind_id)
        .where(*wanted)
        .order_by(Certificate.fiscal_year, CourseKind.position, Certificate.serial)
    )
    found = session.execute(query).all()
    again = _reissues(session, [row.id for row, *_ in found])
    return tuple(
        CertificateRow(
            id=row.id,
            enrollment=EnrollmentId(row.enrollment_id),
            person=PersonId(person),
            course=CourseId(course.id),
            title=course.title,
            kind=kind.name,
            year=FiscalYear(row.fiscal_year),
            serial=row.serial,
            number=certificate_number(row.fiscal_year, kind.sign, row.serial),
            issued_on=row.issued_on,
            name=row.name,
            reissues=tuple(again.get(row.id, ())),
        )
        for row, person, course, kind in found
    )


def _reissues(session: Session, keys: Sequence[int]) -> dict[int, list[Reissue]]:
    query = (
        select(CertificateReissue)
        .where(CertificateReissue.certificate_id.in_(keys))
        .order_by(CertificateReissue.reissued_on, CertificateReissue.id)
    )
    found: dict[int, list[Reissue]] = defaultdict(list)
    for row in session.scalars(query):
        found[row.certificate_id].append(Reissue(row.reissued_on, row.reason, row.name))
    return found
