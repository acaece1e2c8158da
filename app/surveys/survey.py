"""A survey (アンケート): of neighbourhoods, of organisations, or at the end of a course."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NewType

from app.contacts.organisation import OrganisationId
from app.kernel.labelled import Labelled

SurveyId = NewType("SurveyId", int)
QuestionId = NewType("QuestionId", int)
OptionId = NewType("OptionId", int)
AnswerSheetId = NewType("AnswerSheetId", int)


class QuestionKind(Labelled):
    """How a question is answered."""

    SINGLE = "single", "1つ選ぶ"
    MULTIPLE = "multiple", "いくつでも選ぶ"
    SCALE = "scale", "5段階"
    NUMBER = "number", "数"
    FREE = "free", "自由記述"


@dataclass(frozen=True, slots=True)
class SurveyDraft:
    """A survey; ``handed_out`` is how many sheets were sent, for the rate of return."""

    title: str
    fiscal_year: int
    target: str = ""
    purpose: str = ""
    way: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    handed_out: int | None = None
    course_id: int | None = None
    findings: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDraft:
    """A question and the answers to choose from, in their order."""

    text: str
    kind: QuestionKind = QuestionKind.SINGLE
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one sheet says to one question; nothing at all is no answer (無回答)."""

    question_id: QuestionId
    options: tuple[OptionId, ...] = ()
    number: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSheetDraft:
    """A sheet that came back; of whom only if it was not anonymous."""

    organisation_id: OrganisationId | None = None
    district_id: int | None = None
    received_on: date | None = None
    answers: tuple[Answer, ...] = ()
    note: str = ""
