"""Taking an issue a stage further, and taking that back."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.local_issues.commands.rows import issue_row, step_rows
from app.local_issues.local_issue import IssueStage, LocalIssueId
from app.local_issues.stages import Step, check_step
from app.local_issues.tables import IssueStep
from app.storage.base import moment


def step_issue(
    session: Session, issue: LocalIssueId, stage: IssueStage, *, on: date, note: str = ""
) -> None:
    """Write down that an issue came to a stage on a day; raises ``Refusal`` in words.

    Stages may be left out and gone back to: an issue thought solved comes up again.
    """
    row = issue_row(session, issue)
    steps = [Step(one.stage, one.starts_on) for one in step_rows(session, issue)]
    check_step(steps, stage, on, moment(session).date())
    row.stage = stage
    session.add(IssueStep(issue_id=issue, stage=stage, starts_on=on, note=tidy(note).text))
    session.flush()


def take_back_step(session: Session, issue: LocalIssueId) -> None:
    """Delete the newest stage of an issue; the first one stays."""
    row = issue_row(session, issue)
    *earlier, newest = step_rows(session, issue)
    if not earlier:
        raise Refusal("最初の段階は取り消せません。課題そのものをごみ箱へ移してください。")
    session.delete(newest)
    row.stage = earlier[-1].stage
