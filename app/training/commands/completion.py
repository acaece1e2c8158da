"""Deciding who completed a course, and giving out the certificates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.training.commands.rows import (
    course_row,
    enrollments_of,
    in_kana_order,
    name_of,
    running_course,
)
from app.training.course import (
    TAKING_A_PLACE,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
)
from app.training.queries.completion import propose_completion
from app.training.tables import Certificate, CertificateReissue, Course, Enrollment


@dataclass(frozen=True, slots=True)
class Issued:
    """What an issue did: certificates made, and the names of those who had one already."""

    certificates: tuple[int, ...]
    skipped: tuple[str, ...]


def confirm_completion(
    session: Session, course_id: CourseId, decisions: Mapping[EnrollmentId, bool], on: date
) -> None:
    """Decide who completed (修了) and who did not; the standing is kept as the reason.

    A decision against the proposal is allowed and recorded as one.  Raises ``Refusal`` for
    somebody who is no trainee, or holds a certificate and would lose the completion.
    """
    running_course(session, course_id)
    rows = enrollments_of(session, course_id, decisions.keys())
    proposals = {one.enrollment: one for one in propose_completion(session, course_id)}
    certified = _certified(session, rows.values())
    for key, completed in decisions.items():
        row = rows[key]
        _check_decision(session, row, completed=completed, certified=key in certified)
        proposal = proposals[key]
        against = "" if proposal.completes is completed else "（提案と異なる判断）"
        row.status = EnrollmentStatus.COMPLETED if completed else EnrollmentStatus.NOT_COMPLETED
        row.status_on = on
        row.status_reason = "".join(proposal.reasons) + against


def issue_certificates(
    session: Session,
    course_id: CourseId,
    issued_on: date,
    enrollments: Sequence[EnrollmentId] | None = None,
) -> Issued:
    """Give out certificates (修了証書), to the chosen or to all who completed, in 五十音 order.

    The register number counts on within the course's fiscal year and kind, so it agrees with
    the year the certificate names.  Who has one keeps it and is named in the result.  Raises
    ``Refusal`` where one of the chosen has not completed, or nobody has.
    """
    course = course_row(session, course_id)
    rows = in_kana_order(session, _completed(session, course, enrollments))
    certified = _certified(session, rows)
    serial = _last_serial(session, course)
    made = []
    for row in rows:
        if row.id not in certified:
            serial += 1
            made.append(
                Certificate(
                    enrollment_id=row.id,
                    fiscal_year=course.fiscal_year,
                    kind_id=course.kind_id,
                    serial=serial,
                    issued_on=issued_on,
                    name=name_of(session, row),
                )
            )
    session.add_all(made)
    session.flush()
    skipped = tuple(name_of(session, row) for row in rows if row.id in certified)
    return Issued(tuple(row.id for row in made), skipped)


def reissue_certificate(session: Session, certificate_id: int, on: date, reason: str) -> int:
    """Record a re-issue (再交付): number and original date stay, the name is today's.

    Raises ``Refusal`` with a sentence per field.
    """
    row = session.get(Certificate, certificate_id)
    if row is None:
        raise Refusal("この修了証書は交付台帳にありません。")
    problems = {}
    if on < row.issued_on:
        problems["on"] = "再交付の日が最初の交付日より前になっています。"
    if not reason.strip():
        problems["reason"] = "再交付の理由を入力してください（例: 紛失のため）。"
    if problems:
        raise Refusal("再交付を記録できません。" + "".join(problems.values()), problems)
    name = name_of(session, session.get_one(Enrollment, row.enrollment_id))
    again = CertificateReissue(
        certificate_id=row.id, reissued_on=on, reason=reason.strip(), name=name
    )
    session.add(again)
    session.flush()
    return again.id


def _check_decision(session: Session, row: Enrollment, *, completed: bool, certified: bool) -> None:
    if row.status not in TAKING_A_PLACE:
        raise Refusal(
            f"{name_of(session, row)}さんは「{row.status.label}」のため、修了を判定できません。"
        )
    if certified and not completed:
        raise Refusal(
            f"{name_of(session, row)}さんには修了証書を交付しています。"
            "未修了にするときは、先に交付を元に戻してください。"
        )


def _completed(
    session: Session, course: Course, chosen: Sequence[EnrollmentId] | None
) -> list[Enrollment]:
    """Return those to certify, or refuse where one has not completed or there is nobody."""
    if chosen is None:
        query = select(Enrollment).where(
            Enrollment.course_id == course.id, Enrollment.status == EnrollmentStatus.COMPLETED
        )
        rows = list(session.scalars(query))
    else:
        rows = list(enrollments_of(session, course.id, chosen).values())
    if not rows:
        raise Refusal("修了した方がいません。先に「修了を確定」を押してください。")
    others = [row for row in rows if row.status is not EnrollmentStatus.COMPLETED]
    if others:
        names = "、".join(f"{name_of(session, row)}さん" for row in others)
        raise Refusal(f"{names}は修了していないため、修了証書を交付できません。")
    return rows


def _certified(session: Session, rows: Iterable[Enrollment]) -> set[int]:
    keys = [row.id for row in rows]
    query = select(Certificate.enrollment_id).where(Certificate.enrollment_id.in_(keys))
    return set(session.scalars(query))


def _last_serial(session: Session, course: Course) -> int:
    query = select(func.max(Certificate.serial)).where(
        Certificate.fiscal_year == course.fiscal_year, Certificate.kind_id == course.kind_id
    )
    return session.scalars(query).one() or 0
