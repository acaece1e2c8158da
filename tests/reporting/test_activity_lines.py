"""主な活動内容: activities of the same words in one line, from which each can be told again."""

from __future__ import annotations

from datetime import date

from app.reporting.activity_lines import activity_lines


def row(day: int, place: str = "", content: str = "町会への訪問", after: str = "") -> dict:
    return {
        "月日": date(2026, 10, day),
        "区分": "③",
        "業務": "ネットワーク",
        "場所相手方": place,
        "内容": content,
        "結果対応": after,
    }


def test_that_the_same_words_make_one_line_in_which_every_day_keeps_its_place() -> None:
    rows = [row(5, "会館\nA町会"), row(7, "B町会"), row(9, content="会議"), row(12, "B町会")]
    first, second = activity_lines(rows)
    assert (first["月日"], first["件数"]) == ("10月5・7・12日", 3)
    assert first["場所相手方"] == "会館　A町会（5日）\nB町会（7・12日）"
    assert (second["月日"], second["場所相手方"]) == ("10月9日(金)", "")


def test_that_one_place_is_not_told_by_days_and_the_same_day_twice_is_counted() -> None:
    (line,) = activity_lines([row(5, "A町会"), row(5, "A町会"), row(6, "A町会")])
    assert (line["月日"], line["場所相手方"]) == ("10月5・6日（3件）", "A町会")


def test_that_what_came_of_it_keeps_lines_apart() -> None:
    assert len(activity_lines([row(5, after="見学へ"), row(6)])) == 2
    assert activity_lines([]) == []
