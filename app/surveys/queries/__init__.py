"""What is asked about surveys; every function only reads."""

from __future__ import annotations

from app.surveys.queries.needs import need_offered
from app.surveys.queries.questions import questions_of
from app.surveys.queries.results import cross, results, surveys_of_course
from app.surveys.queries.sheets import SheetRow, sheets
from app.surveys.queries.surveys import (
    SurveyCard,
    SurveyListing,
    SurveyRow,
    survey_card,
    surveys,
    surveys_to_close,
)

__all__ = [
    "SheetRow",
    "SurveyCard",
    "SurveyListing",
    "SurveyRow",
    "cross",
    "need_offered",
    "questions_of",
    "results",
    "sheets",
    "survey_card",
    "surveys",
    "surveys_of_course",
    "surveys_to_close",
]
