"""Taking a need out of what somebody wrote on a sheet."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.matching.commands import add_need
from app.matching.need import NeedDraft, NeedId
from app.storage.base import moment
from app.surveys.commands.rows import sheet_row
from app.surveys.queries.needs import need_offered
from app.surveys.survey import AnswerSheetId, QuestionId


def need_from_answer(
    session: Session, sheet: AnswerSheetId, question: QuestionId, draft: NeedDraft | None = None
) -> NeedId:
    """Take down a need from an answer; without a draft it says what ``need_offered`` offers."""
    sheet_row(session, sheet)
    today = moment(session).date()
    return add_need(session, draft or need_offered(session, sheet, question, today))
