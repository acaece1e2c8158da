"""What holds of every table of answers."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.surveys.survey import (
    SCALE,
    Answer,
    AnswerSheetId,
    Option,
    OptionId,
    Question,
    QuestionId,
    QuestionKind,
)
from app.surveys.tabulation import CrossBy, Sheet, crossed, tabulated

_OPTIONS = tuple(Option(OptionId(key), f"答え{key}") for key in range(1, 4))
ONE = Question(QuestionId(1), 1, "1つ", QuestionKind.SINGLE, _OPTIONS)
MANY = Question(QuestionId(2), 2, "いくつでも", QuestionKind.MULTIPLE, _OPTIONS)
STEP = Question(QuestionId(3), 3, "5段階", QuestionKind.SCALE)
QUESTIONS = (ONE, MANY, STEP)
DISTRICTS = ("西部", "東部")

_KEYS = st.sampled_from([one.id for one in _OPTIONS])
_ANSWERS = st.tuples(
    st.builds(lambda keys: Answer(ONE.id, options=tuple(keys)), st.sets(_KEYS, max_size=1)),
    st.builds(lambda keys: Answer(MANY.id, options=tuple(keys)), st.sets(_KEYS)),
    st.builds(lambda step: Answer(STEP.id, number=step), st.sampled_from([None, *SCALE])),
)
_SHEETS = st.lists(st.tuples(_ANSWERS, st.sampled_from(["", *DISTRICTS])), max_size=12).map(
    lambda found: [
        Sheet(AnswerSheetId(key), key, district, "", {one.question_id: one for one in answers})
        for key, (answers, district) in enumerate(found, start=1)
    ]
)


@given(_SHEETS, st.sampled_from(QUESTIONS), st.sampled_from([*QUESTIONS, *CrossBy]))
@settings(max_examples=60)
def test_that_the_sums_of_a_cross_table_are_those_of_the_single_table(
    sheets: list[Sheet], question: Question, by: Question | CrossBy
) -> None:
    (single,) = tabulated([question], sheets).questions
    table = crossed(question, by, sheets, DISTRICTS)
    assert [row.total for row in table.rows] == [one.figure for one in single.tallies]
    assert table.answered.total == single.answered
    assert table.blank.total == single.blank
    assert single.answered.count + single.blank.count == len(sheets)
    for row in (*table.rows, table.answered, table.blank):
        assert {key for cell in row.cells for key in cell.keys} == set(row.total.keys)
        if by is not MANY:
            assert sum(cell.count for cell in row.cells) == row.total.count
    if question is not MANY:
        assert sum(row.total.count for row in table.rows) == table.answered.total.count
        shares = [table.share(row) for row in table.rows]
        assert single.answered.count == 0 or sum(share or 0 for share in shares) == 1
