from __future__ import annotations

from datetime import date

import pytest

from app.kernel.errors import Refusal
from app.storage.store import Store
from app.submissions import commands, queries
from app.submissions.submission import TextPart

REPORT = "monthly-report"
APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)


def write(store: Store, first: date, part: TextPart, text: str) -> None:
    store.do("文章", commands.set_report_text, REPORT, first, part, text)


def test_that_the_newest_text_before_stands_beside(store: Store) -> None:
    write(store, APRIL, TextPart.PROBLEMS, "除雪の担い手が足りない。\n")
    write(store, JUNE, TextPart.PROBLEMS, "配車の相談が増えた。")
    parts = (TextPart.PROBLEMS, TextPart.NEXT)
    problems, following = store.ask(queries.texts_beside, REPORT, JUNE, parts)
    assert (problems.text, problems.before, problems.before_day) == (
        "配車の相談が増えた。",
        "除雪の担い手が足りない。",
        APRIL,
    )
    assert (following.text, following.before, following.before_day) == ("", "", None)
    assert store.ask(queries.report_texts, REPORT, MAY) == {}


def test_that_an_emptied_text_is_gone_until_undone(store: Store) -> None:
    write(store, APRIL, TextPart.NEXT, "協議体の準備")
    write(store, APRIL, TextPart.NEXT, " ")
    assert store.ask(queries.report_texts, REPORT, APRIL) == {}
    store.undo()
    assert store.ask(queries.report_texts, REPORT, APRIL) == {TextPart.NEXT: "協議体の準備"}


def test_that_a_text_far_too_long_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="10,000字まで"):
        write(store, APRIL, TextPart.NEXT, "あ" * 10_001)
