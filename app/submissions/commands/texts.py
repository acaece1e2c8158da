"""The parts of a report the coordinator writes."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.submissions.checks import checked_text
from app.submissions.submission import TextPart
from app.submissions.tables import ReportText


def set_report_text(
    session: Session, document: str, first_day: date, part: TextPart, text: str
) -> None:
    """Keep what one part of the report of one period says; an empty text takes it away."""
    text = checked_text(text)
    row = session.scalars(
        select(ReportText).where(
            ReportText.document == document,
            ReportText.first_day == first_day,
            ReportText.part == part,
        )
    ).one_or_none()
    if row is None:
        if text:
            session.add(ReportText(document=document, first_day=first_day, part=part, text=text))
    elif text:
        row.text = text
    else:
        session.delete(row)
