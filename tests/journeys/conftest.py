"""An office from the command line, and somebody at the window."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.cli.program import run
from app.kernel.paths import Paths
from tests.journeys.hands import Hands

Command = Callable[..., str]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = Paths.under(tmp_path / "home")
    paths.create()
    return paths


@pytest.fixture
def hands(paths: Paths, qtbot: QtBot) -> Iterator[Hands]:
    hands = Hands(paths, qtbot)
    yield hands
    hands.close()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """Where the office of a test is, or will be."""
    folder = tmp_path / "office"
    folder.mkdir()
    return folder / "くらし.kurashi"


@pytest.fixture
def command(
    office: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Command:
    """The command line on the office: it returns what was printed, or what was refused."""
    monkeypatch.delenv("KURASHI_OFFICE", raising=False)
    monkeypatch.delenv("KURASHI_PASSPHRASE", raising=False)

    def command(*words: str | Path, code: int = 0, on: Path | None = None) -> str:
        before = ["--data", str(tmp_path / "home"), "--office", str(on or office)]
        capsys.readouterr()
        assert run([*before, *map(str, words)]) == code, capsys.readouterr()
        printed = capsys.readouterr()
        if code:
            return printed.err
        sys.stderr.write(printed.err)
        return printed.out

    return command


def ends_in_a_sentence(text: str) -> bool:
    """Whether the last line is a sentence, with a file's name in brackets after it at most."""
    last = text.strip().splitlines()[-1]
    return re.sub(r"（[^（）]*）$", "", last).endswith("。")
