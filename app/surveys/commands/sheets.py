"""Keeping the sheets (回答票) that came back, each as one whole."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.contacts.tables import Organisation
from app.storage.base import moment
from app.surveys.commands.rows import sheet_row, survey_row
from app.surveys.queries.questions import questions_of
from app.surveys.survey import Answer, AnswerSheetDraft, AnswerSheetId, SurveyId
from app.surveys.survey_checks import checked_sheet
from app.surveys.tables import AnswerSheet, SurveyAnswer

_Place = tuple[int, int | None]
"""Question and option: what a row of answers is told by."""


def add_sheet(session: Session, survey: SurveyId, draft: AnswerSheetDraft) -> AnswerSheetId:
    """Keep a sheet that came back under the next number; blank answers are none (無回答).

    The district is that of the organisation where none is said.  Raises ``Refusal`` with a
    sentence for each question that is answered in a way it cannot be.
    """
    survey_row(session, survey)
    draft = checked_sheet(draft, questions_of(session, survey), moment(session).date())
    last = select(func.max(AnswerSheet.number)).where(AnswerSheet.survey_id == survey)
    row = AnswerSheet(survey_id=survey, number=(session.scalars(last).one() or 0) + 1)
    _fill(session, row, draft)
    session.add(row)
    session.flush()
    _keep_answers(session, row.id, draft.answers)
    return AnswerSheetId(row.id)


def change_sheet(session: Session, sheet: AnswerSheetId, draft: AnswerSheetDraft) -> None:
    """Replace all that a sheet says; its number stays."""
    row = sheet_row(session, sheet)
    asked = questions_of(session, SurveyId(row.survey_id))
    draft = checked_sheet(draft, asked, moment(session).date())
    _fill(session, row, draft)
    _keep_answers(session, row.id, draft.answers)


def remove_sheet(session: Session, sheet: AnswerSheetId) -> None:
    """Delete a sheet, as one typed twice; the numbers of the others stay."""
    row = sheet_row(session, sheet)
    _keep_answers(session, row.id, ())
    session.delete(row)


def _fill(session: Session, row: AnswerSheet, draft: AnswerSheetDraft) -> None:
    district = draft.district_id
    if district is None and draft.organisation_id is not None:
        query = select(Organisation.district_id).where(Organisation.id == draft.organisation_id)
        district = session.scalars(query).one_or_none()
    row.organisation_id, row.district_id = draft.organisation_id, district
    row.received_on, row.note = draft.received_on, draft.note


def _keep_answers(session: Session, sheet: int, answers: tuple[Answer, ...]) -> None:
    wanted: dict[_Place, tuple[int | None, str]] = {}
    for answer in answers:
        wanted |= _lines(answer)
    query = select(SurveyAnswer).where(SurveyAnswer.sheet_id == sheet)
    for row in session.scalars(query).all():
        said = wanted.pop((row.question_id, row.option_id), None)
        if said is None:
            session.delete(row)
        else:
            row.number, row.text = said
    for (question, option), (number, text) in wanted.items():
        session.add(
            SurveyAnswer(
                sheet_id=sheet, question_id=question, option_id=option, number=number, text=text
            )
        )
    session.flush()


def _lines(answer: Answer) -> Mapping[_Place, tuple[int | None, str]]:
    """Return the rows an answer is stored as: one for each tick, one for a number or words."""
    lines: dict[_Place, tuple[int | None, str]] = {
        (answer.question_id, option): (None, "") for option in answer.options
    }
    if answer.number is not None or answer.text:
        lines[answer.question_id, None] = (answer.number, answer.text)
    return lines
