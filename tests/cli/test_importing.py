"""``kurashi import``: own fields by a mapping, editions of a list, and what the bin holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli.program import run

Called = Callable[..., tuple[int, str, str]]
HEAD = "氏名,電話,会員区分\n"
HANAKO = "佐藤 花子,0138-00-0001,正\n"
ICHIRO = "鈴木 一郎,0138-00-0002,準\n"


@pytest.fixture
def called(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Called:
    """Run a command on an office with nobody in it."""
    office = tmp_path / "事務所.kurashi"

    def called(*words: object) -> tuple[int, str, str]:
        code = run(["--data", str(tmp_path), "--office", str(office), *map(str, words)])
        return code, *capsys.readouterr()

    assert called("new", office)[0] == 0
    return called


@pytest.fixture
def bring(called: Called, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Import a list and give what was said as values."""
    mapping = tmp_path / "map.toml"
    mapping.write_text(
        '[columns]\n"氏名" = "name"\n"電話" = "phone"\n"会員区分" = "own:会員区分"\n', "utf-8"
    )

    def bring(text: str, name: str, *words: str) -> dict[str, Any]:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        code, out, err = called("import", "people", path, "--map", mapping, "--json", *words)
        assert code == 0, err
        found: dict[str, Any] = json.loads(out)
        return found

    return bring


def test_that_a_list_is_followed_from_the_command_line(
    bring: Callable[..., dict[str, Any]], called: Called, tmp_path: Path
) -> None:
    first = bring(HEAD + HANAKO + ICHIRO, "会員名簿R8.csv", "--apply")
    assert first["own_fields"][0]["name"] == "会員区分"
    assert first["list"]["name"] == "会員名簿"
    assert first["gone"] == []
    found = bring(HEAD + HANAKO, "会員名簿R9.csv", "--apply", "--gone", "moved")
    assert [one["name"] for one in found["gone"]] == ["鈴木　一郎"]
    people = [json.loads(line) for line in called("dump")[1].splitlines()]
    statuses = [one["status"] for one in people if one["table"] == "person"]
    assert sorted(statuses) == ["active", "moved"]
    assert bring(HEAD + HANAKO, "会員名簿R10.csv", "--list", "")["list"] is None


def test_that_a_status_there_is_none_of_is_refused(called: Called, tmp_path: Path) -> None:
    path = tmp_path / "会員.csv"
    path.write_text(HEAD + HANAKO, "utf-8")
    code, _, err = called("import", "people", path, "--gone", "paused")
    assert code == 2
    assert "moved（転出）" in err
