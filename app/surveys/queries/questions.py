"""The questions of a survey with the answers to choose from."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.surveys.survey import Option, OptionId, Question, QuestionId, SurveyId
from app.surveys.tables import SurveyOption, SurveyQuestion


def questions_of(session: Session, survey: SurveyId) -> tuple[Question, ...]:
    """Return the questions of a survey in their order."""
    asked = (
        select(SurveyQuestion)
        .where(SurveyQuestion.survey_id == survey)
        .order_by(SurveyQuestion.position, SurveyQuestion.id)
    )
    choices = (
        select(SurveyOption)
        .join(SurveyQuestion, SurveyQuestion.id == SurveyOption.question_id)
        .where(SurveyQuestion.survey_id == survey)
        .order_by(SurveyOption.position, SurveyOption.id)
    )
    options: dict[int, list[Option]] = defaultdict(list)
    for row in session.scalars(choices):
        options[row.question_id].append(Option(OptionId(row.id), row.text))
    return tuple(
        Question(QuestionId(row.id), number, row.text, row.kind, tuple(options[row.id]))
        for number, row in enumerate(session.scalars(asked), start=1)
    )
