"""The backup that belongs to closing, 100 MB, checked and synced, beside a plain copy."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.gui.framework.jobs import Job, Jobs
from app.storage.backup import Reason, back_up
from bench.offices import office_of, open_at
from bench.rounds import Line, alternate, compare, figure, timed

_PEOPLE = 58_000
"""So many people and the record of their coming make a file of 100 MB."""
_TICK_MS = 2


def run(folder: Path) -> Iterator[Line]:
    path = office_of(folder, _PEOPLE)
    store = open_at(path)
    backups = folder / "backups"

    def copied() -> float:
        return timed(lambda: _copy(path, folder / "copy.kurashi"))

    def backed_up() -> float:
        took = timed(lambda: back_up(store, backups, Reason.CLOSING))
        shutil.rmtree(backups)
        return took

    size = path.stat().st_size / 1_000_000
    found = alternate({"copy": copied, "backup": backed_up}, rounds=7)
    yield compare(
        "checked backup / copy + sync", found["backup"], found["copy"], 3, note=f"{size:.0f} MB"
    )
    app = QApplication.instance() or QApplication([])
    waits = alternate(
        {
            "job": lambda: _worst(lambda _progress: back_up(store, backups, Reason.CLOSING)),
            "idle": lambda: _worst(lambda _progress: time.sleep(1)),
        },
        rounds=5,
    )
    shutil.rmtree(backups)
    yield figure("longest wait of the window meanwhile", waits["job"], 17)
    yield figure("the same while another thread sleeps", waits["idle"])
    store.close()
    del app


def _copy(path: Path, target: Path) -> None:
    shutil.copyfile(path, target)
    with target.open("rb") as copy:
        os.fsync(copy.fileno())
    target.unlink()


def _worst(work: Callable[[Any], object]) -> float:
    """Run a job and return how long the event loop was kept waiting at worst."""
    loop, jobs, job = QEventLoop(), Jobs(), Job(work)
    last, waits = [0.0], [0.0]

    def tick() -> None:
        now = time.perf_counter() * 1000
        if last[0]:
            waits.append(now - last[0] - _TICK_MS)
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_TICK_MS)
    job.succeeded.connect(loop.quit)
    job.failed.connect(loop.quit)
    jobs.start(job)
    loop.exec()
    jobs.close()
    return max(waits)
