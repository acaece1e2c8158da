"""What an issue rests on (根拠): needs and surveys; and an issue made out of needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import tidy
from app.local_issues.commands.issues import add_issue
from app.local_issues.commands.rows import issue_row
from app.local_issues.local_issue import (
    BroughtBy,
    IssueScope,
    IssueStage,
    LocalIssueDraft,
    LocalIssueId,
)
from app.local_issues.tables import IssueEvidence, LocalIssue
from app.matching.commands import gather_need, release_need
from app.matching.need import NeedId
from app.matching.tables import Need
from app.storage.rows import any_row
from app.surveys.survey import SurveyId
from app.surveys.tables import Survey


def add_evidence(
    session: Session,
    issue: LocalIssueId,
    *,
    need: NeedId | None = None,
    survey: SurveyId | None = None,
    note: str = "",
) -> int:
    """Name a need or a survey an issue rests on; the need is 課題として集約 from then on.

    Raises ``Refusal`` unless exactly one is named that the issue does not rest on yet.
    """
    issue_row(session, issue)
    if (need is None) == (survey is None):
        raise Refusal("根拠にするニーズかアンケートを1つ選んでください。")
    same = select(IssueEvidence.id).where(
        IssueEvidence.issue_id == issue,
        IssueEvidence.need_id == need if survey is None else IssueEvidence.survey_id == survey,
    )
    if session.scalars(same).first() is not None:
        raise Refusal("この課題の根拠に、すでに入っています。")
    if need is not None:
        gather_need(session, need)
    elif survey is not None:
        asked = any_row(session, Survey, survey, "このアンケートは削除されています。")
        if asked.deleted_at is not None:
            raise Refusal("このアンケートはごみ箱にあります。先にごみ箱から戻してください。")
    row = IssueEvidence(issue_id=issue, need_id=need, survey_id=survey, note=tidy(note).text)
    session.add(row)
    session.flush()
    return row.id


def remove_evidence(session: Session, evidence: int) -> None:
    """Take something off what an issue rests on; a need no issue rests on is open again."""
    row = any_row(session, IssueEvidence, evidence, "この根拠は削除されています。")
    issue_row(session, LocalIssueId(row.issue_id))
    need = row.need_id
    session.delete(row)
    session.flush()
    if need is None:
        return
    others = (
        select(IssueEvidence.id)
        .join(LocalIssue, LocalIssue.id == IssueEvidence.issue_id)
        .where(IssueEvidence.need_id == need, LocalIssue.deleted_at.is_(None))
    )
    if session.scalars(others).first() is None:
        release_need(session, NeedId(need))


def issue_from_needs(
    session: Session, needs: Sequence[NeedId], draft: LocalIssueDraft
) -> LocalIssueId:
    """Gather needs into a new issue (課題として集約), which rests on all of them.

    Where the draft names no district and is not city-wide, it is about those of the needs.
    """
    if not needs:
        raise Refusal("課題にまとめるニーズを選んでください。")
    if not draft.districts and draft.scope is not IssueScope.CITY:
        of_needs = select(Need.district_id).where(Need.id.in_(needs), Need.district_id.is_not(None))
        found = {key for key in session.scalars(of_needs) if key is not None}
        draft = replace(draft, districts=tuple(sorted(found)))
    issue = add_issue(session, replace(draft, brought_by=BroughtBy.NEED), IssueStage.GATHERED)
    for need in dict.fromkeys(needs):
        add_evidence(session, issue, need=need)
    return issue
