"""What the coordinator wrote for a report, with that of the period before beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.submissions.submission import TextPart
from app.submissions.tables import ReportText


@dataclass(frozen=True, slots=True)
class TextBeside:
    """One part of a report, and what the newest earlier period said there."""

    part: TextPart
    text: str
    before: str
    before_day: date | None


def report_texts(session: Session, document: str, first_day: date) -> Mapping[TextPart, str]:
    """Return what was written for the report of a period; parts without words are missing."""
    query = select(ReportText.part, ReportText.text).where(
        ReportText.document == document, ReportText.first_day == first_day
    )
    return dict(session.execute(query).all())


def texts_beside(
    session: Session, document: str, first_day: date, parts: tuple[TextPart, ...]
) -> tuple[TextBeside, ...]:
    """Return parts of a report in this order, each with what was written there last."""
    here = report_texts(session, document, first_day)
    query = (
        select(ReportText.part, ReportText.first_day, ReportText.text)
        .where(ReportText.document == document, ReportText.first_day < first_day)
        .order_by(ReportText.first_day)
    )
    before = {part: (day, text) for part, day, text in session.execute(query)}
    return tuple(
        TextBeside(
            part,
            here.get(part, ""),
            before[part][1] if part in before else "",
            before[part][0] if part in before else None,
        )
        for part in parts
    )
