from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.training.completion import IN_PERSON, Mark, Requirement, SessionId, Standing, standing

SESSIONS = [SessionId(n) for n in range(1, 6)]
FOUR_OF_FIVE = Requirement(4)
KEYS = {
    "o": Mark.PRESENT,
    "x": Mark.ABSENT,
    "m": Mark.MADE_UP,
    "l": Mark.LATE,
    "e": Mark.LEFT_EARLY,
    "k": Mark.EXCUSED,
}


def marks(word: str) -> dict[SessionId, Mark]:
    """Read ``"ooxm-"`` as present, present, absent, made up, not marked."""
    return {one: KEYS[c] for one, c in zip(SESSIONS, word, strict=True) if c in KEYS}


def judged(word: str, requirement: Requirement = FOUR_OF_FIVE, over: int = 5) -> Standing:
    return standing(requirement, SESSIONS, marks(word), set(SESSIONS[:over]))


@pytest.mark.parametrize(
    ("word", "completed"),
    [
        ("ooooo", True),
        ("oooox", True),
        ("oolex", True),
        ("ooomx", True),
        ("oooxx", False),
        ("ooo--", False),
        ("oookx", False),
    ],
)
def test_that_four_of_five_sessions_complete_a_course(word: str, completed: bool) -> None:
    assert judged(word).completed is completed


def test_that_a_missed_required_session_withholds_completion() -> None:
    verdict = judged("xoooo", Requirement(4, frozenset({SESSIONS[0]})))
    assert verdict.missed_required == (SESSIONS[0],)
    assert not verdict.completed
    assert not verdict.possible


def test_that_a_make_up_counts_for_a_required_session() -> None:
    assert judged("moooo", Requirement(4, frozenset({SESSIONS[0]}))).completed


def test_that_make_ups_count_only_where_they_are_allowed() -> None:
    assert not judged("ooomx", Requirement(4, make_up_allowed=False)).completed


def test_that_excused_counts_only_where_the_course_says_so() -> None:
    assert judged("oookx", Requirement(4, excused_counts=True)).completed


def test_that_sessions_ahead_are_open_unless_an_absence_was_told() -> None:
    verdict = judged("oox--", over=3)
    assert (verdict.attended, verdict.open, verdict.spare) == (2, 2, 0)
    assert verdict.possible
    assert not judged("oox-x", over=3).possible


def test_that_a_required_session_ahead_is_not_yet_missed() -> None:
    requirement = Requirement(4, frozenset({SESSIONS[4]}))
    assert judged("oooo-", requirement, over=4).missed_required == ()
    assert not judged("oooo-", requirement, over=5).completed


def test_that_cancelled_sessions_ask_nothing() -> None:
    three = SESSIONS[:3]
    verdict = standing(FOUR_OF_FIVE, three, dict.fromkeys(three, Mark.PRESENT), set(three))
    assert verdict.needed == 3
    assert verdict.completed


def test_that_every_mark_has_a_sign() -> None:
    assert "".join(mark.sign for mark in Mark) == "○×△△公補"


requirements = st.builds(
    Requirement,
    st.integers(0, 6),
    st.frozensets(st.sampled_from(SESSIONS)),
    st.booleans(),
    st.booleans(),
)
any_marks = st.dictionaries(st.sampled_from(SESSIONS), st.sampled_from(Mark))
any_held = st.frozensets(st.sampled_from(SESSIONS))


@given(requirements, any_marks, any_held, st.sampled_from(SESSIONS), st.sampled_from([*IN_PERSON]))
def test_that_attending_more_never_loses_completion(
    requirement: Requirement,
    given_marks: dict[SessionId, Mark],
    held: frozenset[SessionId],
    extra: SessionId,
    mark: Mark,
) -> None:
    before = standing(requirement, SESSIONS, given_marks, held)
    after = standing(requirement, SESSIONS, given_marks | {extra: mark}, held)
    assert after.completed >= before.completed
    assert after.possible >= before.possible
    assert after.attended >= before.attended


@given(requirements, any_marks, any_held)
def test_that_who_has_completed_can_complete(
    requirement: Requirement, given_marks: dict[SessionId, Mark], held: frozenset[SessionId]
) -> None:
    verdict = standing(requirement, SESSIONS, given_marks, held)
    assert verdict.possible >= verdict.completed
    assert 0 <= verdict.attended + verdict.open <= len(SESSIONS)


@given(requirements, any_marks)
def test_that_nothing_is_open_once_all_is_over(
    requirement: Requirement, given_marks: dict[SessionId, Mark]
) -> None:
    verdict = standing(requirement, SESSIONS, given_marks, set(SESSIONS))
    assert verdict.open == 0
    assert verdict.possible is verdict.completed
