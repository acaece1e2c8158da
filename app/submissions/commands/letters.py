"""The register of letters (文書収発簿)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.text import quoted
from app.office import queries as office
from app.storage.base import moment
from app.submissions.checks import checked_letter
from app.submissions.queries.letters import free_number
from app.submissions.submission import Direction, LetterDraft, LetterId
from app.submissions.tables import Letter


def add_letter(session: Session, draft: LetterDraft) -> LetterId:
    """Enter a letter and return its key; one that was sent gets the next number."""
    draft = checked_letter(draft)
    _check_number(session, draft, None)
    row = Letter(**_values(session, draft), deleted_at=None)
    session.add(row)
    session.flush()
    return LetterId(row.id)


def change_letter(session: Session, letter: LetterId, draft: LetterDraft) -> None:
    """Change an entry of the register."""
    draft = checked_letter(draft)
    row = _letter(session, letter)
    _check_number(session, draft, letter)
    for name, value in _values(session, draft).items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def bin_letters(session: Session, letters: Sequence[LetterId]) -> None:
    """Put entries into the bin; their numbers are not given again."""
    for key in letters:
        _letter(session, key).deleted_at = moment(session)


def restore_letters(session: Session, letters: Sequence[LetterId]) -> None:
    """Take entries out of the bin."""
    for key in letters:
        _letter(session, key).deleted_at = None


def _values(session: Session, draft: LetterDraft) -> dict[str, Any]:
    year = FiscalYear.of(draft.on_day)
    number = draft.number
    if not number and draft.direction is Direction.SENT:
        number = free_number(session, year)
    return {
        "direction": draft.direction,
        "fiscal_year": year.start,
        "number": number,
        "on_day": draft.on_day,
        "subject": draft.subject,
        "partner": draft.partner,
        "organisation_id": draft.organisation_id,
        "way": draft.way,
        "enclosures": draft.enclosures,
        "note": draft.note,
    }


def _check_number(session: Session, draft: LetterDraft, own: LetterId | None) -> None:
    """Refuse a number of ours that another letter of the year bears."""
    if not draft.number or draft.direction is Direction.RECEIVED:
        return
    same = select(Letter.id).where(
        Letter.direction == Direction.SENT,
        Letter.fiscal_year == FiscalYear.of(draft.on_day).start,
        Letter.number == draft.number,
    )
    if any(key != own for key in session.scalars(same)):
        sign = office.settings(session).letter_sign
        problem = (
            f"文書番号{quoted(draft.number)}は、この年度にすでに使われています"
            f"（ごみ箱の中も数えます）。空けておくと「{sign}第…号」の次の番号になります。"
        )
        raise Refusal(problem, fields={"number": problem})


def _letter(session: Session, key: LetterId) -> Letter:
    row = session.get(Letter, key)
    if row is None:
        raise Refusal("この文書は収発簿から削除されています。")
    return row
