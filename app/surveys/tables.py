"""How surveys, their questions and the sheets that came back are stored."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.storage.base import Base, stored
from app.surveys.survey import QuestionKind


class Survey(Base):
    """アンケート."""

    __tablename__ = "survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    fiscal_year: Mapped[int] = mapped_column(index=True)
    target: Mapped[str]
    purpose: Mapped[str]
    way: Mapped[str]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    handed_out: Mapped[int | None]
    course_id: Mapped[int | None] = mapped_column(ForeignKey("course.id"), index=True)
    findings: Mapped[str] = mapped_column(Text)
    note: Mapped[str]
    deleted_at: Mapped[datetime | None]


class SurveyQuestion(Base):
    """設問."""

    __tablename__ = "survey_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"), index=True)
    position: Mapped[int]
    text: Mapped[str]
    kind: Mapped[QuestionKind] = mapped_column(stored(QuestionKind))


class SurveyOption(Base):
    """選択肢 of a question."""

    __tablename__ = "survey_option"

    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("survey_question.id"), index=True)
    position: Mapped[int]
    text: Mapped[str]


class AnswerSheet(Base):
    """回答票, numbered as it came back."""

    __tablename__ = "answer_sheet"
    __table_args__ = (UniqueConstraint("survey_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    survey_id: Mapped[int] = mapped_column(ForeignKey("survey.id"))
    number: Mapped[int]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    district_id: Mapped[int | None] = mapped_column(ForeignKey("district.id"), index=True)
    received_on: Mapped[date | None]
    note: Mapped[str]


class SurveyAnswer(Base):
    """One answer: a chosen option, a number (a scale's too), or words."""

    __tablename__ = "survey_answer"
    __table_args__ = (UniqueConstraint("sheet_id", "question_id", "option_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(ForeignKey("answer_sheet.id"))
    question_id: Mapped[int] = mapped_column(ForeignKey("survey_question.id"), index=True)
    option_id: Mapped[int | None] = mapped_column(ForeignKey("survey_option.id"), index=True)
    number: Mapped[int | None]
    text: Mapped[str] = mapped_column(Text)
