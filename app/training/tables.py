"""How courses, sessions, applications, attendance and certificates are stored."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.person import ContactWay
from app.storage.base import Base, stored
from app.training.completion import Mark
from app.training.course import (
    CourseStatus,
    EnrollmentStatus,
    HeardFrom,
    SessionForm,
    SessionStatus,
)


class CourseKind(Base):
    """種別 of a course: a master with the defaults its courses begin with."""

    __tablename__ = "course_kind"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    """Default title of a course: 函館市くらしのサポーター養成研修."""
    sign: Mapped[str]
    """What stands for the kind in a certificate's number: 養, ス."""
    position: Mapped[int]
    capacity: Mapped[int]
    sessions: Mapped[int]
    minimum_attended: Mapped[int]
    make_up_allowed: Mapped[bool]
    excused_counts: Mapped[bool]
    requires_kind_id: Mapped[int | None] = mapped_column(ForeignKey("course_kind.id"))


class Course(Base):
    """研修クール: one course, as offered once in a fiscal year."""

    __tablename__ = "course"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind_id: Mapped[int] = mapped_column(ForeignKey("course_kind.id"), index=True)
    fiscal_year: Mapped[int] = mapped_column(index=True)
    term: Mapped[int]
    title: Mapped[str]
    capacity: Mapped[int]
    planned_sessions: Mapped[int]
    minimum_attended: Mapped[int]
    make_up_allowed: Mapped[bool]
    excused_counts: Mapped[bool]
    requires_kind_id: Mapped[int | None] = mapped_column(ForeignKey("course_kind.id"))
    venue: Mapped[str]
    recruit_from: Mapped[date | None]
    recruit_to: Mapped[date | None]
    recruit_way: Mapped[str]
    fee: Mapped[int]
    hosts: Mapped[str]
    staff: Mapped[str]
    status: Mapped[CourseStatus] = mapped_column(stored(CourseStatus))
    purpose: Mapped[str]
    outcome: Mapped[str]
    improvement: Mapped[str]
    lottery_seed: Mapped[int | None]
    lottery_on: Mapped[date | None]
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class CourseSession(Base):
    """回: one meeting of a course."""

    __tablename__ = "course_session"
    __table_args__ = (UniqueConstraint("course_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    number: Mapped[int]
    held_on: Mapped[date | None] = mapped_column(index=True)
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    venue: Mapped[str]
    theme: Mapped[str]
    content: Mapped[str]
    form: Mapped[SessionForm] = mapped_column(stored(SessionForm))
    lecturer: Mapped[str]
    lecturer_title: Mapped[str]
    materials: Mapped[str]
    required: Mapped[bool]
    status: Mapped[SessionStatus] = mapped_column(stored(SessionStatus))
    change_reason: Mapped[str]
    first_planned_on: Mapped[date | None]
    """The day a postponed session was first planned for."""
    note: Mapped[str]


class Enrollment(Base):
    """受講申込: one person's application to one course, and what became of it."""

    __tablename__ = "enrollment"
    __table_args__ = (
        UniqueConstraint("course_id", "person_id"),
        UniqueConstraint("course_id", "number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("course.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    applied_on: Mapped[date]
    applied_by: Mapped[ContactWay | None] = mapped_column(stored(ContactWay))
    heard_from: Mapped[HeardFrom | None] = mapped_column(stored(HeardFrom))
    motive: Mapped[str]
    status: Mapped[EnrollmentStatus] = mapped_column(stored(EnrollmentStatus))
    status_on: Mapped[date]
    status_reason: Mapped[str]
    number: Mapped[int | None]
    """受講番号, given once when accepted and never used again."""
    waiting_order: Mapped[int | None]
    lottery_order: Mapped[int | None]
    group_name: Mapped[str]
    walk_in: Mapped[bool]
    entry_exception: Mapped[str]
    """Why somebody was let in who does not meet the entry rule (参加資格)."""
    note: Mapped[str]


class Attendance(Base):
    """出欠: how one trainee took, or will take, one session."""

    __tablename__ = "attendance"
    __table_args__ = (UniqueConstraint("enrollment_id", "session_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollment.id"), index=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("course_session.id"), index=True)
    mark: Mapped[Mark] = mapped_column(stored(Mark))
    planned: Mapped[bool]
    """Whether the mark was told ahead (事前連絡), before the session."""
    reason: Mapped[str]
    made_up_in_id: Mapped[int | None] = mapped_column(ForeignKey("course_session.id"))
    made_up_on: Mapped[date | None]
    confirmed_by: Mapped[str]
    note: Mapped[str]


class Certificate(Base):
    """修了証書, as entered in the register (交付台帳)."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("fiscal_year", "kind_id", "serial"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrollment_id: Mapped[int] = mapped_column(ForeignKey("enrollment.id"), unique=True)
    fiscal_year: Mapped[int]
    kind_id: Mapped[int] = mapped_column(ForeignKey("course_kind.id"))
    serial: Mapped[int]
    issued_on: Mapped[date]
    name: Mapped[str]
    """The name as it was written on the day of issue."""


class CertificateReissue(Base):
    """再交付: the same number and original date, given out again."""

    __tablename__ = "certificate_reissue"

    id: Mapped[int] = mapped_column(primary_key=True)
    certificate_id: Mapped[int] = mapped_column(ForeignKey("certificate.id"), index=True)
    reissued_on: Mapped[date]
    reason: Mapped[str]
    name: Mapped[str]
