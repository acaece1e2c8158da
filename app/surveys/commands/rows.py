"""Fetching the rows a command works on, or refusing in words when they cannot be changed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.surveys.survey import AnswerSheetId, SurveyId
from app.surveys.tables import AnswerSheet, Survey


def survey_row(session: Session, survey: SurveyId) -> Survey:
    """Return a survey that is not in the bin, or refuse."""
    row = any_survey(session, survey)
    if row.deleted_at is not None:
        raise Refusal(
            f"アンケート{quoted(row.title)}はごみ箱にあります。"
            "先に「ごみ箱から戻す」を押してください。"
        )
    return row


def any_survey(session: Session, survey: SurveyId) -> Survey:
    """Return a survey, in the bin or not, or refuse."""
    row = session.get(Survey, survey)
    if row is None:
        raise Refusal("このアンケートは削除されています。")
    return row


def sheet_row(session: Session, sheet: AnswerSheetId) -> AnswerSheet:
    """Return a sheet of a survey that is not in the bin, or refuse."""
    row = session.get(AnswerSheet, sheet)
    if row is None:
        raise Refusal("この回答票は削除されています。")
    survey_row(session, SurveyId(row.survey_id))
    return row
