"""The list of surveys and the card of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from fractions import Fraction

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from app.contacts.queries.keys import chunks
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear
from app.kernel.folding import fold
from app.surveys.queries.questions import questions_of
from app.surveys.survey import Question, SurveyDraft, SurveyId
from app.surveys.tables import AnswerSheet, Survey, SurveyAnswer, SurveyOption, SurveyQuestion
from app.training.tables import Course

_COLUMNS = tuple(field.name for field in fields(SurveyDraft))
_TABLES = frozenset(
    table.__tablename__
    for table in (Survey, SurveyQuestion, SurveyOption, AnswerSheet, SurveyAnswer, Course)
)


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey as lists show it; ``sheets`` is how many came back."""

    id: SurveyId
    title: str
    fiscal_year: int
    target: str
    starts_on: date | None
    ends_on: date | None
    handed_out: int | None
    sheets: int
    course: str
    findings: str
    deleted_at: datetime | None

    @property
    def rate(self) -> Fraction | None:
        """Return the rate of return (回収率), where it is known how many were handed out."""
        return Fraction(self.sheets, self.handed_out) if self.handed_out else None


@dataclass(frozen=True, slots=True)
class SurveyCard:
    """One survey; ``draft`` is for the form."""

    row: SurveyRow
    draft: SurveyDraft
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SurveyListing:
    """The surveys, the newest year first, narrowed by words, year or course."""

    text: str = ""
    year: FiscalYear | None = None
    course_id: int | None = None
    binned: bool = False

    @property
    def tables(self) -> frozenset[str]:
        return _TABLES

    def keys(self, session: Session) -> Sequence[int]:
        query = select(Survey.id, Survey.title, Survey.target).where(self._condition())
        order = (Survey.fiscal_year.desc(), Survey.starts_on.desc(), Survey.id.desc())
        words = [fold(word) for word in self.text.split()]
        return [
            key
            for key, *texts in session.execute(query.order_by(*order))
            if all(any(word in fold(text) for text in texts) for word in words)
        ]

    def rows(self, session: Session, keys: Sequence[int]) -> Mapping[int, SurveyRow]:
        return {row.id: row for row in surveys(session, keys)}

    def _condition(self) -> ColumnElement[bool]:
        conditions: list[ColumnElement[bool]] = [
            Survey.deleted_at.is_not(None) if self.binned else Survey.deleted_at.is_(None)
        ]
        if self.year is not None:
            conditions.append(Survey.fiscal_year == self.year.start)
        if self.course_id is not None:
            conditions.append(Survey.course_id == self.course_id)
        return and_(*conditions)


def surveys(session: Session, keys: Sequence[int]) -> list[SurveyRow]:
    """Return these surveys as rows of a list, in the order of their keys as given."""
    rows: dict[int, SurveyRow] = {}
    for chunk in chunks(keys):
        query = (
            select(Survey, Course.title, func.count(AnswerSheet.id))
            .outerjoin(Course, Course.id == Survey.course_id)
            .outerjoin(AnswerSheet, AnswerSheet.survey_id == Survey.id)
            .where(Survey.id.in_(chunk))
            .group_by(Survey.id)
        )
        rows |= {row.id: _row(row, course, count) for row, course, count in session.execute(query)}
    return [rows[key] for key in keys if key in rows]


def survey_card(session: Session, survey: SurveyId) -> SurveyCard:
    """Return everything about a survey but its sheets; refuse where there is none."""
    row = session.get(Survey, survey)
    if row is None:
        raise Refusal("このアンケートは削除されています。一覧から選び直してください。")
    return SurveyCard(
        row=surveys(session, [survey])[0],
        draft=SurveyDraft(**{name: getattr(row, name) for name in _COLUMNS}),
        questions=questions_of(session, survey),
    )


def surveys_to_close(session: Session, day: date) -> list[SurveyRow]:
    """Return the surveys past their end that have sheets and nothing written on what they say."""
    query = (
        select(Survey.id)
        .where(Survey.deleted_at.is_(None), Survey.ends_on < day, Survey.findings == "")
        .where(select(AnswerSheet.id).where(AnswerSheet.survey_id == Survey.id).exists())
        .order_by(Survey.ends_on, Survey.id)
    )
    return surveys(session, session.scalars(query).all())


def _row(row: Survey, course: str | None, count: int) -> SurveyRow:
    return SurveyRow(
        id=SurveyId(row.id),
        title=row.title,
        fiscal_year=row.fiscal_year,
        target=row.target,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        handed_out=row.handed_out,
        sheets=count,
        course=course or "",
        findings=row.findings,
        deleted_at=row.deleted_at,
    )
