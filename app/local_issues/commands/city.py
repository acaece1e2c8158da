"""What went to the city, and what it said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.local_issues.commands.issues import change_issue
from app.local_issues.commands.rows import issue_row
from app.local_issues.local_issue import LocalIssueId
from app.local_issues.queries.card import issue_draft


def submit_to_city(session: Session, issue: LocalIssueId, *, proposal: str, on: date) -> None:
    """Write down what was proposed to the city and when; its answer to an earlier one goes."""
    issue_row(session, issue)
    draft = issue_draft(session, issue)
    change_issue(
        session,
        issue,
        replace(
            draft, proposal=proposal, submitted_on=on, answer="", answered_on=None, taken_up=False
        ),
    )


def answer_of_city(
    session: Session, issue: LocalIssueId, *, answer: str, on: date, taken_up: bool
) -> None:
    """Write down what the city answered, and whether it takes the issue up in its plans."""
    issue_row(session, issue)
    draft = issue_draft(session, issue)
    if draft.submitted_on is None:
        raise Refusal("この課題は、まだ市へ出していません。先に市へ出した日を記録してください。")
    change_issue(session, issue, replace(draft, answer=answer, answered_on=on, taken_up=taken_up))
