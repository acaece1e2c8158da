"""The merges of an office, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.contacts import queries as contacts
from app.contacts.custom import Subject
from app.contacts.organisation import OrganisationId
from app.contacts.person import PersonId
from app.duplicates.tables import Merge, MergePiece

GONE = "（廃棄された記録）"


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One merge, as the list of merges shows it."""

    id: int
    subject: Subject
    kept: int
    kept_name: str
    merged: int
    merged_name: str
    merged_at: datetime
    carried: int
    taken_back_at: datetime | None


def merges(session: Session, subject: Subject) -> tuple[MergeRow, ...]:
    """Return every merge, newest first, those taken back among them."""
    return _rows(session, subject)


def merged_into(session: Session, subject: Subject, kept: int) -> tuple[MergeRow, ...]:
    """Return the merges into one record that still stand, newest first."""
    return _rows(session, subject, Merge.kept_id == kept, Merge.taken_back_at.is_(None))


def _rows(session: Session, subject: Subject, *only: ColumnElement[bool]) -> tuple[MergeRow, ...]:
    pieces = (
        select(func.count(MergePiece.id)).where(MergePiece.merge_id == Merge.id).scalar_subquery()
    )
    query = select(Merge, pieces).where(Merge.subject == subject, *only)
    found = session.execute(query.order_by(Merge.id.desc())).all()
    keys = {key for merge, _ in found for key in (merge.kept_id, merge.merged_id)}
    names = names_of(session, subject, sorted(keys))
    return tuple(
        MergeRow(
            merge.id,
            subject,
            merge.kept_id,
            names.get(merge.kept_id, GONE),
            merge.merged_id,
            names.get(merge.merged_id, GONE),
            merge.merged_at,
            count,
            merge.taken_back_at,
        )
        for merge, count in found
    )


def names_of(session: Session, subject: Subject, keys: list[int]) -> dict[int, str]:
    """Return the names of these records, merged and binned ones too."""
    if subject is Subject.PERSON:
        people = contacts.drafts(session, [PersonId(key) for key in keys])
        return {key: draft.name for key, draft in people.items()}
    found = contacts.organisation_drafts(session, [OrganisationId(key) for key in keys])
    return {key: draft.name for key, draft in found.items()}
