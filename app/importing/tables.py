"""How the editions of a list that is imported again and again are stored.

What an edition held is kept, so that the next one can say what came and what went.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from app.contacts.custom import Subject
from app.storage.base import Base, stored


class ImportedList(Base):
    """One edition of a list (名簿の版), as it was imported."""

    __tablename__ = "imported_list"
    __table_args__ = (Index("ix_imported_list_name", "subject", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    """What all editions of the list are known by."""
    subject: Mapped[Subject] = mapped_column(stored(Subject))
    file_name: Mapped[str]
    imported_on: Mapped[date]
    rows: Mapped[int]


class ImportedRecord(Base):
    """A record that an edition held: a person, an organisation or a resource, one of the three."""

    __tablename__ = "imported_record"

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("imported_list.id"), index=True)
    row: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    local_resource_id: Mapped[int | None] = mapped_column(
        ForeignKey("local_resource.id"), index=True
    )
