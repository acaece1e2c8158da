"""The card of one issue: its stages, what it rests on and what came of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.kernel.errors import Refusal
from app.local_issues.local_issue import Creation, LocalIssueDraft, LocalIssueId
from app.local_issues.queries.issues import IssueRow, issues
from app.local_issues.stages import Step
from app.local_issues.tables import (
    IssueDistrict,
    IssueEvidence,
    IssueResource,
    IssueStep,
    LocalIssue,
)
from app.local_resources.local_resource import LocalResourceId
from app.local_resources.tables import LocalResource
from app.matching.need import NeedId
from app.matching.tables import Need
from app.office.tables import District
from app.surveys.survey import SurveyId
from app.surveys.tables import Survey

_COLUMNS = tuple(field.name for field in fields(LocalIssueDraft) if field.name != "districts")


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Something an issue rests on: a need or a survey, and what it is called."""

    id: int
    need_id: NeedId | None
    survey_id: SurveyId | None
    name: str
    content: str
    on_day: date | None
    note: str


@dataclass(frozen=True, slots=True)
class CreatedResource:
    """A resource that came of an issue, and how far it has got since a day."""

    id: int
    issue_id: LocalIssueId
    resource_id: LocalResourceId
    name: str
    creation: Creation
    reached_on: date
    note: str


@dataclass(frozen=True, slots=True)
class IssueCard:
    """One issue; ``draft`` is for the form, ``steps`` are its stages in their order."""

    row: IssueRow
    draft: LocalIssueDraft
    steps: tuple[Step, ...]
    evidence: tuple[EvidenceRow, ...]
    resources: tuple[CreatedResource, ...]


def issue_card(session: Session, issue: LocalIssueId) -> IssueCard:
    """Return everything about an issue; refuse where there is none."""
    draft = issue_draft(session, issue)
    return IssueCard(
        row=issues(session, [issue])[0],
        draft=draft,
        steps=steps_of(session, [issue])[issue],
        evidence=evidence_of(session, [issue]).get(issue, ()),
        resources=created_resources(session, [issue]).get(issue, ()),
    )


def issue_draft(session: Session, issue: LocalIssueId) -> LocalIssueDraft:
    """Return an issue as it is edited; refuse where there is none."""
    row = session.get(LocalIssue, issue)
    if row is None:
        raise Refusal("この課題は削除されています。一覧から選び直してください。")
    districts = (
        select(IssueDistrict.district_id)
        .join(District, District.id == IssueDistrict.district_id)
        .where(IssueDistrict.issue_id == issue)
        .order_by(District.position, District.id)
    )
    return LocalIssueDraft(
        **{name: getattr(row, name) for name in _COLUMNS},
        districts=tuple(session.scalars(districts)),
    )


def steps_of(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[Step, ...]]:
    """Return the stages of issues in their order."""
    found: dict[int, list[Step]] = defaultdict(list)
    for chunk in chunks(keys):
        query = select(IssueStep).where(IssueStep.issue_id.in_(chunk))
        for row in session.scalars(query.order_by(IssueStep.starts_on, IssueStep.id)):
            found[row.issue_id].append(Step(row.stage, row.starts_on, row.note))
    return {key: tuple(steps) for key, steps in found.items()}


def created_resources(
    session: Session, keys: Sequence[int]
) -> Mapping[int, tuple[CreatedResource, ...]]:
    """Return what came of issues, by issue, the first to be named first."""
    found: dict[int, list[CreatedResource]] = defaultdict(list)
    for chunk in chunks(keys):
        query = (
            select(IssueResource, LocalResource.name)
            .join(LocalResource, LocalResource.id == IssueResource.local_resource_id)
            .where(IssueResource.issue_id.in_(chunk), LocalResource.deleted_at.is_(None))
            .order_by(IssueResource.id)
        )
        for row, name in session.execute(query):
            found[row.issue_id].append(_created(row, name))
    return {key: tuple(rows) for key, rows in found.items()}


def evidence_of(session: Session, keys: Sequence[int]) -> Mapping[int, tuple[EvidenceRow, ...]]:
    """Return what issues rest on, by issue, the first to be named first."""
    found: dict[int, list[EvidenceRow]] = defaultdict(list)
    for chunk in chunks(keys):
        query = (
            select(IssueEvidence, Need, Survey)
            .outerjoin(Need, Need.id == IssueEvidence.need_id)
            .outerjoin(Survey, Survey.id == IssueEvidence.survey_id)
            .where(
                IssueEvidence.issue_id.in_(chunk),
                Need.deleted_at.is_(None),
                Survey.deleted_at.is_(None),
            )
            .order_by(IssueEvidence.id)
        )
        for row, need, survey in session.execute(query):
            found[row.issue_id].append(_evidence_row(row, need, survey))
    return {key: tuple(rows) for key, rows in found.items()}


def _created(row: IssueResource, name: str) -> CreatedResource:
    return CreatedResource(
        id=row.id,
        issue_id=LocalIssueId(row.issue_id),
        resource_id=LocalResourceId(row.local_resource_id),
        name=name,
        creation=row.creation,
        reached_on=row.reached_on,
        note=row.note,
    )


def _evidence_row(row: IssueEvidence, need: Need | None, survey: Survey | None) -> EvidenceRow:
    on_day: date | None
    if need is not None:
        name, content, on_day = f"ニーズ {need.number}", need.content, need.received_on
    else:
        assert survey is not None
        name, content = f"アンケート「{survey.title}」", survey.findings
        on_day = survey.ends_on or survey.starts_on
    return EvidenceRow(
        id=row.id,
        need_id=None if row.need_id is None else NeedId(row.need_id),
        survey_id=None if row.survey_id is None else SurveyId(row.survey_id),
        name=name,
        content=content,
        on_day=on_day,
        note=row.note,
    )
