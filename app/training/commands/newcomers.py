"""Writing down the application of somebody who is not yet among the contacts."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.contacts.commands import add_person
from app.contacts.person import PersonDraft
from app.training.commands.applications import apply_for
from app.training.course import ApplicationDraft, CourseId, EnrollmentId


def apply_newcomer(
    session: Session,
    course_id: CourseId,
    person: PersonDraft,
    draft: ApplicationDraft,
    entry_exception: str = "",
) -> EnrollmentId:
    """Add a person and their application (受付) in one step of undo.

    Raises ``Refusal`` as adding a person and applying do; then neither is stored.
    """
    return apply_for(session, course_id, add_person(session, person), draft, entry_exception)
