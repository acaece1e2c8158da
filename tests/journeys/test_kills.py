"""A short run of the proof; ``make kill`` is the long one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be killed unheard there")
def test_that_a_killed_program_loses_nothing_it_reported() -> None:
    command = [sys.executable, "-m", "tools.kill_proof", "--times", "1", "--seed", "2"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    assert "1 kills: every one of" in ended.stdout
