"""What was imported before: the lists that come again and again, and their editions."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.custom import Subject
from app.importing.tables import ImportedList


def imported_lists(session: Session, subject: Subject) -> tuple[str, ...]:
    """Return the names of the lists that were imported before, the latest first."""
    query = (
        select(ImportedList.name)
        .where(ImportedList.subject == subject)
        .order_by(ImportedList.imported_on.desc(), ImportedList.id.desc())
    )
    return tuple(dict.fromkeys(session.scalars(query)))
