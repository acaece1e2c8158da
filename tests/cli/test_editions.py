"""Registered forms from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli.program import run
from tests.documents.form.editions import edited, insert_rows
from tests.forms.books import book

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command on a new office; the exit code, what it printed, and what it said."""
    office = tmp_path / "事務所.kurashi"

    def called(*words: object) -> tuple[int, str, str]:
        code = run(["--data", str(tmp_path), "--office", str(office), *map(str, words)])
        return code, *capsys.readouterr()

    assert called("new", office)[0] == 0
    return called


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "報告書.xlsx"
    path.write_bytes(book("報告書"))
    return path


def write(folder: Path, values: object) -> Path:
    path = folder / "差し込み.json"
    path.write_text(json.dumps(values, ensure_ascii=False), "utf-8")
    return path


def listed(call: Call, *words: str) -> list[dict[str, Any]]:
    code, out, _ = call("form", "list", "--json", *words)
    assert code == 0
    return [one for one in json.loads(out) if one["document"] == "course-report"]


def test_that_a_form_is_registered_and_listed(call: Call, form: Path, tmp_path: Path) -> None:
    marks = write(tmp_path, {"申請書!C5": "{{講座名}}"})
    words = ("--document", "course-report", "--year", "R8", "--version", "4月改正")
    code, out, said = call("form", "register", form, *words, "--marks", marks)
    assert (code, said) == (0, "")
    assert "研修実施報告書の様式を登録しました（令和8年度から" in out
    ours, registered = sorted(listed(call, "--year", "R8"), key=lambda one: one["id"] or 0)
    assert (registered["version"], registered["marks"], registered["holds"]) == ("4月改正", 1, True)
    assert (ours["name"], ours["holds"]) == ("くらしの台帳の様式", False)
    assert [one["holds"] for one in listed(call, "--year", "R7")] == [False, True]
    assert (
        "*\tcourse-report\t研修実施報告書\t令和8年度から\t報告書.xlsx\t4月改正"
        in call("form", "list", "--year", "R8")[1]
    )
    assert call("undo")[0] == 0
    assert len(listed(call)) == 1


def test_that_a_document_is_made_with_the_edition_of_a_number(
    call: Call, form: Path, tmp_path: Path
) -> None:
    other = tmp_path / "改正.xlsx"
    other.write_bytes(book("改正"))
    for path in (form, other):
        call("form", "register", path, "--document", "certificate-register", "--year", "R8")
    words = ("export", "certificate-register", "--year", "R8", "-o")
    made = [tmp_path / f"{number}.xlsx" for number in range(3)]
    assert call(*words, made[0])[0] == call(*words, made[1], "--edition", 2)[0] == 0
    assert call(*words, made[2], "--edition", 1)[0] == 0
    assert made[0].read_bytes() == made[1].read_bytes() != made[2].read_bytes()
    assert call(*words, made[2], "--edition", 3)[0] == 2


def test_that_what_a_form_lacks_is_said_when_it_is_registered(call: Call, form: Path) -> None:
    code, _, said = call("form", "register", form, "--document", "course-report")
    assert code == 0
    assert "講座名" in said


def test_that_marks_that_lead_nowhere_register_nothing(
    call: Call, form: Path, tmp_path: Path
) -> None:
    for values in ({"別紙!C5": "{{講座名}}"}, {"C5": "{{講座名}}"}, {"申請書!C5": 5}):
        marks = write(tmp_path, values)
        words = ("--document", "course-report", "--marks", marks)
        assert call("form", "register", form, *words)[0] == 2
    assert len(listed(call)) == 1
    assert call("form", "register", form, "--document", "own-1")[0] == 2
    assert call("form", "register", tmp_path / "ない.xlsx", "--document", "course-report")[0] == 2


def test_that_two_editions_are_compared(call: Call, form: Path, tmp_path: Path) -> None:
    new = tmp_path / "新.xlsx"
    new.write_bytes(edited(form.read_bytes(), insert_rows(5, 2)))
    marks = write(tmp_path, {"申請書!C5": "{{講座名}}"})
    code, out, _ = call("form", "compare", form, new, "--marks", marks)
    assert (code, out) == (0, "動いた\t申請書!C5 → 申請書!C7\t{{講座名}}\t2行下へ動きました。\n")
    found = json.loads(call("form", "compare", form, new, "--marks", marks, "--json")[1])
    assert found["carried"] == {"申請書!C7": "{{講座名}}"}
    assert found["new_labels"] == []
