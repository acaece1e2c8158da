"""What pages and documents read of the registered forms."""

from __future__ import annotations

import base64
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.forms.edition import Edition, EditionRow, Mark, OwnDocument
from app.forms.tables import FormEdition, FormFile, FormMark, OwnDocumentRow
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear

_ROWS = select(
    FormEdition.id,
    FormEdition.document,
    FormEdition.name,
    FormEdition.version,
    FormEdition.from_year,
    FormEdition.note,
    FormEdition.registered_on,
    select(func.count(FormMark.id))
    .where(FormMark.edition_id == FormEdition.id)
    .correlate(FormEdition)
    .scalar_subquery(),
    FormFile.size,
    FormFile.digest,
).join(FormFile)
_ORDERED = _ROWS.order_by(FormEdition.from_year.desc(), FormEdition.id.desc())

TABLES = frozenset(
    table.__tablename__ for table in (FormEdition, FormFile, FormMark, OwnDocumentRow)
)
"""The tables a change to which makes anything read here out of date."""


def editions(session: Session, document: str | None = None) -> tuple[EditionRow, ...]:
    """Return the editions of a document, or of all, those of the latest years first."""
    query = _ORDERED
    if document is not None:
        query = query.where(FormEdition.document == document)
    return tuple(_row(found) for found in session.execute(query))


def edition(session: Session, edition: int) -> Edition:
    """Return one edition with its workbook.  Refuses one that is not there (any more)."""
    found = session.execute(_ROWS.where(FormEdition.id == edition)).one_or_none()
    if found is None:
        raise Refusal(
            "この様式の版は登録されていません。「様式」の一覧から、使う版を選び直してください。"
        )
    content = session.scalars(
        select(FormFile.content).join(FormEdition).where(FormEdition.id == edition)
    ).one()
    return Edition(_row(found), base64.b64decode(content), marks(session, edition))


def marks(session: Session, edition: int) -> tuple[Mark, ...]:
    """Return what was mapped onto an edition, in the order in which it was."""
    query = select(FormMark.sheet, FormMark.cell, FormMark.text)
    found = session.execute(query.where(FormMark.edition_id == edition).order_by(FormMark.id))
    return tuple(Mark(sheet, cell, text) for sheet, cell, text in found)


def row_for(session: Session, document: str, year: FiscalYear) -> EditionRow | None:
    """Return the edition that holds for a fiscal year: the newest that is not from a later one."""
    query = _ORDERED.where(FormEdition.document == document, FormEdition.from_year <= year.start)
    found = session.execute(query.limit(1)).one_or_none()
    return None if found is None else _row(found)


def edition_for(session: Session, document: str, year: FiscalYear) -> Edition | None:
    """Return ``row_for`` with its workbook, or nothing where no edition holds for that year."""
    row = row_for(session, document, year)
    return None if row is None else edition(session, row.id)


def own_documents(session: Session) -> tuple[OwnDocument, ...]:
    """Return the documents that the office added, in the order in which it did."""
    query = select(OwnDocumentRow.id, OwnDocumentRow.name, OwnDocumentRow.basis)
    rows = session.execute(query.order_by(OwnDocumentRow.id))
    return tuple(OwnDocument(*row) for row in rows)


def _row(found: Any) -> EditionRow:
    key, document, name, version, year, *rest = found
    return EditionRow(key, document, name, version, FiscalYear(year), *rest)
