"""Keeping the questions of a survey in one go, without losing what was answered to them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.kernel.errors import Refusal
from app.kernel.text import quoted
from app.surveys.commands.rows import survey_row
from app.surveys.survey import QuestionDraft, QuestionId, QuestionKind, SurveyId
from app.surveys.survey_checks import checked_questions
from app.surveys.tables import SurveyAnswer, SurveyOption, SurveyQuestion


def set_questions(
    session: Session, survey: SurveyId, drafts: Sequence[QuestionDraft]
) -> tuple[QuestionId, ...]:
    """Make these the questions of a survey, in their order; return their keys.

    A draft with an ``id`` changes that question.  Its options are known by their words, or
    else by their place: retyping one in its place keeps what was answered.  Raises ``Refusal``
    where a question or an option would go that somebody answered.
    """
    survey_row(session, survey)
    checked = checked_questions(drafts)
    known = {row.id: row for row in _rows(session, survey)}
    kept = {draft.id for draft in checked if draft.id is not None}
    if len(kept) != sum(draft.id is not None for draft in checked) or not kept <= known.keys():
        raise Refusal("設問が変わっています。画面を開き直してください。")
    for key, row in known.items():
        if key not in kept:
            _remove(session, row)
    return tuple(
        _keep(session, survey, None if draft.id is None else known[draft.id], position, draft)
        for position, draft in enumerate(checked, start=1)
    )


def _rows(session: Session, survey: SurveyId) -> Sequence[SurveyQuestion]:
    query = select(SurveyQuestion).where(SurveyQuestion.survey_id == survey)
    return session.scalars(query.order_by(SurveyQuestion.position)).all()


def _keep(
    session: Session,
    survey: SurveyId,
    row: SurveyQuestion | None,
    position: int,
    draft: QuestionDraft,
) -> QuestionId:
    if row is None:
        row = SurveyQuestion(survey_id=survey, position=position, text=draft.text, kind=draft.kind)
        session.add(row)
        session.flush()
    else:
        _check_kind(session, row, draft.kind)
        row.position, row.text, row.kind = position, draft.text, draft.kind
    _keep_options(session, row.id, draft.options)
    return QuestionId(row.id)


def _keep_options(session: Session, question: int, texts: Sequence[str]) -> None:
    query = select(SurveyOption).where(SurveyOption.question_id == question)
    rows = list(session.scalars(query.order_by(SurveyOption.position)))
    named = {row.text: row for row in rows if row.text in texts}
    # What is left over stood at some place; a new text at that place is the old one retyped.
    placed = {row.position: row for row in rows if row.text not in named}
    for position, text in enumerate(texts, start=1):
        row = named.get(text) or placed.pop(position, None)
        if row is None:
            session.add(SurveyOption(question_id=question, position=position, text=text))
        else:
            row.position, row.text = position, text
    for row in placed.values():
        answered = _answered(session, SurveyAnswer.option_id == row.id)
        if answered:
            raise Refusal(
                f"選択肢{quoted(row.text)}には回答が{answered}件あるため、削除できません。"
            )
        session.delete(row)
    session.flush()


def _check_kind(session: Session, row: SurveyQuestion, kind: QuestionKind) -> None:
    # Whoever ticked one answer may be read as having ticked one of many; nothing else may change.
    if row.kind is kind or (row.kind, kind) == (QuestionKind.SINGLE, QuestionKind.MULTIPLE):
        return
    if _answered(session, SurveyAnswer.question_id == row.id):
        raise Refusal(
            f"設問{quoted(row.text)}には回答があるため、答え方を変えられません。"
            "新しい設問として加えてください。"
        )


def _remove(session: Session, row: SurveyQuestion) -> None:
    answered = _answered(session, SurveyAnswer.question_id == row.id)
    if answered:
        raise Refusal(f"設問{quoted(row.text)}には回答が{answered}件あるため、削除できません。")
    for option in session.scalars(select(SurveyOption).where(SurveyOption.question_id == row.id)):
        session.delete(option)
    session.flush()
    session.delete(row)


def _answered(session: Session, condition: ColumnElement[bool]) -> int:
    query = select(func.count(func.distinct(SurveyAnswer.sheet_id))).where(condition)
    return session.scalars(query).one()
