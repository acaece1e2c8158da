"""How settings, districts, towns and the record of what left the office are stored."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.base import Base


class Setting(Base):
    """One setting that belongs with the data: undoable, audited, kept in the office file."""

    __tablename__ = "setting"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[Any] = mapped_column(JSON)


class District(Base):
    """日常生活圏域, with the centre (地域包括支援センター) that looks after it."""

    __tablename__ = "district"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    position: Mapped[int]
    centre: Mapped[str]


class Town(Base):
    """町名, and the district it lies in, where that is known."""

    __tablename__ = "town"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kana: Mapped[str]
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)


class ExportRecord(Base):
    """Something with names in it that left the PC (提供記録): what, why, how many.

    ``edition_id`` and ``form_digest`` say with which form it was made.  The edition is no foreign
    key: it may be taken away, and another may come to have its number, which the digest shows.
    """

    __tablename__ = "export_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    made_at: Mapped[datetime]
    document: Mapped[str]
    title: Mapped[str]
    format: Mapped[str]
    people: Mapped[int]
    columns: Mapped[Any] = mapped_column(JSON)
    purpose: Mapped[str]
    recipient: Mapped[str]
    edition_id: Mapped[int | None]
    form_digest: Mapped[str]
