"""Ranking from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.program import run
from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.matching.commands import add_request
from app.matching.request import RequestDraft
from app.supporters.commands import register, set_skills
from app.supporters.supporter import Skill, SupporterDraft
from app.wiring import find_paths, open_store

SNOW = 13
"""The key of 除雪・雪かき in the kinds a new office begins with."""


@pytest.fixture
def office(tmp_path: Path) -> list[str]:
    """An office with three supporters, two of whom shovel snow, and two open requests."""
    path = tmp_path / "事務所.kurashi"
    words = ["--data", str(tmp_path), "--office", str(path)]
    assert run([*words, "new", str(path)]) == 0
    store = open_store(path, None, find_paths(tmp_path))
    today = store.now().date()
    people = [PersonDraft("見本", name) for name in ("一", "二", "三")]
    for person in store.do("人", add_people, people).result:
        supporter = store.do("登録", register, person, SupporterDraft(), on=today).result
        if supporter < 3:
            skills = {SNOW: (Skill.CAN, supporter == 2)}
            store.do("できること", set_skills, supporter, skills)
    draft = RequestDraft(today, contact_name="担当", title="雪かき", kinds=(SNOW,))
    store.do("依頼", add_request, draft)
    store.do("依頼", add_request, RequestDraft(today, contact_name="担当", title="何でも"))
    store.close()
    return words


def test_that_everybody_is_written_as_json_with_reasons_that_add_up(
    office: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run([*office, "match", "open", "--json"]) == 0
    rankings = json.loads(capsys.readouterr().out)
    assert sorted(one["request"] for one in rankings) == [1, 2]
    for one in rankings:
        everybody = [row["supporter"] for row in one["supporters"] + one["ruled_out"]]
        assert sorted(everybody) == [1, 2, 3]
        for row in one["supporters"]:
            assert row["score"] == sum(reason["points"] for reason in row["reasons"])
            assert all(reason["text"] for reason in row["reasons"])
    shovel = next(one for one in rankings if one["request"] == 1)
    assert [row["supporter"] for row in shovel["supporters"]] == [2, 1]
    assert shovel["ruled_out"] == [
        {"supporter": 3, "reasons": ["できることに「除雪・雪かき」がありません"]}
    ]


def test_that_a_ranking_is_written_for_people_to_read(
    office: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run([*office, "match", "1", "--limit", "1"]) == 0
    first, best, *_, last = capsys.readouterr().out.splitlines()
    assert "雪かき\t1人" in first
    assert best.startswith("1位\t2\t見本　二\t93点\t「除雪・雪かき」ができる（+13点）、")
    assert last == "対象外\t3\t見本　三\t\tできることに「除雪・雪かき」がありません"


@pytest.mark.parametrize("words", [["9"], ["R8-99"], ["1", "--limit", "-1"]])
def test_that_what_is_not_there_is_refused(
    words: list[str], office: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run([*office, "match", *words]) == 2
    assert capsys.readouterr().err
