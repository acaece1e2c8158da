"""How councils, members, meetings and what they leave behind are stored."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.council.council import Office, Standing, Tier
from app.council.meeting import MeetingState, Openness, Presence, Reply, ResolutionKind
from app.storage.base import Base, stored


class Council(Base):
    """協議体, 地域ケア会議 or another series of meetings."""

    __tablename__ = "council"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    tier: Mapped[Tier] = mapped_column(stored(Tier))
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    care_too: Mapped[bool]
    established_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    meetings_a_year: Mapped[int | None]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    purpose: Mapped[str]
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class CouncilMember(Base):
    """委員: a seat for one term; past terms stay."""

    __tablename__ = "council_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    standing: Mapped[Standing] = mapped_column(stored(Standing))
    office: Mapped[Office] = mapped_column(stored(Office))
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    post: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None] = mapped_column(index=True)
    appointment_number: Mapped[str]
    appointed_on: Mapped[date | None]
    note: Mapped[str]


class Meeting(Base):
    """会議.  ``stages`` are bits in the order of ``DiscussionStage``."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("council_id", "fiscal_year", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("council.id"))
    fiscal_year: Mapped[int] = mapped_column(index=True)
    number: Mapped[int]
    held_on: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    venue: Mapped[str]
    state: Mapped[MeetingState] = mapped_column(stored(MeetingState))
    openness: Mapped[Openness] = mapped_column(stored(Openness))
    observers: Mapped[int]
    press: Mapped[int]
    stages: Mapped[int]
    attended: Mapped[bool]
    invited_on: Mapped[date | None]
    reply_by: Mapped[date | None]
    summary: Mapped[str] = mapped_column(Text)
    full_minutes: Mapped[str] = mapped_column(Text)
    minutes_sent_on: Mapped[date | None]
    minutes_confirmed_on: Mapped[date | None]
    next_meeting: Mapped[str]
    note: Mapped[str]


class AgendaItem(Base):
    """議題."""

    __tablename__ = "agenda_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    issue_id: Mapped[int | None] = mapped_column(ForeignKey("local_issue.id"), index=True)
    opinions: Mapped[str] = mapped_column(Text)


class MeetingPaper(Base):
    """配布資料, named as on the agenda."""

    __tablename__ = "meeting_paper"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    position: Mapped[int]
    name: Mapped[str]


class Attendee(Base):
    """Who was asked to a meeting, and who came."""

    __tablename__ = "attendee"
    __table_args__ = (UniqueConstraint("meeting_id", "person_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    office: Mapped[Office] = mapped_column(stored(Office))
    post: Mapped[str]
    reply: Mapped[Reply | None] = mapped_column(stored(Reply))
    replied_on: Mapped[date | None]
    presence: Mapped[Presence | None] = mapped_column(stored(Presence))
    proxy_name: Mapped[str]
    note: Mapped[str]


class Resolution(Base):
    """決定事項 or 宿題 of a meeting."""

    __tablename__ = "resolution"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    agenda_item_id: Mapped[int | None] = mapped_column(ForeignKey("agenda_item.id"), index=True)
    position: Mapped[int]
    kind: Mapped[ResolutionKind] = mapped_column(stored(ResolutionKind))
    text: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    owner: Mapped[str]
    due_on: Mapped[date | None] = mapped_column(index=True)
    done_on: Mapped[date | None]
    result: Mapped[str]
