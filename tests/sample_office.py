"""The sample office the tests look at: made once in a run, whichever worker needs it first."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from datetime import datetime
from datetime import time as time_of_day
from pathlib import Path

import pytest

from app.kernel.paths import Paths
from app.kernel.progress import Silent
from app.sample.office import TODAY, make_sample
from app.storage.office_file import open_office
from app.storage.store import Store

PEOPLE, SEED = 75, 1
_LONGEST = 240.0
"""Seconds after which a worker that waits takes it that the one at work has failed."""


def clock() -> datetime:
    """Return the morning of the last day of the sample."""
    return datetime.combine(TODAY, time_of_day(9))


def open_sample(path: Path) -> Store:
    """Open a sample office on its last day."""
    return open_office(path, passphrase=None, clock=clock, backups=None)


def sample_of_run(folders: pytest.TempPathFactory) -> Path:
    """Return the file of this run's sample office; only copies of it are opened."""
    folder = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    made = folder / "sample.kurashi"
    with suppress(FileExistsError):
        (folder / "sample").mkdir()
        paths = Paths.under(folder / "sample" / "home")
        making = make_sample(folder / "sample", paths, people=PEOPLE, seed=SEED, progress=Silent())
        next(making)  # the office; its documents are asked for where they are looked at
        making.close()
        (folder / "sample" / "demo.kurashi").rename(made)
    until = time.monotonic() + _LONGEST
    while not made.exists():
        if time.monotonic() > until:
            raise TimeoutError("the sample office is not made")
        time.sleep(0.05)
    return made
