"""Answers as they are typed."""

from __future__ import annotations

import pytest

from app.kernel.errors import Refusal
from app.surveys.survey import Option, OptionId, Question, QuestionId, QuestionKind
from app.surveys.typed_answer import answer_text, read_answer

_OPTIONS = tuple(
    Option(OptionId(10 + place), text) for place, text in enumerate(("除雪", "買い物", "通院"), 1)
)


def _asked(kind: QuestionKind, options: tuple[Option, ...] = ()) -> Question:
    return Question(QuestionId(1), 1, "何が", kind, options)


@pytest.mark.parametrize(
    ("kind", "typed", "keys", "again"),
    [
        (QuestionKind.SINGLE, "２", (12,), "2"),
        (QuestionKind.SINGLE, "通院", (13,), "3"),
        (QuestionKind.SINGLE, "1,2", (11, 12), "1,2"),
        (QuestionKind.MULTIPLE, "31", (13, 11), "1,3"),
        (QuestionKind.MULTIPLE, "除雪、通院 2", (11, 13, 12), "1,2,3"),
        (QuestionKind.MULTIPLE, " ", (), ""),
    ],
)
def test_that_choices_are_typed_as_numbers_or_words(
    kind: QuestionKind, typed: str, keys: tuple[int, ...], again: str
) -> None:
    question = _asked(kind, _OPTIONS)
    answer = read_answer(question, typed)
    assert answer.options == keys
    assert answer_text(question, answer) == again


def test_that_many_options_are_not_read_figure_by_figure() -> None:
    options = tuple(Option(OptionId(key), f"答え{key}番") for key in range(1, 13))
    question = _asked(QuestionKind.MULTIPLE, options)
    assert read_answer(question, "12").options == (12,)


def test_that_numbers_and_words_are_taken_as_they_are() -> None:
    assert read_answer(_asked(QuestionKind.NUMBER), "１,２００").number == 1200
    assert read_answer(_asked(QuestionKind.FREE), " 3人\r\nです ").text == "3人\nです"
    number = _asked(QuestionKind.SCALE)
    assert answer_text(number, read_answer(number, "5")) == "5"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (QuestionKind.SINGLE, "4"),
        (QuestionKind.SINGLE, "②x"),
        (QuestionKind.MULTIPLE, "10"),
        (QuestionKind.SCALE, "とても"),
        (QuestionKind.NUMBER, "-3"),
        (QuestionKind.NUMBER, "9" * 4000),
    ],
)
def test_that_what_cannot_be_read_is_refused(kind: QuestionKind, typed: str) -> None:
    with pytest.raises(Refusal, match="問1："):
        read_answer(_asked(kind, _OPTIONS if kind.is_choice else ()), typed)
