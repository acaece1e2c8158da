"""How notes of contacts and attached files are stored.

A file is text here, in base64, and in a table of its own: the change log keeps images of rows as
text, and a changed title must not copy the file into it once more.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.base import Base, stored
from app.timeline.note import NoteKind


class ContactNote(Base):
    """One call, visit or letter of a person, an organisation, or both."""

    __tablename__ = "contact_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    happened_at: Mapped[datetime]
    kind: Mapped[NoteKind] = mapped_column(stored(NoteKind))
    incoming: Mapped[bool | None]
    text: Mapped[str] = mapped_column(Text)
    follow_up_on: Mapped[date | None] = mapped_column(index=True)
    follow_up: Mapped[str]
    followed_up_on: Mapped[date | None]


class AttachmentFile(Base):
    """A file by its SHA-256: attached twice, it is kept once."""

    __tablename__ = "attachment_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    content: Mapped[str] = mapped_column(Text)


class Attachment(Base):
    """A file attached to a person, an organisation or a note."""

    __tablename__ = "attachment"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    note_id: Mapped[int | None] = mapped_column(ForeignKey("contact_note.id"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("attachment_file.id"), index=True)
    name: Mapped[str]
    added_on: Mapped[date]
    note: Mapped[str]
