"""How pairs that are not the same, and records that were merged, are stored."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.custom import Subject
from app.storage.base import Base, stored


class NotSame(Base):
    """Two records somebody said are not the same; the smaller key comes first."""

    __tablename__ = "not_same"
    __table_args__ = (UniqueConstraint("subject", "first_id", "second_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[Subject] = mapped_column(stored(Subject))
    first_id: Mapped[int]
    second_id: Mapped[int]
    said_on: Mapped[date]


class Merge(Base):
    """Two records made one.

    ``kept_before`` holds what the kept record said before, ``kept_after`` what it was given, so
    that taking the merge back returns only what nobody has changed since.
    """

    __tablename__ = "merge"
    __table_args__ = (Index("ix_merge_kept", "subject", "kept_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[Subject] = mapped_column(stored(Subject))
    kept_id: Mapped[int]
    merged_id: Mapped[int] = mapped_column(index=True)
    merged_at: Mapped[datetime]
    kept_before: Mapped[Any] = mapped_column(JSON)
    kept_after: Mapped[Any] = mapped_column(JSON)
    taken_back_at: Mapped[datetime | None]


class MergePiece(Base):
    """A row that a merge carried over from the merged record to the kept one.

    ``left_behind`` is the row as it was where the kept record had one like it, so that it could
    not be carried over.
    """

    __tablename__ = "merge_piece"

    id: Mapped[int] = mapped_column(primary_key=True)
    merge_id: Mapped[int] = mapped_column(ForeignKey("merge.id"), index=True)
    table_name: Mapped[str]
    column_name: Mapped[str]
    row_id: Mapped[int]
    left_behind: Mapped[Any | None] = mapped_column(JSON)
