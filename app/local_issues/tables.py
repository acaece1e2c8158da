"""How local issues, their stages, evidence and outcome are stored."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.local_issues.local_issue import BroughtBy, Creation, IssueScope, IssueStage, Solidarity
from app.office.named_master import NamedEntry
from app.storage.base import Base, stored


class IssueKind(NamedEntry):
    """課題の区分: a master of the office."""

    __tablename__ = "issue_kind"


class LocalIssue(Base):
    """地域課題.  ``stage`` is that of its newest step."""

    __tablename__ = "local_issue"

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    found_on: Mapped[date] = mapped_column(index=True)
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("issue_kind.id"), index=True)
    scope: Mapped[IssueScope] = mapped_column(stored(IssueScope))
    brought_by: Mapped[BroughtBy] = mapped_column(stored(BroughtBy))
    brought_from: Mapped[str]
    content: Mapped[str] = mapped_column(Text)
    solidarity: Mapped[Solidarity | None] = mapped_column(stored(Solidarity))
    stage: Mapped[IssueStage] = mapped_column(stored(IssueStage), index=True)
    measures: Mapped[str] = mapped_column(Text)
    actors: Mapped[str]
    outcome: Mapped[str] = mapped_column(Text)
    review_on: Mapped[date | None] = mapped_column(index=True)
    proposal: Mapped[str] = mapped_column(Text)
    submitted_on: Mapped[date | None]
    answer: Mapped[str] = mapped_column(Text)
    answered_on: Mapped[date | None]
    taken_up: Mapped[bool]
    note: Mapped[str]
    search_text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class IssueStep(Base):
    """A stage of an issue from a day on; past ones stay, so that any year can be counted."""

    __tablename__ = "issue_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("local_issue.id"), index=True)
    stage: Mapped[IssueStage] = mapped_column(stored(IssueStage))
    starts_on: Mapped[date]
    note: Mapped[str]


class IssueDistrict(Base):
    """A district an issue is about."""

    __tablename__ = "issue_district"
    __table_args__ = (UniqueConstraint("issue_id", "district_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("local_issue.id"))
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)


class IssueEvidence(Base):
    """根拠: a need or a survey; log entries and meetings name the issue themselves."""

    __tablename__ = "issue_evidence"
    __table_args__ = (
        UniqueConstraint("issue_id", "need_id"),
        UniqueConstraint("issue_id", "survey_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("local_issue.id"))
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id"), index=True)
    survey_id: Mapped[int | None] = mapped_column(ForeignKey("survey.id"), index=True)
    note: Mapped[str]


class IssueResource(Base):
    """創出した資源: what came of an issue, and how far it has got."""

    __tablename__ = "issue_resource"
    __table_args__ = (UniqueConstraint("issue_id", "local_resource_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    issue_id: Mapped[int] = mapped_column(ForeignKey("local_issue.id"))
    local_resource_id: Mapped[int] = mapped_column(ForeignKey("local_resource.id"), index=True)
    creation: Mapped[Creation] = mapped_column(stored(Creation))
    reached_on: Mapped[date]
    note: Mapped[str]
