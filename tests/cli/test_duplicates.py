"""Pairs of the same person from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli.program import run
from app.contacts.commands import add_organisations, add_people
from app.contacts.organisation import OrganisationDraft
from app.contacts.person import PersonDraft
from app.wiring import find_paths, open_store

SETSUKO = PersonDraft("渡辺", "節子", "わたなべ", "せつこ", phone="0138-00-0001")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """An office with one person and one organisation twice, and a husband."""
    path = tmp_path / "事務所.kurashi"
    assert run(["--data", str(tmp_path), "--office", str(path), "new", str(path)]) == 0
    store = open_store(path, None, find_paths(tmp_path))
    others = [PersonDraft("渡邉", "節子", phone="0138-00-0001"), PersonDraft("渡辺", "勝")]
    store.do("人", add_people, [SETSUKO, *others])
    store.do("団体", add_organisations, [OrganisationDraft("くらしを支える見本の会")] * 2)
    store.close()
    return path


@pytest.mark.parametrize("subject", ["people", "organisations"])
def test_that_pairs_are_written_as_json(
    subject: str, office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    words = ["--data", str(tmp_path), "--office", str(office), "duplicates", subject, "--json"]
    assert run(words) == 0
    (pair,) = json.loads(capsys.readouterr().out)["pairs"]
    assert (pair["a"], pair["b"], pair["proposed"]) == (1, 2, True)
    assert pair["score"] >= 60
    assert all(isinstance(reason, str) for reason in pair["reasons"])


def test_that_pairs_are_written_for_people_to_read(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["--data", str(tmp_path), "--office", str(office), "duplicates", "people"]) == 0
    said = capsys.readouterr()
    assert "1\t2\t60点\t同じと思われます" in said.out
    assert "電話番号が同じです（+25点）" in said.out
    assert said.err.strip() == "1組"
