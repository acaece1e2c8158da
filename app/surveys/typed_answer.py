"""An answer as it is typed in a grid or stands in a file: 「2」, 「1,3」, 「5」, or words.

A choice is typed as its number or its text; several are parted by blanks or commas, and while
there are no more than nine options their figures may stand together (「13」 is 1 and 3).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from app.kernel.errors import Refusal
from app.kernel.text import quoted, tidy
from app.surveys.survey import Answer, OptionId, Question, QuestionKind

_PARTED = re.compile(r"[,;、，；・\s]+")
_NUMBER = re.compile(r"[0-9]{1,10}")
_SINGLE_FIGURES = 9


def read_answer(question: Question, text: str) -> Answer:
    """Return what was typed as an answer; raises ``Refusal`` where it cannot be read."""
    typed = tidy(text).text
    if question.kind is QuestionKind.FREE or not typed:
        return Answer(question.id, text=typed)
    if question.kind.is_choice:
        return Answer(question.id, options=tuple(dict.fromkeys(_options(question, typed))))
    plain = unicodedata.normalize("NFKC", typed).replace(",", "")
    if not _NUMBER.fullmatch(plain):
        raise Refusal(f"{question.label}：{quoted(typed)}は数として読み取れません。")
    return Answer(question.id, number=int(plain))


def answer_text(question: Question, answer: Answer | None) -> str:
    """Return an answer as it is typed: numbers of options parted by commas; blank for none."""
    if answer is None:
        return ""
    if question.kind.is_choice:
        places = {one.id: place for place, one in enumerate(question.options, start=1)}
        return ",".join(str(place) for place in sorted(places[key] for key in answer.options))
    return answer.text if answer.number is None else str(answer.number)


def _options(question: Question, typed: str) -> Iterator[OptionId]:
    whole = next((one.id for one in question.options if one.text == typed), None)
    if whole is not None:
        yield whole
        return
    for part in filter(None, _PARTED.split(typed)):
        yield from _part(question, part)


def _part(question: Question, part: str) -> Iterator[OptionId]:
    named = next((one.id for one in question.options if one.text == part), None)
    if named is not None:
        yield named
        return
    plain = unicodedata.normalize("NFKC", part)
    count = len(question.options)
    figures = [plain]
    if question.kind is QuestionKind.MULTIPLE and count <= _SINGLE_FIGURES:
        figures = list(plain)
    for figure in figures:
        if not _NUMBER.fullmatch(figure) or not 1 <= int(figure) <= count:
            raise Refusal(
                f"{question.label}：{quoted(part)}という選択肢はありません。"
                f"1から{count}までの番号で入力してください。"
            )
        yield question.options[int(figure) - 1].id
