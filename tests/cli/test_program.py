from __future__ import annotations

import argparse
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import offices
from app.cli.program import build_parser, run
from app.storage.dump import all_records
from tests.sample_office import PEOPLE, SEED, open_sample

DOCS = Path(__file__).parents[2] / "docs" / "command-line.md"


def parsers(
    parser: argparse.ArgumentParser, name: str = "kurashi"
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Yield every command with its parser, groups and their actions too."""
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, inner in action.choices.items():
                yield from parsers(inner, f"{name} {word}")


DOCUMENTS = ("attendance-sheet", "certificate", "supporter-roster", "match-results", "resource-map")

COMMANDS = dict(parsers(build_parser()))


@pytest.mark.parametrize("name", COMMANDS)
def test_that_every_command_explains_itself_in_japanese_with_an_example(name: str) -> None:
    text = COMMANDS[name].format_help()
    assert text.startswith("使い方: ")
    assert "例: kurashi" in text
    assert not re.search(r"usage:|options:|show program|show this help", text)
    for action in COMMANDS[name]._actions:
        if action.option_strings:
            assert action.help, (name, action.option_strings)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "kurashi"])
def test_that_every_command_is_in_the_manual(name: str) -> None:
    assert f"`{name}" in DOCS.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nonsense"], "nonsense は使えません"),
        (["export"], "を指定してください"),
        (["export", "attendance-sheet", "--course", "x", "-o", "a.pdf"], "読み取れません"),
        ([], "コマンドを指定してください"),
    ],
)
def test_that_a_wrong_word_is_refused_in_japanese(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--data", str(tmp_path), *words])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_that_an_office_has_to_be_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KURASHI_OFFICE", raising=False)
    assert run(["--data", str(tmp_path), "dump"]) == 2
    assert "--office" in capsys.readouterr().err


def test_that_a_wrong_passphrase_is_refused_and_told_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    office = tmp_path / "office.kurashi"
    words = ["--data", str(tmp_path / "home"), "--office", str(office)]
    monkeypatch.setenv("KURASHI_PASSPHRASE", "正しい合い言葉です")
    assert run([*words, "new", str(office), "--encrypt"]) == 0
    monkeypatch.setenv("KURASHI_PASSPHRASE", "まちがった合い言葉")
    assert run([*words, "verify"]) == 2
    out, err = capsys.readouterr()
    assert "パスフレーズ" in err
    assert "合い言葉" not in out + err
    logs = [path.read_text("utf-8") for path in (tmp_path / "home").rglob("*.log*")]
    assert "合い言葉" not in "".join(logs)


def test_that_the_sample_office_is_the_same_each_time_and_has_every_document(
    tmp_path: Path, sample_file: Path
) -> None:
    words = ["--data", str(tmp_path / "home")]
    asked = ["--people", str(PEOPLE), "--seed", str(SEED)]
    assert run([*words, "demo", str(tmp_path), *asked]) == 0
    made = {path.name for path in (tmp_path / "documents").iterdir()}
    for one in DOCUMENTS:
        assert {name.rpartition(".")[2] for name in made if name.startswith(one)} == {"xlsx", "pdf"}
    office = tmp_path / "demo.kurashi"
    assert run([*words, "--office", str(office), "verify"]) == 0
    before = shutil.copyfile(sample_file, tmp_path / "before.kurashi")
    assert kept_in(office) == kept_in(before)


def kept_in(office: Path) -> list[dict[str, object]]:
    """Return every record of an office but those of what was handed out."""
    store = open_sample(office)
    found = [one for one in store.ask(all_records) if one["table"] != "export_record"]
    store.close()
    return found


def test_that_the_catalogue_can_be_read_without_an_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KURASHI_OFFICE", raising=False)
    assert run(["--data", str(tmp_path), "documents", "--json"]) == 0
    catalogue = json.loads(capsys.readouterr().out)
    assert catalogue["years"] == []
    assert {"attendance-sheet", "certificate"} <= {one["id"] for one in catalogue["documents"]}


def test_that_a_fault_is_logged_without_what_people_wrote(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("函館　花子")

    monkeypatch.setattr(offices, "_new", fail)
    assert run(["--data", str(tmp_path), "new", str(tmp_path / "a.kurashi")]) == 1
    logged = (tmp_path / "logs" / "kurashi.log").read_text("utf-8")
    assert "ValueError" in logged
    assert "offices" in logged or "test_program" in logged
    assert "花子" not in logged + capsys.readouterr().err
