"""Keeping what was handed in, with its files."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from app.storage.base import moment
from app.submissions.queries.submissions import latest
from app.submissions.submission import LetterId, SubmissionId
from app.submissions.tables import Submission, SubmissionFile


@dataclass(frozen=True, slots=True)
class SubmittedFile:
    """A document as it is handed in: its values, the form, and a file for each format.

    ``asked`` are the choices it was made with; with ``year`` and ``month`` they tell it apart.
    """

    document: str
    title: str
    year: int
    month: int | None
    asked: Mapping[str, Any]
    values: Mapping[str, Any]
    files: Mapping[str, bytes]
    edition: int | None
    form_digest: str


def keep_submission(
    session: Session, file: SubmittedFile, letter: LetterId | None, note: str = ""
) -> SubmissionId:
    """Keep a submission; one of the same document and period before it is what it replaces."""
    previous = latest(session, file.document, file.year, file.month, file.asked)
    row = Submission(
        document=file.document,
        title=file.title,
        fiscal_year=file.year,
        month=file.month,
        asked=dict(file.asked),
        values=dict(file.values),
        submitted_at=moment(session),
        letter_id=letter,
        previous_id=previous,
        edition_id=file.edition,
        form_digest=file.form_digest,
        note=note.strip(),
    )
    session.add(row)
    session.flush()
    _add_files(session, row.id, file.files)
    return SubmissionId(row.id)


def _add_files(session: Session, submission: int, files: Mapping[str, bytes]) -> None:
    ordered: Sequence[tuple[str, bytes]] = sorted(files.items())
    for kind, data in ordered:
        session.add(
            SubmissionFile(
                submission_id=submission,
                format=kind,
                digest=sha256(data).hexdigest(),
                size=len(data),
                content=b64encode(data).decode(),
            )
        )
