"""How periods of retention and records of disposal (廃棄記録) are stored."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from app.retention.rule import DataKind
from app.storage.base import Base, stored


class RetentionRule(Base):
    """For how many fiscal years a kind of data is kept after the one it was last used in."""

    __tablename__ = "retention_rule"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[DataKind] = mapped_column(stored(DataKind), unique=True)
    years: Mapped[int]


class Disposal(Base):
    """One disposal: what was erased and how many, never whose."""

    __tablename__ = "disposal"

    id: Mapped[int] = mapped_column(primary_key=True)
    disposed_on: Mapped[date]
    kind: Mapped[DataKind] = mapped_column(stored(DataKind))
    due_before: Mapped[date | None]
    counts: Mapped[Any] = mapped_column(JSON)
    statistics: Mapped[Any] = mapped_column(JSON)
    reason: Mapped[str]
    by: Mapped[str]
