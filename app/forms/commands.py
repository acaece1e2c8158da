"""What a user can do with registered forms; each is one step that can be taken back."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.form.package import Package
from app.documents.form.workbook import Workbook
from app.forms.edition import (
    MOST_BYTES,
    Basis,
    EditionDraft,
    Mark,
    digest_of,
    own_id,
)
from app.forms.placing import placed
from app.forms.tables import FormEdition, FormFile, FormMark, OwnDocumentRow
from app.kernel.errors import Refusal
from app.storage.base import moment

_MEGABYTE = 1024 * 1024


def register_form(
    session: Session, draft: EditionDraft, data: bytes, marks: Sequence[Mark] = ()
) -> int:
    """Register a workbook as an edition of a document's form and return its key.

    Raises ``Refusal`` where the workbook cannot be read, is larger than 10 MB or is already an
    edition of this document, and for a mark that leads nowhere.
    """
    if len(data) > MOST_BYTES:
        raise Refusal(
            f"「{draft.name}」は{len(data) / _MEGABYTE:.1f}MBあり、登録できるのは10MBまでです。"
            "使わない画像やシートを取り除いて、保存し直してください。"
        )
    draft = _checked(session, draft)
    workbook = _read(data, draft.name)
    file = _file(session, data)
    _refuse_twice(session, draft, file)
    row = FormEdition(
        document=draft.document,
        own_document_id=own_id(draft.document),
        file_id=file,
        name=draft.name,
        version=draft.version,
        from_year=draft.from_year.start,
        note=draft.note,
        registered_on=moment(session).date(),
    )
    session.add(row)
    session.flush()
    _write_marks(session, row.id, [placed(workbook, mark) for mark in marks])
    return row.id


def change_edition(session: Session, edition: int, draft: EditionDraft) -> None:
    """Change what is said of an edition; its workbook and its document stay."""
    row = _edition(session, edition)
    draft = _checked(session, replace(draft, document=row.document))
    row.name = draft.name
    row.version = draft.version
    row.from_year = draft.from_year.start
    row.note = draft.note


def set_mark(session: Session, edition: int, mark: Mark) -> None:
    """Map a text with tags onto a cell, in place of what was mapped there before.

    In merged cells the first is meant.  Raises ``Refusal`` for a place the form does not have.
    """
    mark = placed(_workbook(session, edition), mark)
    found = _mark(session, edition, mark.sheet, mark.cell)
    if found is None:
        _write_marks(session, edition, [mark])
    else:
        found.text = mark.text


def clear_mark(session: Session, edition: int, sheet: str, cell: str) -> None:
    """Take away what was mapped onto a cell; a cell that had nothing stays as it is."""
    found = _mark(session, edition, sheet, cell)
    if found is not None:
        session.delete(found)


def set_marks(session: Session, edition: int, marks: Sequence[Mark]) -> None:
    """Map exactly these: those that are there stay, others go."""
    workbook = _workbook(session, edition)
    wanted = {(mark.sheet, mark.cell): mark for mark in (placed(workbook, one) for one in marks)}
    query = select(FormMark).where(FormMark.edition_id == edition)
    for row in session.scalars(query).all():
        mark = wanted.pop((row.sheet, row.cell), None)
        if mark is None:
            session.delete(row)
        else:
            row.text = mark.text
    _write_marks(session, edition, list(wanted.values()))


def remove_edition(session: Session, edition: int) -> None:
    """Take an edition away, and its workbook where no other edition uses it."""
    row = _edition(session, edition)
    file = row.file_id
    for mark in session.scalars(select(FormMark).where(FormMark.edition_id == edition)):
        session.delete(mark)
    session.flush()
    session.delete(row)
    session.flush()
    used = select(FormEdition.id).where(FormEdition.file_id == file)
    if session.scalars(used).first() is None:
        session.delete(session.get_one(FormFile, file))


def add_own_document(session: Session, name: str, basis: Basis) -> int:
    """Add a document of the office's own to the catalogue and return its key."""
    row = OwnDocumentRow(name=_own_name(session, name, None), basis=basis)
    session.add(row)
    session.flush()
    return row.id


def rename_own_document(session: Session, document: int, name: str) -> None:
    """Call a document of the office's own something else."""
    row = _own(session, document)
    row.name = _own_name(session, name, document)


def remove_own_document(session: Session, document: int) -> None:
    """Take a document of the office's own away, with every edition of its form."""
    row = _own(session, document)
    query = select(FormEdition.id).where(FormEdition.own_document_id == document)
    for edition in session.scalars(query).all():
        remove_edition(session, edition)
    session.flush()
    session.delete(row)


def _checked(session: Session, draft: EditionDraft) -> EditionDraft:
    """Return a draft without outer spaces; refuses one of no document or without a name."""
    if not draft.document.strip():
        raise Refusal("どの書類の様式かを選んでください。", fields={"document": "選んでください。"})
    own = own_id(draft.document)
    if own is not None:
        _own(session, own)
    if not draft.name.strip():
        raise Refusal("様式の名前を入力してください。", fields={"name": "入力してください。"})
    return replace(
        draft,
        document=draft.document.strip(),
        name=draft.name.strip(),
        version=draft.version.strip(),
        note=draft.note.strip(),
    )


def _refuse_twice(session: Session, draft: EditionDraft, file: int) -> None:
    query = select(FormEdition.version, FormEdition.name).where(
        FormEdition.document == draft.document, FormEdition.file_id == file
    )
    found = session.execute(query).first()
    if found is not None:
        called = found.version or found.name
        raise Refusal(
            f"「{draft.name}」は、この書類の様式として登録済みです（{called}）。"
            "使い始める年度や名前は、登録済みの版で変えてください。"
        )


def _file(session: Session, data: bytes) -> int:
    """Return the key of a workbook, kept only once."""
    digest = digest_of(data)
    found = session.scalars(select(FormFile.id).where(FormFile.digest == digest)).one_or_none()
    if found is not None:
        return found
    row = FormFile(digest=digest, size=len(data), content=base64.b64encode(data).decode("ascii"))
    session.add(row)
    session.flush()
    return row.id


def _workbook(session: Session, edition: int) -> Workbook:
    row = _edition(session, edition)
    content = session.scalars(select(FormFile.content).where(FormFile.id == row.file_id)).one()
    return Workbook(Package(base64.b64decode(content), row.name))


def _read(data: bytes, name: str) -> Workbook:
    """Return a workbook of which every sheet can be read."""
    workbook = Workbook(Package(data, name))
    for sheet in workbook.sheets:
        _ = sheet.root
    return workbook


def _write_marks(session: Session, edition: int, marks: Sequence[Mark]) -> None:
    rows = {(mark.sheet, mark.cell): mark for mark in marks}
    for mark in rows.values():
        session.add(FormMark(edition_id=edition, sheet=mark.sheet, cell=mark.cell, text=mark.text))
    session.flush()


def _edition(session: Session, edition: int) -> FormEdition:
    row = session.get(FormEdition, edition)
    if row is None:
        raise Refusal("この様式の版は削除されています。")
    return row


def _mark(session: Session, edition: int, sheet: str, cell: str) -> FormMark | None:
    query = select(FormMark).where(
        FormMark.edition_id == edition,
        FormMark.sheet == sheet,
        FormMark.cell == cell.replace("$", "").upper(),
    )
    return session.scalars(query).one_or_none()


def _own(session: Session, document: int) -> OwnDocumentRow:
    row = session.get(OwnDocumentRow, document)
    if row is None:
        raise Refusal("この書類は削除されています。")
    return row


def _own_name(session: Session, name: str, other_than: int | None) -> str:
    name = name.strip()
    if not name:
        raise Refusal("書類の名前を入力してください。", fields={"name": "入力してください。"})
    taken = session.scalars(select(OwnDocumentRow.id).where(OwnDocumentRow.name == name)).first()
    if taken is not None and taken != other_than:
        raise Refusal(f"書類「{name}」はすでにあります。", fields={"name": "同じ名前があります。"})
    return name
