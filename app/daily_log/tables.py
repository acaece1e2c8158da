"""How entries of the daily log, whom they were with and what they were about are stored."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.daily_log.log_entry import Means, SupportSort
from app.storage.base import Base, stored


class LogEntry(Base):
    """日報の1件."""

    __tablename__ = "log_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    on_day: Mapped[date] = mapped_column(index=True)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    minutes: Mapped[int | None]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_member.id"), index=True)
    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"), index=True)
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("activity_kind.id"), index=True)
    means: Mapped[Means] = mapped_column(stored(Means))
    support: Mapped[SupportSort] = mapped_column(stored(SupportSort))
    place: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    people_count: Mapped[int | None]
    title: Mapped[str]
    content: Mapped[str] = mapped_column(Text)
    result: Mapped[str] = mapped_column(Text)
    next_step: Mapped[str]
    next_on: Mapped[date | None] = mapped_column(index=True)
    next_done_on: Mapped[date | None]
    internal_note: Mapped[str] = mapped_column(Text)
    to_city: Mapped[bool]
    report_text: Mapped[str] = mapped_column(Text)
    distance_km: Mapped[int | None]
    fare: Mapped[int | None]
    search_text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class LogContact(Base):
    """相手 of an entry."""

    __tablename__ = "log_contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("log_entry.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)


class LogLink(Base):
    """What an entry is about: one of these columns is set."""

    __tablename__ = "log_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("log_entry.id"), index=True)
    need_id: Mapped[int | None] = mapped_column(ForeignKey("need.id"), index=True)
    resource_id: Mapped[int | None] = mapped_column(ForeignKey("local_resource.id"), index=True)
    issue_id: Mapped[int | None] = mapped_column(ForeignKey("local_issue.id"), index=True)
    match_id: Mapped[int | None] = mapped_column(ForeignKey("match.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("help_request.id"), index=True)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meeting.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("course_session.id"), index=True)
    note_id: Mapped[int | None] = mapped_column(ForeignKey("contact_note.id"), index=True)


class LogDay(Base):
    """What the sheet of a day says beside its entries."""

    __tablename__ = "log_day"

    id: Mapped[int] = mapped_column(primary_key=True)
    on_day: Mapped[date] = mapped_column(unique=True)
    weather: Mapped[str]
    came_at: Mapped[time | None]
    left_at: Mapped[time | None]
    tomorrow: Mapped[str]
    note: Mapped[str]
