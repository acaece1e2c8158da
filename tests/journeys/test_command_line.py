from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli.program import run
from app.storage.office_file import is_encrypted
from tests.journeys.applicants import APPLICANTS, OF_TRAINING, messy_workbook

COURSE = "1"
CAPACITY = 40
SESSIONS = 5
PASSPHRASE = "みなとまち　はこだて"

Command = Callable[..., str]


@pytest.fixture(params=["plain", "encrypted"])
def kurashi(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """The command on a new office, plain and encrypted; it returns what was printed."""
    monkeypatch.delenv("KURASHI_OFFICE", raising=False)
    encrypted = request.param == "encrypted"
    if encrypted:
        monkeypatch.setenv("KURASHI_PASSPHRASE", PASSPHRASE)
    office = tmp_path / "office.kurashi"

    def command(*words: str | Path, code: int = 0) -> str:
        before = ["--data", str(tmp_path / "home"), "--office", str(office)]
        assert run([*before, *map(str, words)]) == code, capsys.readouterr()
        return capsys.readouterr().out

    command("new", office, *(["--encrypt"] if encrypted else []), "--name", "見本事務所")
    assert is_encrypted(office) is encrypted
    return command


@pytest.mark.parametrize("kurashi", ["plain"], indirect=True)  # the window runs it encrypted
def test_that_a_course_runs_from_a_messy_list_to_its_certificates(
    kurashi: Command, tmp_path: Path
) -> None:
    applicants = messy_workbook(tmp_path / "申込者.xlsx")
    hours = ("--from", "10:00", "--until", "12:00")
    kurashi("course", "open", "養成研修", "--year", "R6", "--first", "R6.6.5", *hours)

    plan = json.loads(kurashi("import", "people", applicants, "--json"))
    assert plan["counts"]["add"] == APPLICANTS, plan["rows"]
    assert not plan["applied"]
    assert [row["reason"] != "" for row in plan["left_out"]] == [True] * len(plan["left_out"])

    words = ("import", "people", applicants, "--course", COURSE, "--on", "R6.5.20", "--apply")
    applied = json.loads(kurashi(*words, "--json"))
    assert all(row["key"] for row in applied["rows"])

    assert kurashi("course", "draw", COURSE, "--seed", "7", "--on", "R6.5.25").strip() == (
        f"申込{APPLICANTS}・受講決定{CAPACITY}・キャンセル待ち{APPLICANTS - CAPACITY}"
    )
    for number in range(1, SESSIONS + 1):
        absent = ("--absent", "3,9") if number in {1, 2} else ()
        kurashi("course", "mark", COURSE, "--session", str(number), *absent, "--late", "12")
    assert kurashi("course", "close", COURSE, "--on", "R6.7.3").strip() == "修了38・未修了2"
    assert "38枚" in kurashi("course", "certify", COURSE, "--on", "R6.7.3")

    for document in OF_TRAINING:
        for kind in ("xlsx", "pdf", "json"):
            target = tmp_path / f"{document.id}.{kind}"
            words = ("--course", COURSE, "--session", "1", "-o", target)
            kurashi("export", document.id, *words)
            assert target.stat().st_size > 500
    sheet = json.loads((tmp_path / "attendance-sheet.json").read_text("utf-8"))
    rows = sheet["lists"]["受講者"]
    assert [row["No"] for row in rows] == list(range(1, CAPACITY + 1))
    assert [row["出席回数"] for row in rows].count(3) == 2
    assert [one["出席者数"] for one in sheet["lists"]["回"]] == [38, 38, 40, 40, 40]
    assert load_workbook(tmp_path / "attendance-sheet.xlsx").active is not None
    kurashi("verify")


def test_that_undo_and_redo_go_all_the_way_back_and_forth(kurashi: Command, tmp_path: Path) -> None:
    applicants = messy_workbook(tmp_path / "申込者.xlsx")
    kurashi("course", "open", "養成研修", "--year", "R6", "--first", "R6.6.5")
    before = kurashi("dump")
    kurashi("import", "people", applicants, "--course", COURSE, "--apply")
    after = kurashi("dump")
    kurashi("undo")
    assert without_memory(kurashi("dump")) == without_memory(before)
    kurashi("redo")
    assert kurashi("dump") == after


def test_that_the_same_list_again_changes_nothing(kurashi: Command, tmp_path: Path) -> None:
    applicants = messy_workbook(tmp_path / "申込者.xlsx")
    kurashi("import", "people", applicants, "--apply")
    again = json.loads(kurashi("import", "people", applicants, "--json"))
    assert again["counts"]["same"] == APPLICANTS, [
        (row["fate"], row["reasons"]) for row in again["rows"] if row["fate"] != "same"
    ]


def test_that_a_backup_brings_everything_back(kurashi: Command, tmp_path: Path) -> None:
    kurashi("import", "people", messy_workbook(tmp_path / "申込者.xlsx"), "--apply")
    before = kurashi("dump")
    kurashi("backup", tmp_path / "copies")
    (backup,) = (tmp_path / "copies").iterdir()
    kurashi("undo")
    assert kurashi("dump") != before
    kurashi("restore", backup, "--to", tmp_path / "office.kurashi")
    assert kurashi("dump") == before


def test_that_what_cannot_be_done_is_refused_in_words(
    kurashi: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ("export", "attendance-sheet", "-o", tmp_path / "a.pdf"),
        ("export", "attendance-sheet", "--course", "99", "-o", tmp_path / "a.pdf"),
        ("export", "certificate", "--course", "1", "-o", tmp_path / "a.docx"),
        ("export", "no-such", "-o", tmp_path / "a.pdf"),
        ("import", "people", tmp_path / "ない.xlsx"),
        ("import", "organisations", tmp_path / "ない.xlsx"),
        ("course", "draw", "99", "--seed", "1"),
        ("restore", tmp_path / "ない.kurashi", "--to", tmp_path / "b.kurashi"),
        ("undo",),
    ):
        kurashi(*words, code=2)
    assert not list(tmp_path.glob("a.*"))


def without_memory(dump: str) -> list[str]:
    """Return a dump without what the program remembers of the columns of a list."""
    lines = [json.loads(line) for line in dump.splitlines()]
    return [
        json.dumps(line, ensure_ascii=False)
        for line in lines
        if not str(line.get("name", "")).startswith("import_map:")
    ]
