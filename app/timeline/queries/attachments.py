"""Attached files: their names and sizes, and what is in one of them."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.timeline.attachment import AttachmentRow
from app.timeline.owner import Owner
from app.timeline.tables import Attachment, AttachmentFile, ContactNote


def attachment(session: Session, attachment: int) -> tuple[str, bytes]:
    """Return the name of an attached file and what is in it.

    Raises ``Refusal`` where it was removed.
    """
    query = (
        select(Attachment.name, AttachmentFile.content)
        .join(AttachmentFile, AttachmentFile.id == Attachment.file_id)
        .where(Attachment.id == attachment)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        raise Refusal("この添付ファイルは外されています。")
    name, content = found
    return name, b64decode(content)


def attachments(session: Session, owner: Owner, limit: int = -1) -> list[AttachmentRow]:
    """Return what is attached to a person or an organisation, and to their notes: newest first."""
    column, of_note = (
        (Attachment.organisation_id == owner.organisation, ContactNote.organisation_id)
        if owner.person is None
        else (Attachment.person_id == owner.person, ContactNote.person_id)
    )
    key = owner.organisation if owner.person is None else owner.person
    theirs = select(ContactNote.id).where(of_note == key)
    query = (
        _rows()
        .where(or_(column, Attachment.note_id.in_(theirs)))
        .order_by(Attachment.added_on.desc(), Attachment.id.desc())
        .limit(limit)
    )
    return _read(session, query)


def _rows() -> Any:
    return select(Attachment.id, Attachment.name, AttachmentFile.size, Attachment.added_on).join(
        AttachmentFile, AttachmentFile.id == Attachment.file_id
    )


def _read(session: Session, query: Any) -> list[AttachmentRow]:
    found: Sequence[Any] = session.execute(query).all()
    return [AttachmentRow(*row) for row in found]
