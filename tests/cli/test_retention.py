"""Disposal from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.program import run
from app.contacts.commands import add_people
from app.contacts.person import PersonDraft
from app.wiring import find_paths, open_store


def test_that_one_person_is_erased_when_that_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "事務所.kurashi"
    call = ["--data", str(tmp_path), "--office", str(path)]
    assert run([*call, "new", str(path)]) == 0
    store = open_store(path, None, find_paths(tmp_path))
    (key,) = store.do("人", add_people, [PersonDraft("消える", "花子")]).result
    store.close()
    capsys.readouterr()
    assert run([*call, "disposal", "due", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    erase = ["disposal", "erase", "--person", str(key), "--by", "見本"]
    assert run([*call, *erase]) == 2
    assert "元に戻せません" in capsys.readouterr().err
    assert run([*call, *erase, "--yes"]) == 0
    assert "控え" in capsys.readouterr().out
    assert "花子".encode() not in path.read_bytes()
