"""How texts of reports, submissions with their files, and letters are stored.

A file is text here, in base64, in a table of its own, as attachments are.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.base import Base, stored
from app.submissions.submission import Direction, LetterWay, TextPart


class ReportText(Base):
    """What the coordinator wrote for one part of the report of one period."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("document", "first_day", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str]
    first_day: Mapped[date]
    part: Mapped[TextPart] = mapped_column(stored(TextPart))
    text: Mapped[str] = mapped_column(Text)


class Letter(Base):
    """文書収発簿の1行."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    direction: Mapped[Direction] = mapped_column(stored(Direction))
    fiscal_year: Mapped[int] = mapped_column(index=True)
    number: Mapped[str] = mapped_column(index=True)
    on_day: Mapped[date] = mapped_column(index=True)
    subject: Mapped[str]
    partner: Mapped[str]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    way: Mapped[LetterWay] = mapped_column(stored(LetterWay))
    enclosures: Mapped[str]
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class Submission(Base):
    """提出版 of a document: its values as they were, and with what form it was made.

    ``values`` is what the form was filled from; later facts are compared with it (訂正).
    ``previous_id`` is the submission this one replaces (再提出).
    """

    __tablename__ = "submission"

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    fiscal_year: Mapped[int] = mapped_column(index=True)
    month: Mapped[int | None]
    asked: Mapped[Any] = mapped_column(JSON)
    values: Mapped[Any] = mapped_column(JSON)
    submitted_at: Mapped[datetime]
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letter.id"), index=True)
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id"), index=True)
    edition_id: Mapped[int | None]
    form_digest: Mapped[str]
    note: Mapped[str]


class SubmissionFile(Base):
    """A file as it was handed in, with its SHA-256."""

    __tablename__ = "submission_file"
    __table_args__ = (UniqueConstraint("submission_id", "format"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    format: Mapped[str]
    digest: Mapped[str]
    size: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
