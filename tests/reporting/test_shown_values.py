"""What a form shows of a document's values: each fact once, by the names the form asks for."""

from __future__ import annotations

from app.reporting.shown_values import shown_values, told_labels

VALUES = {
    "当月計": 3,
    "①訪問_当月": 2,
    "業務別": [{"区分": "①", "訪問": 2, "来所": 1}],
    "活動": [{"月日": "2026-10-05", "場所": "会館", "場所相手方": "会館"}],
    "主な活動": [{"月日": "10月5日", "場所相手方": "会館"}],
}


def test_that_only_what_the_form_asks_for_is_shown() -> None:
    labels = frozenset({"当月計", "業務別.区分", "業務別.訪問"})
    assert shown_values(VALUES, labels) == {
        "当月計": 3,
        "業務別": [{"区分": "①", "訪問": 2}],
        "活動": [],
        "主な活動": [],
    }
    fixed = shown_values(VALUES, frozenset({"①訪問_当月"}))
    assert {name: one for name, one in fixed.items() if one} == {"①訪問_当月": 2}


def test_that_a_list_told_in_fewer_lines_is_told_by_the_longer_one() -> None:
    labels = frozenset({"主な活動.月日", "主な活動.場所相手方"})
    told = told_labels(labels, {"主な活動": "活動"})
    assert shown_values(VALUES, told)["活動"] == [{"月日": "2026-10-05", "場所相手方": "会館"}]
    assert shown_values(VALUES, told)["主な活動"] == []
