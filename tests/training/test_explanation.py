from __future__ import annotations

import pytest

from app.training.completion import SessionId, Standing
from app.training.explanation import reasons, warning

NUMBERS = {SessionId(10 + number): number for number in range(1, 6)}


def test_that_a_completion_is_explained_by_its_counts() -> None:
    assert reasons(Standing(4, 4, 0, ()), NUMBERS, made_up=1) == (
        "全5回のうち4回出席（うち補講1回）。修了に必要なのは4回です。",
    )


def test_that_every_reason_against_completion_is_said() -> None:
    told = reasons(Standing(2, 4, 1, (SessionId(11), SessionId(13))), NUMBERS)
    assert told[1:] == (
        "必修の第1回・第3回に出席していません。",
        "まだ終わっていない回が1回あります。",
    )


@pytest.mark.parametrize(
    ("standing", "make_up", "said"),
    [
        (Standing(4, 4, 1, ()), True, ""),
        (Standing(3, 4, 2, ()), True, ""),
        (Standing(2, 4, 2, ()), True, "残り2回をすべて出席すると修了できます（もう休めません）。"),
        (
            Standing(2, 4, 1, ()),
            False,
            "残り1回をすべて出席しても3回で、修了に必要な4回に届きません。",
        ),
        (
            Standing(3, 4, 1, (SessionId(11),)),
            True,
            "必修の第1回を休んだため、このままでは修了できません。補講で補うことができます。",
        ),
    ],
)
def test_that_the_warning_comes_while_there_is_time(
    standing: Standing, make_up: bool, said: str
) -> None:
    assert warning(standing, NUMBERS, make_up_allowed=make_up) == said
