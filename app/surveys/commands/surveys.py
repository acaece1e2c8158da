"""Planning a survey (アンケート), changing what is said about it, and asking it again next year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace

from sqlalchemy.orm import Session

from app.kernel.fiscal_year import FiscalYear
from app.storage.base import moment
from app.surveys.commands.questions import set_questions
from app.surveys.commands.rows import any_survey, survey_row
from app.surveys.queries.questions import questions_of
from app.surveys.survey import QuestionDraft, SurveyDraft, SurveyId
from app.surveys.survey_checks import checked_survey
from app.surveys.tables import Survey

COLUMNS = tuple(field.name for field in fields(SurveyDraft))


def add_survey(
    session: Session, draft: SurveyDraft, questions: Sequence[QuestionDraft] = ()
) -> SurveyId:
    """Take down a survey; raises ``Refusal`` with a sentence for each field."""
    draft = checked_survey(draft, moment(session).date())
    row = Survey(**{name: getattr(draft, name) for name in COLUMNS}, deleted_at=None)
    session.add(row)
    session.flush()
    set_questions(session, SurveyId(row.id), questions)
    return SurveyId(row.id)


def change_survey(session: Session, survey: SurveyId, draft: SurveyDraft) -> None:
    """Replace what is written about a survey."""
    row = survey_row(session, survey)
    draft = checked_survey(draft, moment(session).date())
    for name in COLUMNS:
        setattr(row, name, getattr(draft, name))


def copy_survey(session: Session, survey: SurveyId, year: FiscalYear, title: str = "") -> SurveyId:
    """Ask the same questions again in another year; days, sheets and findings stay behind."""
    row = survey_row(session, survey)
    draft = SurveyDraft(
        title=title or row.title,
        fiscal_year=year.start,
        target=row.target,
        purpose=row.purpose,
        way=row.way,
        handed_out=row.handed_out,
    )
    asked = tuple(replace(one.draft, id=None) for one in questions_of(session, survey))
    return add_survey(session, draft, asked)


def bin_survey(session: Session, survey: SurveyId) -> None:
    """Move a survey to the bin, its sheets with it."""
    survey_row(session, survey).deleted_at = moment(session)


def restore_survey(session: Session, survey: SurveyId) -> None:
    """Take a survey out of the bin."""
    any_survey(session, survey).deleted_at = None
