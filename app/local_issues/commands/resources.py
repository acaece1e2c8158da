"""The resources that came of an issue (創出した資源), and how far they have got."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.local_issues.commands.rows import issue_row
from app.local_issues.local_issue import Creation, LocalIssueId
from app.local_issues.tables import IssueResource
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource
from app.storage.base import moment
from app.storage.rows import any_row

_GONE = "この資源は課題から外されています。"


def add_issue_resource(
    session: Session,
    issue: LocalIssueId,
    resource: LocalResourceId,
    creation: Creation,
    *,
    on: date,
    note: str = "",
) -> int:
    """Name a resource that came of an issue, and how far it has got on a day."""
    issue_row(session, issue)
    made = any_row(session, LocalResource, resource, "この社会資源は削除されています。")
    if made.deleted_at is not None:
        raise Refusal("この社会資源はごみ箱にあります。先にごみ箱から戻してください。")
    same = select(IssueResource.id).where(
        IssueResource.issue_id == issue, IssueResource.local_resource_id == resource
    )
    if session.scalars(same).first() is not None:
        raise Refusal("この資源は、すでにこの課題の成果に入っています。")
    row = IssueResource(
        issue_id=issue,
        local_resource_id=resource,
        creation=creation,
        reached_on=_day(session, on),
        note=tidy(note).text,
    )
    session.add(row)
    session.flush()
    return row.id


def change_issue_resource(
    session: Session, line: int, creation: Creation, *, on: date, note: str = ""
) -> None:
    """Write down how far a resource has got, and since when."""
    row = any_row(session, IssueResource, line, _GONE)
    issue_row(session, LocalIssueId(row.issue_id))
    row.creation, row.reached_on, row.note = creation, _day(session, on), tidy(note).text


def remove_issue_resource(session: Session, line: int) -> None:
    """Take a resource off what came of an issue; the resource itself stays."""
    row = any_row(session, IssueResource, line, _GONE)
    issue_row(session, LocalIssueId(row.issue_id))
    session.delete(row)


def _day(session: Session, on: date) -> date:
    if on > moment(session).date():
        text = "今日より後の日付になっています。"
        raise Refusal(text, {"on": text})
    return on
