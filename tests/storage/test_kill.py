"""A short run of the proof; ``make kill`` is the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed unheard there")
@pytest.mark.parametrize("more", [[], ["--encrypt"]], ids=["plain", "encrypted"])
def test_that_a_killed_program_loses_nothing_it_reported(more: list[str]) -> None:
    command = [sys.executable, "-m", "tools.kill_proof", "--kills", "3", *more]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "every one of" in ended.stdout
