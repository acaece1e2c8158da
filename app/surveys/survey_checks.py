"""What a survey, its questions and a sheet that came back must be before they are stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from datetime import date

from app.contacts.checks import tidy_texts
from app.kernel.errors import Refusal
from app.kernel.fiscal_year import FiscalYear, year_problem
from app.kernel.text import quoted, tidy
from app.surveys.survey import (
    SCALE,
    Answer,
    AnswerSheetDraft,
    Question,
    QuestionDraft,
    QuestionKind,
    SurveyDraft,
)

_FIELDS = tuple(field.name for field in fields(SurveyDraft))
_TEXTS = tuple(field.name for field in fields(SurveyDraft) if field.type == "str")
_MOST = 1_000_000_000
_FEWEST = 2


def checked_survey(draft: SurveyDraft, today: date) -> SurveyDraft:
    """Return a survey as it is stored; raises ``Refusal`` with a sentence for each field."""
    problems: dict[str, str] = {}
    values = {name: getattr(draft, name) for name in _FIELDS}
    tidy_texts(values, _TEXTS)
    if not values["title"]:
        problems["title"] = "アンケートの名前を入力してください。"
    if problem := year_problem(FiscalYear(draft.fiscal_year), today):
        problems["fiscal_year"] = problem
    if draft.starts_on and draft.ends_on and draft.ends_on < draft.starts_on:
        problems["ends_on"] = "締切が開始の日より前になっています。"
    if draft.handed_out is not None and not 0 <= draft.handed_out <= _MOST:
        problems["handed_out"] = "配布数は0以上の数で入力してください。"
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return SurveyDraft(**values)


def checked_questions(drafts: Sequence[QuestionDraft]) -> tuple[QuestionDraft, ...]:
    """Return questions as they are stored, blank options left out.

    Raises ``Refusal``; its fields are the numbers of the questions, from 1.
    """
    checked = tuple(
        replace(
            draft,
            text=tidy(draft.text).text,
            options=tuple(text for text in (tidy(one).text for one in draft.options) if text),
        )
        for draft in drafts
    )
    problems = {
        str(number): f"問{number}：{said}"
        for number, draft in enumerate(checked, start=1)
        if (said := _question_problem(draft))
    }
    if problems:
        raise Refusal("".join(problems.values()), problems)
    return checked


def checked_sheet(
    draft: AnswerSheetDraft, questions: Sequence[Question], today: date
) -> AnswerSheetDraft:
    """Return a sheet as it is stored: blank answers left out, in the order of the questions.

    Raises ``Refusal``; its fields are ``received_on`` and the keys of questions as text.
    """
    problems: dict[str, str] = {}
    if draft.received_on is not None and draft.received_on > today:
        problems["received_on"] = "受け取った日が今日より後の日付になっています。"
    known = {one.id: one for one in questions}
    given: dict[int, Answer] = {}
    for answer in draft.answers:
        question = known.get(answer.question_id)
        if question is None:
            raise Refusal("設問が変わっています。画面を開き直して入力してください。")
        if question.id in given:
            problems[str(question.id)] = f"{question.label}の答えが2つあります。"
        given[question.id] = _tidied(answer)
        if said := "".join(_answer_problems(question, given[question.id])):
            problems[str(question.id)] = f"{question.label}：{said}"
    if problems:
        raise Refusal("".join(problems.values()), problems)
    order = tuple(given[one.id] for one in questions if one.id in given)
    return replace(
        draft, note=tidy(draft.note).text, answers=tuple(one for one in order if not is_blank(one))
    )


def is_blank(answer: Answer) -> bool:
    """Return whether nothing was answered (無回答)."""
    return not answer.options and answer.number is None and not answer.text


def _tidied(answer: Answer) -> Answer:
    return replace(
        answer, options=tuple(dict.fromkeys(answer.options)), text=tidy(answer.text).text
    )


def _question_problem(draft: QuestionDraft) -> str:
    if not draft.text:
        return "設問の文を入力してください。"
    if not draft.kind.is_choice:
        return "選択肢は、選ぶ設問にだけ付けられます。" if draft.options else ""
    if len(draft.options) < _FEWEST:
        return "選択肢を2つ以上入力してください。"
    twice = next((one for one in draft.options if draft.options.count(one) > 1), None)
    return f"選択肢{quoted(twice)}が2つあります。" if twice else ""


def _answer_problems(question: Question, answer: Answer) -> Iterator[str]:
    if answer.options:
        yield from _choice_problems(question, answer)
    if answer.number is not None:
        yield from _number_problems(question.kind, answer.number)
    # Words may stand beside a tick (その他の内容), but not in place of a number.
    if answer.text and question.kind in (QuestionKind.SCALE, QuestionKind.NUMBER):
        yield "数字で入力してください。"


def _choice_problems(question: Question, answer: Answer) -> Iterator[str]:
    if not question.kind.is_choice:
        yield "選択肢のない設問です。"
    elif not set(answer.options) <= {one.id for one in question.options}:
        yield "選択肢が変わっています。選び直してください。"
    elif question.kind is QuestionKind.SINGLE and len(answer.options) > 1:
        yield (
            f"1つだけ選ぶ設問に{len(answer.options)}つ選んであります。"
            "1つに決められないときは無回答にしてください。"
        )


def _number_problems(kind: QuestionKind, number: int) -> Iterator[str]:
    if kind is QuestionKind.SCALE:
        if number not in SCALE:
            yield f"{SCALE[0]}から{SCALE[-1]}までの数で入力してください。"
    elif kind is not QuestionKind.NUMBER:
        yield "数で答える設問ではありません。"
    elif not 0 <= number <= _MOST:
        yield "0以上の数で入力してください。"
