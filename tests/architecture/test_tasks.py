"""The tasks: the same words everywhere, and sentences instead of tracebacks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import tasks

ROOT = Path(__file__).parents[2]


def test_that_make_knows_every_task() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    words = re.search(r"^TASKS := (.*)$", makefile, re.MULTILINE)
    assert words is not None
    assert words[1].split() == list(tasks.TASKS)


def test_that_windows_has_the_same_script() -> None:
    assert r"tools\tasks.py %*" in (ROOT / "make.cmd").read_text(encoding="utf-8")


def test_that_an_unknown_word_is_refused_in_a_sentence() -> None:
    run = subprocess.run(
        [sys.executable, "tools/tasks.py", "rnu"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
    )
    assert run.returncode == 2
    assert "「rnu」という作業はありません" in run.stderr
    assert "Traceback" not in run.stderr


def test_that_a_machine_without_a_display_has_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    assert not tasks.has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert tasks.has_screen()


def test_that_an_environment_knows_its_place_and_its_parts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made_from = tasks.fingerprint()
    assert tasks.fingerprint() == made_from
    assert {len(digest) for digest in made_from} == {64}
    monkeypatch.setattr(tasks, "ROOT", tmp_path)
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    assert tasks.fingerprint()[0] != made_from[0]
    assert tasks.fingerprint()[1:] == made_from[1:]


def test_that_a_library_nobody_has_is_not_loadable() -> None:
    assert not tasks.is_loadable("libkurashi-not-there.so.1")
