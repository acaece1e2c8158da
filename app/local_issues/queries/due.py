"""Issues somebody has to look at again: reviews that came, proposals without an answer."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.local_issues.queries.issues import IssueRow, issues
from app.local_issues.stages import ENDED
from app.local_issues.tables import LocalIssue


def reviews_due(session: Session, until: date) -> list[IssueRow]:
    """Return the open issues to be reviewed (見直し) by a day, the oldest day first."""
    query = select(LocalIssue.id).where(
        LocalIssue.deleted_at.is_(None),
        LocalIssue.review_on <= until,
        LocalIssue.stage.not_in(ENDED),
    )
    found = issues(session, session.scalars(query).all())
    return sorted(found, key=lambda row: (row.review_on or until, row.id))


def unanswered(session: Session, until: date) -> list[IssueRow]:
    """Return the issues that went to the city by a day and have no answer, the oldest first."""
    query = select(LocalIssue.id).where(
        LocalIssue.deleted_at.is_(None),
        LocalIssue.submitted_on <= until,
        LocalIssue.answered_on.is_(None),
    )
    found = issues(session, session.scalars(query).all())
    return sorted(found, key=lambda row: (row.submitted_on or until, row.id))
