"""How duties, kinds of activity, schemes and the crosswalk are stored."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.office.named_master import NamedEntry
from app.storage.base import Base


class DutyList(Base):
    """The duties of one period of the contract."""

    __tablename__ = "duty_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    starts_on: Mapped[date] = mapped_column(unique=True)
    ends_on: Mapped[date | None]


class Duty(Base):
    """業務区分 of one list."""

    __tablename__ = "duty"
    __table_args__ = (UniqueConstraint("list_id", "sign"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("duty_list.id"))
    sign: Mapped[str]
    name: Mapped[str]
    short_name: Mapped[str]
    position: Mapped[int]


class ActivityKind(NamedEntry):
    """活動種別 of the daily log: a master of the office (section 2.9)."""

    __tablename__ = "activity_kind"


class Scheme(Base):
    """Another classification (国調査, ガイドライン…) the same entries are counted in."""

    __tablename__ = "scheme"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]


class Category(Base):
    """An entry of a scheme."""

    __tablename__ = "category"
    __table_args__ = (UniqueConstraint("scheme_id", "sign"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    sign: Mapped[str]
    name: Mapped[str]
    position: Mapped[int]


class Crossing(Base):
    """Where a duty belongs in a scheme; with a kind of activity, where that kind of it belongs."""

    __tablename__ = "crossing"
    __table_args__ = (UniqueConstraint("duty_id", "scheme_id", "kind_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    duty_id: Mapped[int] = mapped_column(ForeignKey("duty.id"))
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"), index=True)
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("activity_kind.id"), index=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
