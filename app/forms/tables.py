"""How registered forms, what was mapped onto them, and the office's own documents are stored.

A workbook is text here, in base64, and in a table of its own: the change log keeps images of
rows as text, and a mark that changes must not copy the workbook into it once more.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.forms.edition import Basis
from app.storage.base import Base, stored


class OwnDocumentRow(Base):
    """A document that the office added to the catalogue (自分の書類)."""

    __tablename__ = "own_document"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    basis: Mapped[Basis] = mapped_column(stored(Basis))


class FormFile(Base):
    """A workbook by its SHA-256: the same file registered twice is kept once."""

    __tablename__ = "form_file"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(unique=True)
    size: Mapped[int]
    content: Mapped[str] = mapped_column(Text)


class FormEdition(Base):
    """One edition of a document's form; an own document is referred to as well as named."""

    __tablename__ = "form_edition"
    __table_args__ = (UniqueConstraint("document", "file_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    document: Mapped[str]
    own_document_id: Mapped[int | None] = mapped_column(ForeignKey("own_document.id"), index=True)
    file_id: Mapped[int] = mapped_column(ForeignKey("form_file.id"), index=True)
    name: Mapped[str]
    version: Mapped[str]
    from_year: Mapped[int]
    note: Mapped[str]
    registered_on: Mapped[date]


class FormMark(Base):
    """A cell of an edition that was pointed at, and the text with tags that stands for it."""

    __tablename__ = "form_mark"
    __table_args__ = (UniqueConstraint("edition_id", "sheet", "cell"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    edition_id: Mapped[int] = mapped_column(ForeignKey("form_edition.id"))
    sheet: Mapped[str]
    cell: Mapped[str]
    text: Mapped[str]
