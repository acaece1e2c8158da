"""Taking in somebody who came to a session unannounced (飛び入り)."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.commands import add_person
from app.contacts.person import PersonDraft, PersonId
from app.kernel.errors import Refusal
from app.storage.base import moment
from app.training.commands.applications import accept, apply_for
from app.training.commands.attendance import mark_attendance, markable
from app.training.commands.rows import name_of, running_course
from app.training.completion import Mark, SessionId
from app.training.course import (
    TAKING_A_PLACE,
    ApplicationDraft,
    CourseId,
    EnrollmentId,
    EnrollmentStatus,
)
from app.training.tables import Enrollment


def add_walk_in(
    session: Session,
    course_id: CourseId,
    session_id: SessionId,
    person: PersonId | PersonDraft,
    *,
    over_capacity: bool = False,
    entry_exception: str = "",
) -> EnrollmentId:
    """Take in somebody who came unannounced (飛び入り): accepted and present in one step.

    Who had applied already is accepted with that application.
    """
    running_course(session, course_id)
    held = markable(session, session_id)
    if held.course_id != course_id:
        raise Refusal("この回は別の講座のものです。講座を開き直してください。")
    if isinstance(person, PersonDraft):
        person = add_person(session, person)
    key = _application(session, course_id, person, entry_exception)
    accept(session, [key], over_capacity=over_capacity)
    session.flush()
    mark_attendance(session, session_id, {key: Mark.PRESENT})
    return key


def _application(
    session: Session, course_id: CourseId, person_id: PersonId, entry_exception: str
) -> EnrollmentId:
    """Return the application a walk-in already made, ready to be accepted, or a new one."""
    query = select(Enrollment).where(
        Enrollment.course_id == course_id, Enrollment.person_id == person_id
    )
    row = session.scalars(query).one_or_none()
    if row is None:
        draft = ApplicationDraft(applied_on=moment(session).date())
        key = apply_for(session, course_id, person_id, draft, entry_exception)
        row = session.get_one(Enrollment, key)
    elif row.status in TAKING_A_PLACE:
        raise Refusal(f"{name_of(session, row)}さんはすでに受講者の名簿にいます。")
    elif row.status in {EnrollmentStatus.DECLINED, EnrollmentStatus.WITHDREW}:
        row.status = EnrollmentStatus.RECEIVED
    row.walk_in = True
    return EnrollmentId(row.id)
