"""How supporters, their levels, abilities, insurance and the masters of support are stored."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.office.named_master import NamedEntry
from app.storage.base import ONE_OF_EACH, Base, stored
from app.supporters.supporter import Basis, EndReason, InsurancePlan, Skill, SupporterState


class ActivityLevel(NamedEntry):
    """活動レベル: a master of the office; its order is its height."""

    __tablename__ = "activity_level"


class SupportKind(NamedEntry):
    """困りごと・支援内容: what help there is (できること, 希望する内容), a master (section 2.9)."""

    __tablename__ = "support_kind"

    short_name: Mapped[str] = mapped_column(default="")
    """略号 for narrow columns of a roster."""
    distance_matters: Mapped[bool] = mapped_column(default=True)
    """Whether it counts how far away a supporter lives: not for help by telephone."""


class Supporter(Base):
    """One registration of one person.  The present ``state`` and ``level_id`` are derived.

    A person has one at most, in the bin or not: who comes back is registered again in it.
    """

    __tablename__ = "supporter"
    __table_args__ = ({"info": {ONE_OF_EACH: (("person_id",),)}},)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    enrollment_id: Mapped[int | None] = mapped_column(ForeignKey("enrollment.id"), index=True)
    """The completed course it came from."""
    number: Mapped[str] = mapped_column(index=True)
    basis: Mapped[Basis] = mapped_column(stored(Basis))
    registered_on: Mapped[date | None]
    valid_until: Mapped[date | None] = mapped_column(index=True)
    state: Mapped[SupporterState] = mapped_column(stored(SupporterState), index=True)
    level_id: Mapped[int | None] = mapped_column(ForeignKey("activity_level.id"))
    interviewed_on: Mapped[date | None]
    interviewer: Mapped[str]
    interview: Mapped[str]
    motive: Mapped[str]
    week: Mapped[int]
    months: Mapped[int]
    times_a_month: Mapped[int | None]
    availability: Mapped[str]
    transport: Mapped[Any] = mapped_column(JSON)
    gives_rides: Mapped[bool]
    wishes: Mapped[str]
    considerations: Mapped[str]
    other_programmes: Mapped[str]
    one_to_one: Mapped[bool]
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class SupporterStateChange(Base):
    """A state of a registration from a day on; past ones stay, so that any month can be counted."""

    __tablename__ = "supporter_state_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    state: Mapped[SupporterState] = mapped_column(stored(SupporterState))
    starts_on: Mapped[date]
    reason: Mapped[EndReason | None] = mapped_column(stored(EndReason))
    note: Mapped[str]


class LevelChange(Base):
    """A level from a day on, who decided it and why."""

    __tablename__ = "level_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    level_id: Mapped[int] = mapped_column(ForeignKey("activity_level.id"))
    starts_on: Mapped[date]
    decided_by: Mapped[str]
    reason: Mapped[str]


class SupporterConfirmation(Base):
    """年1回の意向確認: that a supporter goes on, asked once a year."""

    __tablename__ = "supporter_confirmation"

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    confirmed_on: Mapped[date]
    note: Mapped[str]


class SupporterSkill(Base):
    """できること: a kind of support, how well, and whether the supporter wishes to give it."""

    __tablename__ = "supporter_skill"
    __table_args__ = (UniqueConstraint("supporter_id", "kind_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"))
    kind_id: Mapped[int] = mapped_column(ForeignKey("support_kind.id"), index=True)
    skill: Mapped[Skill] = mapped_column(stored(Skill))
    wished: Mapped[bool]


class SupporterDistrict(Base):
    """活動できる圏域; none means anywhere."""

    __tablename__ = "supporter_district"
    __table_args__ = (UniqueConstraint("supporter_id", "district_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"))
    district_id: Mapped[int] = mapped_column(ForeignKey("district.id"), index=True)


class CentreRegistration(Base):
    """ボランティアセンターへの登録, asked for by the supporter and with consent."""

    __tablename__ = "centre_registration"

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), unique=True)
    wished_on: Mapped[date | None]
    requested_on: Mapped[date | None]
    registered_on: Mapped[date | None]
    number: Mapped[str]
    cancelled_on: Mapped[date | None]
    note: Mapped[str]


class Insurance(Base):
    """ボランティア活動保険 of one fiscal year: cover from the day after joining to 31 March."""

    __tablename__ = "insurance"

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    fiscal_year: Mapped[int] = mapped_column(index=True)
    plan: Mapped[InsurancePlan] = mapped_column(stored(InsurancePlan))
    premium: Mapped[int]
    """Yen."""
    joined_on: Mapped[date]
    covers_from: Mapped[date]
    covers_until: Mapped[date]
    joined_through: Mapped[str]
    handed_in_on: Mapped[date | None]
    """When the roster with this entry was handed in."""
    note: Mapped[str]


class Qualification(Base):
    """資格 of a supporter, and until when it holds."""

    __tablename__ = "qualification"

    id: Mapped[int] = mapped_column(primary_key=True)
    supporter_id: Mapped[int] = mapped_column(ForeignKey("supporter.id"), index=True)
    name: Mapped[str]
    number: Mapped[str]
    obtained_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)
    note: Mapped[str]
