"""The sheets that came back, for the grid they are typed in and for counting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.contacts.organisation import OrganisationId
from app.contacts.tables import Organisation, OrganisationKind
from app.office.tables import District
from app.surveys.survey import (
    Answer,
    AnswerSheetDraft,
    AnswerSheetId,
    OptionId,
    QuestionId,
    SurveyId,
)
from app.surveys.tables import AnswerSheet, SurveyAnswer


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A sheet (回答票) with the names of what it refers to; ``draft`` is what is edited."""

    id: AnswerSheetId
    number: int
    draft: AnswerSheetDraft
    organisation: str
    organisation_kind: str
    district: str


class _Line(NamedTuple):
    option_id: int | None
    number: int | None
    text: str


def sheets(session: Session, survey: SurveyId) -> tuple[SheetRow, ...]:
    """Return every sheet of a survey by its number."""
    said = _answers(session, survey)
    query = (
        select(AnswerSheet, Organisation.name, OrganisationKind.name, District.name)
        .outerjoin(Organisation, Organisation.id == AnswerSheet.organisation_id)
        .outerjoin(OrganisationKind, OrganisationKind.id == Organisation.kind_id)
        .outerjoin(District, District.id == AnswerSheet.district_id)
        .where(AnswerSheet.survey_id == survey)
        .order_by(AnswerSheet.number)
    )
    return tuple(
        SheetRow(
            id=AnswerSheetId(row.id),
            number=row.number,
            draft=_draft(row, said.get(row.id, ())),
            organisation=organisation or "",
            organisation_kind=kind or "",
            district=district or "",
        )
        for row, organisation, kind, district in session.execute(query)
    )


def _draft(row: AnswerSheet, answers: tuple[Answer, ...]) -> AnswerSheetDraft:
    key = row.organisation_id
    return AnswerSheetDraft(
        organisation_id=None if key is None else OrganisationId(key),
        district_id=row.district_id,
        received_on=row.received_on,
        answers=answers,
        note=row.note,
    )


def _answers(session: Session, survey: SurveyId) -> Mapping[int, tuple[Answer, ...]]:
    columns = (SurveyAnswer.option_id, SurveyAnswer.number, SurveyAnswer.text)
    # Columns, not mapped objects: 180 sheets of 20 questions are some ten thousand rows.
    query = (
        select(SurveyAnswer.sheet_id, SurveyAnswer.question_id, *columns)
        .join(AnswerSheet, AnswerSheet.id == SurveyAnswer.sheet_id)
        .where(AnswerSheet.survey_id == survey)
        .order_by(SurveyAnswer.sheet_id, SurveyAnswer.question_id, SurveyAnswer.option_id)
    )
    rows: dict[int, dict[int, list[_Line]]] = defaultdict(lambda: defaultdict(list))
    for sheet, question, option, number, text in session.execute(query):
        rows[sheet][question].append(_Line(option, number, text))
    return {
        sheet: tuple(_answer(question, lines) for question, lines in asked.items())
        for sheet, asked in rows.items()
    }


def _answer(question: int, rows: list[_Line]) -> Answer:
    return Answer(
        question_id=QuestionId(question),
        options=tuple(OptionId(row.option_id) for row in rows if row.option_id is not None),
        number=next((row.number for row in rows if row.number is not None), None),
        text=next((row.text for row in rows if row.text), ""),
    )
