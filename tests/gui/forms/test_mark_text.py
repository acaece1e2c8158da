from __future__ import annotations

import pytest

from app.documents.form.formats import is_format
from app.gui.forms.mark_text import (
    FORMATS,
    MarkText,
    label_of,
    problem_of,
    read_mark,
    tag_text,
)


@pytest.mark.parametrize(
    "mark",
    [
        MarkText("氏名"),
        MarkText("氏名", "敬称"),
        MarkText("受講者.氏名"),
        MarkText("受講者.氏名", frames=10),
        MarkText("受講者.回.印", "全角", 5),
        MarkText("性別", "選択", before="□男　□女"),
    ],
)
def test_that_what_was_chosen_is_read_again(mark: MarkText) -> None:
    assert read_mark(mark.text) == mark


@pytest.mark.parametrize(
    "text", ["第{{回次}}回", "{{姓}}　{{名}}", "様", "{{受講者#3.氏名}}", "{{*受講者 枠3}}"]
)
def test_that_what_was_written_by_hand_is_left_alone(text: str) -> None:
    assert read_mark(text) is None


@pytest.mark.parametrize("name", [name for name, _ in FORMATS if name])
def test_that_every_format_on_offer_is_one(name: str) -> None:
    assert is_format(name)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{{氏名}}", "氏名"),
        ("{{氏名|敬称}}", "氏名"),
        ("{{受講者.氏名}}{{*受講者 枠10}}", "受講者.氏名"),
        ("第{{回次}}回　{{テーマ}}", "第〔回次〕回　〔テーマ〕"),
    ],
)
def test_that_a_cell_is_labelled_without_braces(text: str, label: str) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("氏名", "項目がありません"),
        ("{{指名}}", "「指名」という項目は、この書類にありません"),
        ("{{氏名|ていねい}}", "書式「ていねい」は使えません"),
        ("{{受講者.氏名}}{{*受講者 わく10}}", "一覧の指定「わく10」は使えません"),
    ],
)
def test_that_what_is_typed_wrong_is_said(text: str, said: str) -> None:
    assert said in problem_of(text, frozenset({"氏名", "受講者.氏名"}))


def test_that_what_is_typed_right_is_taken() -> None:
    assert problem_of("第{{ 氏名 }}回｛｛氏名｜敬称｝｝", frozenset({"氏名"})) == ""
    assert tag_text("氏名") == "{{氏名}}"
