"""How terms of staff and their training are stored."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.staff.staff_member import StaffRole
from app.storage.base import Base, stored


class StaffMember(Base):
    """A term of one person in one role."""

    __tablename__ = "staff_member"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[StaffRole] = mapped_column(stored(StaffRole))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    weekly_minutes: Mapped[int]
    full_time_minutes: Mapped[int]
    concurrent_post: Mapped[str]
    city_agreed_on: Mapped[date | None]
    reason: Mapped[str]
    note: Mapped[str]


class StaffTraining(Base):
    """研修受講: a training somebody of the staff took."""

    __tablename__ = "staff_training"

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff_member.id"), index=True)
    attended_on: Mapped[date] = mapped_column(index=True)
    title: Mapped[str]
    host: Mapped[str]
    place: Mapped[str]
    minutes: Mapped[int | None]
    content: Mapped[str]
    learnt: Mapped[str]
    certificate: Mapped[str]
