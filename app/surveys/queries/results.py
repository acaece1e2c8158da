"""What a survey brought: every question counted, and one across another."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.queries import organisation_kinds
from app.kernel.errors import Refusal
from app.office import queries as office
from app.surveys.queries.questions import questions_of
from app.surveys.queries.sheets import SheetRow, sheets
from app.surveys.survey import Question, QuestionId, SurveyId
from app.surveys.tables import Survey
from app.surveys.tabulation import CrossBy, CrossTable, Results, Sheet, crossed, tabulated


def results(session: Session, survey: SurveyId) -> Results:
    """Return how often each answer was given, the shares, and everything that was written."""
    handed_out = select(Survey.handed_out).where(Survey.id == survey)
    return tabulated(
        questions_of(session, survey),
        _counted(session, survey),
        session.scalars(handed_out).one_or_none(),
    )


def cross(
    session: Session, survey: SurveyId, question: QuestionId, by: QuestionId | CrossBy
) -> CrossTable:
    """Return a question across another, the districts or the kinds of organisations.

    Raises ``Refusal`` for questions that are answered in numbers or words.
    """
    asked = {one.id: one for one in questions_of(session, survey)}
    across = by if isinstance(by, CrossBy) else _asked(asked, by)
    groups: tuple[str, ...] = ()
    if by is CrossBy.DISTRICT:
        groups = tuple(one.name for one in office.districts(session))
    elif by is CrossBy.ORGANISATION_KIND:
        groups = tuple(one.name for one in organisation_kinds(session))
    return crossed(_asked(asked, question), across, _counted(session, survey), groups)


def surveys_of_course(session: Session, course: int) -> tuple[tuple[SurveyId, str], ...]:
    """Return the surveys made in a course, key and title."""
    query = (
        select(Survey.id, Survey.title)
        .where(Survey.course_id == course, Survey.deleted_at.is_(None))
        .order_by(Survey.starts_on, Survey.id)
    )
    return tuple((SurveyId(key), title) for key, title in session.execute(query))


def _asked(asked: dict[QuestionId, Question], key: QuestionId) -> Question:
    if key not in asked:
        raise Refusal("この設問は削除されています。選び直してください。")
    return asked[key]


def _counted(session: Session, survey: SurveyId) -> tuple[Sheet, ...]:
    return tuple(_sheet(row) for row in sheets(session, survey))


def _sheet(row: SheetRow) -> Sheet:
    return Sheet(
        id=row.id,
        number=row.number,
        district=row.district,
        organisation_kind=row.organisation_kind,
        answers={one.question_id: one for one in row.draft.answers},
    )
