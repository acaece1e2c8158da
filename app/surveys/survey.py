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


SCALE = range(1, 6)
"""The steps of 5段階, the worst first."""


class QuestionKind(Labelled):
    """How a question is answered."""

    SINGLE = "single", "1つ選ぶ"
    MULTIPLE = "multiple", "いくつでも選ぶ"
    SCALE = "scale", "5段階"
    NUMBER = "number", "数"
    FREE = "free", "自由記述"

    @property
    def is_choice(self) -> bool:
        """Return whether it is answered by ticking."""
        return self in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)


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
    """A question and the answers to choose from, in their order.

    ``id`` is that of the question it changes; without one it is a new question.
    """

    text: str
    kind: QuestionKind = QuestionKind.SINGLE
    options: tuple[str, ...] = ()
    id: QuestionId | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose from (選択肢)."""

    id: OptionId
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question (設問) as it is asked; ``number`` counts from 1."""

    id: QuestionId
    number: int
    text: str
    kind: QuestionKind
    options: tuple[Option, ...] = ()

    @property
    def label(self) -> str:
        return f"問{self.number}"

    @property
    def draft(self) -> QuestionDraft:
        """Return the question as it is edited."""
        return QuestionDraft(self.text, self.kind, tuple(one.text for one in self.options), self.id)


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
