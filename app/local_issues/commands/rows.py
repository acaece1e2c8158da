"""Fetching the rows a command works on, or refusing in words when they cannot be changed."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.local_issues.local_issue import LocalIssueId
from app.local_issues.tables import IssueStep, LocalIssue
from app.storage.base import Base
from app.storage.rows import any_row

RowT = TypeVar("RowT", bound=Base)


def issue_row(session: Session, issue: LocalIssueId) -> LocalIssue:
    """Return an issue that is not in the bin, or refuse."""
    row = any_row(session, LocalIssue, issue, "この課題は削除されています。")
    if row.deleted_at is not None:
        raise Refusal(
            f"課題{quoted(row.title)}はごみ箱にあります。先に「ごみ箱から戻す」を押してください。"
        )
    return row


def step_rows(session: Session, issue: LocalIssueId) -> list[IssueStep]:
    """Return the steps of an issue in their order."""
    query = select(IssueStep).where(IssueStep.issue_id == issue)
    return list(session.scalars(query.order_by(IssueStep.starts_on, IssueStep.id)))
