"""The register of letters as lists show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.office import queries as office
from app.submissions.letter_number import next_letter_number
from app.submissions.submission import Direction, LetterDraft, LetterId
from app.submissions.tables import Letter, Submission


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A line of the register; ``submission`` is what was handed in with it."""

    id: LetterId
    draft: LetterDraft
    year: FiscalYear
    submission: int | None
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class LetterListing:
    """The letters of a year, the newest first."""

    year: FiscalYear | None = None
    direction: Direction | None = None
    text: str = ""
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return frozenset({"letter", "submission"})

    def keys(self, session: Session) -> Sequence[int]:
        """Return the key of every letter, in order."""
        query = select(Letter.id).order_by(Letter.on_day.desc(), Letter.id.desc())
        query = query.where(
            Letter.deleted_at.is_not(None) if self.binned else Letter.deleted_at.is_(None)
        )
        return session.scalars(self._chosen(query)).all()

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, LetterRow]:
        """Return the letters with these keys."""
        handed_in = dict(
            session.execute(
                select(Submission.letter_id, Submission.id).where(Submission.letter_id.in_(keys))
            ).all()
        )
        found = session.scalars(select(Letter).where(Letter.id.in_(keys)))
        return {row.id: _row(row, handed_in.get(row.id)) for row in found}

    def _chosen(self, query: Select[int]) -> Select[int]:
        if self.year is not None:
            query = query.where(Letter.fiscal_year == self.year.start)
        if self.direction is not None:
            query = query.where(Letter.direction == self.direction)
        for word in self.text.split():
            query = query.where(
                or_(
                    *(
                        column.contains(word, autoescape=True)
                        for column in (Letter.subject, Letter.partner, Letter.number)
                    )
                )
            )
        return query


def letter(session: Session, key: LetterId) -> LetterRow:
    """Return one entry.  Refuses where it is gone."""
    found = LetterListing().rows(session, [key]).get(key)
    if found is None:
        raise Refusal("この文書は収発簿から削除されています。")
    return found


def free_number(session: Session, year: FiscalYear) -> str:
    """Return the number the next letter of a year gets; those in the bin keep theirs."""
    known = session.scalars(
        select(Letter.number).where(
            Letter.direction == Direction.SENT, Letter.fiscal_year == year.start
        )
    )
    return next_letter_number(office.settings(session).letter_sign, known)


def _row(row: Letter, submission: int | None) -> LetterRow:
    draft = LetterDraft(
        direction=row.direction,
        on_day=row.on_day,
        subject=row.subject,
        number=row.number,
        partner=row.partner,
        organisation_id=row.organisation_id,  # type: ignore[arg-type]
        way=row.way,
        enclosures=row.enclosures,
        note=row.note,
    )
    return LetterRow(
        LetterId(row.id), draft, FiscalYear(row.fiscal_year), submission, row.deleted_at
    )
