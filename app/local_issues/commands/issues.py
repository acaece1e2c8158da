"""Taking down local issues (地域課題) and changing what is said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.derived import joined
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold
from app.kernel.running_number import next_numbers
from app.kernel.text import quoted
from app.local_issues.commands.rows import issue_row, step_rows
from app.local_issues.issue_checks import checked_issue
from app.local_issues.local_issue import IssueStage, LocalIssueDraft, LocalIssueId
from app.local_issues.tables import IssueDistrict, IssueStep, LocalIssue
from app.storage.base import moment
from app.storage.rows import any_row

_COLUMNS = tuple(field.name for field in fields(LocalIssueDraft) if field.name != "districts")
_SEARCHED = ("number", "title", "content", "brought_from", "measures", "actors", "outcome")
_ALSO_SEARCHED = ("proposal", "answer", "note")


def add_issue(
    session: Session, draft: LocalIssueDraft, stage: IssueStage = IssueStage.FOUND
) -> LocalIssueId:
    """Take down an issue; its number is the next of its fiscal year where none was given.

    Raises ``Refusal`` with a sentence for each field.
    """
    draft = _checked(session, draft, None)
    row = LocalIssue(**_columns(draft), stage=stage, deleted_at=None)
    session.add(row)
    session.flush()
    session.add(IssueStep(issue_id=row.id, stage=stage, starts_on=draft.found_on, note=""))
    _keep_districts(session, row.id, draft.districts)
    return LocalIssueId(row.id)


def change_issue(session: Session, issue: LocalIssueId, draft: LocalIssueDraft) -> None:
    """Replace what is written about an issue; its first stage begins on the day it was found."""
    row = issue_row(session, issue)
    draft = _checked(session, draft, row)
    first, *later = step_rows(session, issue)
    if later and later[0].starts_on < draft.found_on:
        text = f"把握した日が「{later[0].stage.label}」になった日より後になっています。"
        raise Refusal(text, {"found_on": text})
    first.starts_on = draft.found_on
    for name, value in _columns(draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)
    _keep_districts(session, row.id, draft.districts)


def bin_issue(session: Session, issue: LocalIssueId) -> None:
    """Move an issue to the bin."""
    issue_row(session, issue).deleted_at = moment(session)


def restore_issue(session: Session, issue: LocalIssueId) -> None:
    """Take an issue out of the bin."""
    any_row(session, LocalIssue, issue, "この課題は削除されています。").deleted_at = None


def _search_text(said: LocalIssueDraft | LocalIssue) -> str:
    """Return everything a search looks at, folded."""
    texts = (getattr(said, name) for name in (*_SEARCHED, *_ALSO_SEARCHED))
    return joined(*(fold(text) for text in texts if text))


def _checked(session: Session, draft: LocalIssueDraft, row: LocalIssue | None) -> LocalIssueDraft:
    draft = checked_issue(draft, moment(session).date())
    number = draft.number or (row.number if row is not None else "")
    if not number:
        known = session.scalars(select(LocalIssue.number)).all()
        number = next_numbers(FiscalYear.of(draft.found_on), known)[0]
    own = 0 if row is None else row.id
    same = select(LocalIssue.id).where(LocalIssue.number == number, LocalIssue.id != own)
    if session.scalars(same).first() is not None:
        text = f"番号{quoted(number)}はほかの課題が使っています。"
        raise Refusal(text, {"number": text})
    return replace(draft, number=number)


def _columns(draft: LocalIssueDraft) -> Mapping[str, Any]:
    values = {name: getattr(draft, name) for name in _COLUMNS}
    return values | {"search_text": _search_text(draft)}


def _keep_districts(session: Session, issue: int, districts: Sequence[int]) -> None:
    query = select(IssueDistrict).where(IssueDistrict.issue_id == issue)
    known = {row.district_id: row for row in session.scalars(query)}
    for district, row in known.items():
        if district not in districts:
            session.delete(row)
    for district in districts:
        if district not in known:
            session.add(IssueDistrict(issue_id=issue, district_id=district))
    session.flush()
