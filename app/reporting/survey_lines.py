"""What the surveys made in a course brought, as lines of its report (section 3.5, 8)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from app.kernel.text import one_line
from app.surveys import queries as surveys
from app.surveys.tabulation import NO_ANSWER, QuestionResult, Results

_NONE = "アンケートの記録はありません。"
_SHARES = "割合は、設問ごとの回答数（n）に対するものです。"


def survey_note(session: Session, course: int) -> str:
    """Return how many sheets came back and how shares are reckoned; or that there are none."""
    found = _found(session, course)
    if not found:
        return _NONE
    notes = dict.fromkeys(one.note for result in found for one in result.questions)
    return "".join((*(_returned(result) for result in found), _SHARES, *notes))


def survey_lines(session: Session, course: int) -> list[dict[str, Any]]:
    """Return a line for each answer to choose from, the question on the first of its lines."""
    return [line for one in _questions(session, course) for line in _answers(one)]


def free_texts(session: Session, course: int) -> list[dict[str, Any]]:
    """Return what was written on the sheets, without saying whose they are."""
    return [
        {"設問": one.question.label, "回答": one_line(said.text)}
        for one in _questions(session, course)
        for said in one.texts
    ]


def tenths(value: Fraction) -> str:
    """Return a number with one decimal, halves rounded up."""
    whole = (value.numerator * 20 + value.denominator) // (2 * value.denominator)
    return f"{whole // 10}.{whole % 10}"


def _found(session: Session, course: int) -> list[Results]:
    made = surveys.surveys_of_course(session, course)
    return [surveys.results(session, key) for key, _ in made]


def _questions(session: Session, course: int) -> Iterator[QuestionResult]:
    for result in _found(session, course):
        yield from result.questions


def _returned(result: Results) -> str:
    rate = result.rate
    told = f"（回収率{tenths(rate * 100)}％）" if rate is not None else ""
    return f"回答票{result.sheets.count}枚{told}。"


def _answers(one: QuestionResult) -> Iterator[dict[str, Any]]:
    """Yield the lines of a question; one without answers to choose from has one line."""
    asked = f"{one.question.label}　{one.question.text}（n={one.answered.count}）"
    lines = [_line(row.label, row.figure.count, row.share) for row in one.tallies]
    if one.mean is not None:
        unit = "点" if one.tallies else ""
        lines.append(_line(f"平均 {tenths(one.mean)}{unit}", None, None))
    if not lines:
        lines.append(_line("自由記述" if one.texts else "", one.answered.count, None))
    if one.blank.count:
        lines.append(_line(NO_ANSWER, one.blank.count, None))
    for number, line in enumerate(lines):
        yield {"設問": "" if number else asked, **line}


def _line(answer: str, count: int | None, share: Fraction | None) -> dict[str, Any]:
    return {"回答": answer, "件数": count, "割合": "" if share is None else tenths(share * 100)}
