"""What is asked about local issues; every function only reads."""

from __future__ import annotations

from app.local_issues.queries.analysis import analysis
from app.local_issues.queries.card import (
    CreatedResource,
    EvidenceRow,
    IssueCard,
    created_resources,
    evidence_of,
    issue_card,
    issue_draft,
    steps_of,
)
from app.local_issues.queries.due import reviews_due, unanswered
from app.local_issues.queries.issues import (
    IssueListing,
    IssueRow,
    issues,
    issues_of_need,
    issues_of_resource,
    issues_of_survey,
)
from app.local_issues.queries.masters import IssueKindRow, issue_kinds

__all__ = [
    "CreatedResource",
    "EvidenceRow",
    "IssueCard",
    "IssueKindRow",
    "IssueListing",
    "IssueRow",
    "analysis",
    "created_resources",
    "evidence_of",
    "issue_card",
    "issue_draft",
    "issue_kinds",
    "issues",
    "issues_of_need",
    "issues_of_resource",
    "issues_of_survey",
    "reviews_due",
    "steps_of",
    "unanswered",
]
