"""What is committed names no machine of ours and no registry."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGISTRIES = ("pypi", "pythonhosted", "npmjs", "npmmirror", "debian", "jsdelivr", "unpkg")
REGISTRY = re.compile(rf"\b[a-z.-]*(?:{'|'.join(REGISTRIES)})\.(?:org|net|com)\b")
HOMES = ("root", "work", "farm", "Users", "tmp/kurashi")
MACHINE = re.compile(rf"(?<![\w.~%}}-])/(?:{'|'.join(HOMES)})/[\w.]|/home/[a-z]+/")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b|raise NotImplemented" r"Error")


def _tracked() -> dict[str, str]:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so nothing tells which files are committed")
    listed = subprocess.run(
        [git, "-c", "safe.directory=*", "-c", "core.quotePath=false", "ls-files"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    found = {}
    for name in listed.stdout.decode().splitlines():
        content = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in content[:8000]:
            found[name] = content.decode("utf-8", errors="replace")
    return found


@pytest.fixture(scope="module")
def tracked() -> dict[str, str]:
    return _tracked()


def _named(pattern: re.Pattern[str], files: dict[str, str]) -> list[tuple[str, str]]:
    return [(name, found[0]) for name, text in files.items() if (found := pattern.search(text))]


def test_that_no_registry_is_named(tracked: dict[str, str]) -> None:
    ours = {name: text for name, text in tracked.items() if "LICENSE" not in name.upper()}
    assert _named(REGISTRY, ours) == []


def test_that_no_folder_of_a_machine_is_named(tracked: dict[str, str]) -> None:
    assert _named(MACHINE, tracked) == []


def test_that_the_lock_holds_versions_and_hashes_only(tracked: dict[str, str]) -> None:
    lock = tracked["requirements.lock"]
    assert "://" not in lock
    assert not re.search(r"^\s*--(?!hash=sha256:)", lock, re.MULTILINE)
    assert not {"uv.lock", "pylock.toml"} & set(tracked)


def test_that_nothing_is_marked_unfinished(tracked: dict[str, str]) -> None:
    code = {name: text for name, text in tracked.items() if name.startswith(("app/", "db/"))}
    assert _named(UNFINISHED, code) == []
