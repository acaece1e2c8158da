"""The master of kinds of local issues."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.local_issues.tables import IssueKind, LocalIssue


@dataclass(frozen=True, slots=True)
class IssueKindRow:
    """One 課題の区分 of the master; ``issues`` is how many bear it, the bin included."""

    id: int
    name: str
    position: int
    retired: bool
    issues: int


def issue_kinds(session: Session) -> tuple[IssueKindRow, ...]:
    """Return the kinds of issues in the order of their master."""
    query = (
        select(
            IssueKind.id,
            IssueKind.name,
            IssueKind.position,
            IssueKind.retired,
            func.count(LocalIssue.id),
        )
        .outerjoin(LocalIssue, LocalIssue.kind_id == IssueKind.id)
        .group_by(IssueKind.id)
        .order_by(IssueKind.position, IssueKind.id)
    )
    return tuple(IssueKindRow(*row) for row in session.execute(query))
