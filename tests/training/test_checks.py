from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.training.checks import course_problems, kind_problems, session_problems
from app.training.course import CourseDraft, KindDraft, SessionDraft

GOOD = CourseDraft(1, 2026, capacity=40, planned_sessions=5, minimum_attended=4)


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (GOOD, set()),
        (replace(GOOD, minimum_attended=0), set()),
        (replace(GOOD, capacity=0), {"capacity"}),
        (replace(GOOD, capacity=1000), {"capacity"}),
        (replace(GOOD, planned_sessions=-1), {"planned_sessions", "minimum_attended"}),
        (replace(GOOD, minimum_attended=6), {"minimum_attended"}),
        (replace(GOOD, minimum_attended=None), {"minimum_attended"}),
        (replace(GOOD, term=0), {"term"}),
        (replace(GOOD, fee=-1), {"fee"}),
        (
            replace(GOOD, recruit_from=date(2026, 6, 2), recruit_to=date(2026, 6, 1)),
            {"recruit_to"},
        ),
    ],
)
def test_that_each_refused_field_of_a_course_is_named(draft: CourseDraft, fields: set[str]) -> None:
    assert set(course_problems(draft)) == fields


def test_that_a_kind_needs_a_name_and_possible_numbers() -> None:
    assert kind_problems(KindDraft("出前講座")) == {}
    assert set(kind_problems(KindDraft("　", sessions=2, minimum_attended=3))) == {
        "name",
        "minimum_attended",
    }


def test_that_a_session_ends_after_it_begins() -> None:
    assert session_problems(SessionDraft(1, starts_at=time(10), ends_at=time(12))) == {}
    assert session_problems(SessionDraft(1, ends_at=time(12))) == {}
    assert set(session_problems(SessionDraft(1, starts_at=time(12), ends_at=time(12)))) == {
        "ends_at"
    }
