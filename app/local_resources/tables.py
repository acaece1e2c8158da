"""How resources, their opening days and confirmations, and the map of the area are stored."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.local_resources.local_resource import (
    ConfirmationResult,
    ConfirmationWay,
    Payment,
    Programme,
    ResourceStatus,
    View,
)
from app.office.named_master import NamedEntry
from app.storage.base import Base, stored


class ResourceKind(NamedEntry):
    """社会資源の区分: a master of the office (section 2.9)."""

    __tablename__ = "resource_kind"


class LocalResource(Base):
    """A resource.  ``sort_key``, ``search_text`` and ``confirmed_on`` are derived."""

    __tablename__ = "local_resource"
    __table_args__ = (Index("ix_local_resource_list", "deleted_at", "sort_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    kana: Mapped[str]
    kind_id: Mapped[int | None] = mapped_column(ForeignKey("resource_kind.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    district_fixed: Mapped[bool]
    city_wide: Mapped[bool]
    venue: Mapped[str]
    postal_code: Mapped[str]
    address_town: Mapped[str]
    address_number: Mapped[str]
    address_building: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    barrier_free: Mapped[bool | None]
    parking: Mapped[bool | None]
    winter_break: Mapped[str]
    opening: Mapped[str]
    target: Mapped[str]
    fee: Mapped[str]
    capacity: Mapped[int | None]
    usual_number: Mapped[int | None]
    application: Mapped[str]
    content: Mapped[str]
    representative: Mapped[str]
    public_contact: Mapped[str]
    public_phone: Mapped[str]
    internal_contact: Mapped[str]
    internal_phone: Mapped[str]
    website: Mapped[str]
    view: Mapped[View] = mapped_column(stored(View))
    public_consent_on: Mapped[date | None]
    takes_supporters: Mapped[bool]
    supporters_wanted: Mapped[int | None]
    supporters_work: Mapped[str]
    payment: Mapped[Payment | None] = mapped_column(stored(Payment))
    programme: Mapped[Programme | None] = mapped_column(stored(Programme))
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    status: Mapped[ResourceStatus] = mapped_column(stored(ResourceStatus))
    source: Mapped[str]
    note: Mapped[str]
    confirmed_on: Mapped[date | None] = mapped_column(index=True)
    sort_key: Mapped[str]
    search_text: Mapped[str]
    deleted_at: Mapped[datetime | None]


class OpeningDay(Base):
    """開催日 as structure: on these weekdays, in these weeks of the month, from when to when.

    ``weekdays`` are 7 bits, Monday first; ``weeks`` 5 bits, the first week first, none for every
    week; ``months`` 12 bits, January first, none for the whole year.
    """

    __tablename__ = "opening_day"

    id: Mapped[int] = mapped_column(primary_key=True)
    local_resource_id: Mapped[int] = mapped_column(ForeignKey("local_resource.id"), index=True)
    weekdays: Mapped[int]
    weeks: Mapped[int]
    months: Mapped[int]
    starts_at: Mapped[time | None]
    ends_at: Mapped[time | None]
    note: Mapped[str]


class ResourceConfirmation(Base):
    """情報の確認: on which day, by whom and how what is written was confirmed, or tried to be."""

    __tablename__ = "resource_confirmation"

    id: Mapped[int] = mapped_column(primary_key=True)
    local_resource_id: Mapped[int] = mapped_column(ForeignKey("local_resource.id"), index=True)
    confirmed_on: Mapped[date]
    confirmed_by: Mapped[str]
    way: Mapped[ConfirmationWay] = mapped_column(stored(ConfirmationWay))
    result: Mapped[ConfirmationResult] = mapped_column(stored(ConfirmationResult))
    note: Mapped[str]


class MapArea(Base):
    """A boundary of the map, imported by the office: a town, a district, the shore line.

    ``rings`` are lists of ``[longitude, latitude]`` in degrees; one that does not end where it
    begins is a line.
    """

    __tablename__ = "map_area"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    rings: Mapped[Any] = mapped_column(JSON)


class MapPoint(Base):
    """Where a town lies, imported by the office; stands in for resources without coordinates."""

    __tablename__ = "map_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    latitude: Mapped[float]
    longitude: Mapped[float]
