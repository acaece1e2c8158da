"""The need an answer speaks of, ready to be taken down."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.matching.need import NeedDraft, NeedWay, Route
from app.surveys.queries.questions import questions_of
from app.surveys.survey import AnswerSheetId, QuestionId, SurveyId
from app.surveys.tables import AnswerSheet, Survey, SurveyAnswer, SurveyOption


def need_offered(
    session: Session, sheet: AnswerSheetId, question: QuestionId, today: date
) -> NeedDraft:
    """Return a need filled in from an answer; refuse where the sheet says nothing to it."""
    row = session.get(AnswerSheet, sheet)
    if row is None:
        raise Refusal("この回答票は削除されています。")
    asked = {one.id: one for one in questions_of(session, SurveyId(row.survey_id))}
    words = (
        select(SurveyAnswer.text, SurveyOption.text)
        .outerjoin(SurveyOption, SurveyOption.id == SurveyAnswer.option_id)
        .where(SurveyAnswer.sheet_id == sheet, SurveyAnswer.question_id == question)
        .order_by(SurveyOption.position)
    )
    said = "、".join(option or text for text, option in session.execute(words) if option or text)
    if question not in asked or not said:
        raise Refusal("ニーズにする答えがありません。言葉で答えてある設問を選んでください。")
    title = session.get_one(Survey, row.survey_id).title
    return NeedDraft(
        received_on=min(row.received_on or today, today),
        route=Route.OTHER,
        way=NeedWay.WRITTEN,
        district_id=row.district_id,
        content=said,
        note=f"アンケート「{title}」の回答票{row.number}、{asked[question].label}から",
    )
