"""What was handed in: the list of it, its values and its files."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.submissions.submission import LetterId, SubmissionId
from app.submissions.tables import Letter, Submission, SubmissionFile


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """One submission; ``replaced`` says that a later one of the same period stands in its place."""

    id: SubmissionId
    document: str
    title: str
    year: FiscalYear
    month: int | None
    asked: Mapping[str, Any]
    submitted_at: datetime
    letter_id: LetterId | None
    letter_number: str
    previous: SubmissionId | None
    replaced: bool
    edition: int | None
    form_digest: str
    formats: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class SubmissionListing:
    """What was handed in, the newest first."""

    year: FiscalYear | None = None
    document: str = ""

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({"submission", "letter"})

    def keys(self, session: Session) -> Sequence[int]:
        """Return the key of every submission, in order."""
        query = select(Submission.id).order_by(Submission.submitted_at.desc(), Submission.id.desc())
        if self.year is not None:
            query = query.where(Submission.fiscal_year == self.year.start)
        if self.document:
            query = query.where(Submission.document == self.document)
        return session.scalars(query).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, SubmissionRow]:
        """Return the submissions with these keys."""
        later = set(
            session.scalars(select(Submission.previous_id).where(Submission.previous_id.in_(keys)))
        )
        numbers = dict(session.execute(select(Letter.id, Letter.number)).all())
        formats: dict[int, list[str]] = {}
        query = select(SubmissionFile.submission_id, SubmissionFile.format).where(
            SubmissionFile.submission_id.in_(keys)
        )
        for key, kind in session.execute(query):
            formats.setdefault(key, []).append(kind)
        found = session.scalars(select(Submission).where(Submission.id.in_(keys)))
        return {
            row.id: _row(
                row, numbers.get(row.letter_id or 0, ""), row.id in later, formats.get(row.id, [])
            )
            for row in found
        }


def submission(session: Session, key: SubmissionId) -> SubmissionRow:
    """Return one submission.  Refuses where it was taken back."""
    found = SubmissionListing().rows(session, [key]).get(key)
    if found is None:
        raise Refusal("この提出の記録は取り消されています。")
    return found


def submitted_values(session: Session, key: SubmissionId) -> Mapping[str, Any]:
    """Return the values that were handed in.  Refuses where it was taken back."""
    row = session.get(Submission, key)
    if row is None:
        raise Refusal("この提出の記録は取り消されています。")
    values: Mapping[str, Any] = row.values
    return values


def frozen_file(session: Session, key: SubmissionId, kind: str) -> bytes:
    """Return a file as it was handed in, to the byte.

    Refuses a format that was not kept, and a file that is no longer what its SHA-256 says.
    """
    row = session.scalars(
        select(SubmissionFile).where(
            SubmissionFile.submission_id == key, SubmissionFile.format == kind
        )
    ).one_or_none()
    if row is None:
        raise Refusal(f"この提出の「.{kind}」は保存されていません。")
    data = b64decode(row.content)
    if sha256(data).hexdigest() != row.digest:
        raise Refusal(
            "保存してある提出時のファイルが壊れています。"
            "控え（バックアップ）を開いて、そこから取り出してください。"
        )
    return data


def latest(
    session: Session, document: str, year: int, month: int | None, asked: Mapping[str, Any]
) -> SubmissionId | None:
    """Return the newest submission of a document for a period and with the same choices."""
    query = (
        select(Submission.id, Submission.asked)
        .where(
            Submission.document == document,
            Submission.fiscal_year == year,
            Submission.month.is_(None) if month is None else Submission.month == month,
        )
        .order_by(Submission.id.desc())
    )
    rows = session.execute(query)
    return next((SubmissionId(key) for key, one in rows if one == dict(asked)), None)


def _row(row: Submission, number: str, replaced: bool, formats: Sequence[str]) -> SubmissionRow:
    return SubmissionRow(
        id=SubmissionId(row.id),
        document=row.document,
        title=row.title,
        year=FiscalYear(row.fiscal_year),
        month=row.month,
        asked=row.asked,
        submitted_at=row.submitted_at,
        letter_id=None if row.letter_id is None else LetterId(row.letter_id),
        letter_number=number,
        previous=None if row.previous_id is None else SubmissionId(row.previous_id),
        replaced=replaced,
        edition=row.edition_id,
        form_digest=row.form_digest,
        formats=tuple(sorted(formats)),
        note=row.note,
    )
