"""How plans of fiscal years and their items are stored."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.planning.plan import Grade
from app.storage.base import Base, stored


class PlanYear(Base):
    """The words of one fiscal year."""

    __tablename__ = "plan_year"

    id: Mapped[int] = mapped_column(primary_key=True)
    fiscal_year: Mapped[int] = mapped_column(unique=True)
    vision: Mapped[str] = mapped_column(Text)
    policy: Mapped[str] = mapped_column(Text)
    priorities: Mapped[str] = mapped_column(Text)
    structure: Mapped[str] = mapped_column(Text)
    overview: Mapped[str] = mapped_column(Text)
    problems: Mapped[str] = mapped_column(Text)
    proposals: Mapped[str] = mapped_column(Text)


class PlanItem(Base):
    """A project of a year; ``copied_from_id`` is the same one a year before."""

    __tablename__ = "plan_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    fiscal_year: Mapped[int] = mapped_column(index=True)
    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"), index=True)
    position: Mapped[int]
    title: Mapped[str]
    purpose: Mapped[str] = mapped_column(Text)
    content: Mapped[str] = mapped_column(Text)
    months: Mapped[int]
    measure: Mapped[str]
    indicator: Mapped[str]
    unit: Mapped[str]
    target: Mapped[int | None]
    actual: Mapped[int | None]
    done: Mapped[str] = mapped_column(Text)
    outcome: Mapped[str] = mapped_column(Text)
    problems: Mapped[str] = mapped_column(Text)
    direction: Mapped[str] = mapped_column(Text)
    grade: Mapped[Grade | None] = mapped_column(stored(Grade))
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("plan_item.id"), index=True)
