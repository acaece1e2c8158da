"""The ledger of local issues (地域課題)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.contacts.derived import terms
from app.contacts.queries.keys import chunks
from app.kernel.fiscal_year import FiscalYear
from app.local_issues.analysis import CITY_WIDE
from app.local_issues.local_issue import BroughtBy, IssueScope, IssueStage, LocalIssueId
from app.local_issues.stages import ENDED
from app.local_issues.tables import (
    IssueDistrict,
    IssueEvidence,
    IssueKind,
    IssueResource,
    IssueStep,
    LocalIssue,
)
from app.local_resources.local_resource import LocalResourceId
from app.matching.need import NeedId
from app.office.tables import District
from app.surveys.survey import SurveyId

_TABLES = frozenset(
    table.__tablename__
    for table in (LocalIssue, IssueStep, IssueDistrict, IssueResource, IssueKind, District)
)


@dataclass(frozen=True, slots=True)
class IssueRow:
    """An issue as lists show it; ``since`` is the day its stage began."""

    id: LocalIssueId
    number: str
    title: str
    found_on: date
    kind: str
    scope: IssueScope
    districts: tuple[str, ...]
    brought_by: BroughtBy
    brought_from: str
    content: str
    stage: IssueStage
    since: date
    measures: str
    actors: str
    outcome: str
    review_on: date | None
    proposal: str
    submitted_on: date | None
    answer: str
    answered_on: date | None
    taken_up: bool
    deleted_at: datetime | None

    @property
    def where(self) -> str:
        """Return its districts in one text, 全市 for a city-wide issue."""
        return "、".join(self.districts) or CITY_WIDE


@dataclass(frozen=True, slots=True)
class IssueListing:
    """The issues, the newest first, narrowed by words, stage, kind, district or year.

    ``year`` leaves those that were being worked on in it: found by its end, and not ended
    before it.  ``first`` and ``last`` leave those found between two days.  A district has the
    city-wide issues too, unless ``own_only``.
    """

    text: str = ""
    stage: IssueStage | None = None
    open_only: bool = False
    kind_id: int | None = None
    district_id: int | None = None
    own_only: bool = False
    city_wide: bool = False
    year: FiscalYear | None = None
    first: date | None = None
    last: date | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        query = select(LocalIssue.id).where(and_(*self._conditions()))
        order = (LocalIssue.found_on.desc(), LocalIssue.id.desc())
        return session.scalars(query.order_by(*order)).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, IssueRow]:
        return {row.id: row for row in issues(session, keys)}

    def _conditions(self) -> list[ColumnElement[bool]]:
        deleted = LocalIssue.deleted_at
        conditions: list[ColumnElement[bool]] = [
            deleted.is_not(None) if self.binned else deleted.is_(None)
        ]
        conditions += [
            or_(*(func.instr(LocalIssue.search_text, form) > 0 for form in forms))
            for forms in terms(self.text)
        ]
        if self.stage is not None:
            conditions.append(LocalIssue.stage == self.stage)
        if self.open_only:
            conditions.append(LocalIssue.stage.not_in(ENDED))
        if self.kind_id is not None:
            conditions.append(LocalIssue.kind_id == self.kind_id)
        return conditions + self._places() + self._days()

    def _places(self) -> list[ColumnElement[bool]]:
        city_wide = LocalIssue.scope == IssueScope.CITY
        if self.city_wide:
            return [city_wide]
        if self.district_id is None:
            return []
        of_district = select(IssueDistrict.issue_id).where(
            IssueDistrict.district_id == self.district_id
        )
        here = LocalIssue.id.in_(of_district)
        return [here if self.own_only else or_(here, city_wide)]

    def _days(self) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = []
        if self.first is not None:
            conditions.append(LocalIssue.found_on >= self.first)
        if self.last is not None:
            conditions.append(LocalIssue.found_on <= self.last)
        if self.year is not None:
            conditions += [LocalIssue.found_on <= self.year.last_day, _worked_on_in(self.year)]
        return conditions


def issues(session: Session, keys: Sequence[int]) -> list[IssueRow]:
    """Return these issues as rows of the ledger, the newest first."""
    rows: list[IssueRow] = []
    for chunk in chunks(keys):
        districts = _districts(session, chunk)
        query = (
            select(LocalIssue, IssueKind.name, _since())
            .outerjoin(IssueKind, IssueKind.id == LocalIssue.kind_id)
            .where(LocalIssue.id.in_(chunk))
        )
        rows += [
            _row(row, kind or "", tuple(districts[row.id]), since)
            for row, kind, since in session.execute(query)
        ]
    return sorted(rows, key=lambda one: (one.found_on, one.id), reverse=True)


def issues_of_need(session: Session, need: NeedId) -> list[IssueRow]:
    """Return the issues that rest on a need."""
    return _resting(session, IssueEvidence.need_id == need)


def issues_of_survey(session: Session, survey: SurveyId) -> list[IssueRow]:
    """Return the issues that rest on a survey."""
    return _resting(session, IssueEvidence.survey_id == survey)


def issues_of_resource(session: Session, resource: LocalResourceId) -> list[IssueRow]:
    """Return the issues a resource came of."""
    query = select(IssueResource.issue_id).where(IssueResource.local_resource_id == resource)
    return _shown(session, session.scalars(query).all())


def _resting(session: Session, condition: ColumnElement[bool]) -> list[IssueRow]:
    return _shown(session, session.scalars(select(IssueEvidence.issue_id).where(condition)).all())


def _shown(session: Session, keys: Sequence[int]) -> list[IssueRow]:
    return [row for row in issues(session, keys) if row.deleted_at is None]


def _worked_on_in(year: FiscalYear) -> ColumnElement[bool]:
    inside = select(IssueStep.id).where(
        IssueStep.issue_id == LocalIssue.id,
        IssueStep.starts_on.between(year.first_day, year.last_day),
    )
    before = (
        select(IssueStep.stage)
        .where(IssueStep.issue_id == LocalIssue.id, IssueStep.starts_on < year.first_day)
        .order_by(IssueStep.starts_on.desc(), IssueStep.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return or_(inside.exists(), before.not_in(ENDED))


def _since() -> ColumnElement[date]:
    newest = select(func.max(IssueStep.starts_on)).where(IssueStep.issue_id == LocalIssue.id)
    return newest.scalar_subquery()


def _districts(session: Session, keys: Sequence[int]) -> Mapping[int, list[str]]:
    query = (
        select(IssueDistrict.issue_id, District.name)
        .join(District, District.id == IssueDistrict.district_id)
        .where(IssueDistrict.issue_id.in_(keys))
        .order_by(District.position, District.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for issue, name in session.execute(query):
        found[issue].append(name)
    return found


def _row(row: LocalIssue, kind: str, districts: tuple[str, ...], since: date) -> IssueRow:
    return IssueRow(
        id=LocalIssueId(row.id),
        number=row.number,
        title=row.title,
        found_on=row.found_on,
        kind=kind,
        scope=row.scope,
        districts=districts,
        brought_by=row.brought_by,
        brought_from=row.brought_from,
        content=row.content,
        stage=row.stage,
        since=since,
        measures=row.measures,
        actors=row.actors,
        outcome=row.outcome,
        review_on=row.review_on,
        proposal=row.proposal,
        submitted_on=row.submitted_on,
        answer=row.answer,
        answered_on=row.answered_on,
        taken_up=row.taken_up,
        deleted_at=row.deleted_at,
    )
