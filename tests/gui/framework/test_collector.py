from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.gui.framework.collector import Collector
from app.gui.framework.jobs import Job, Jobs


class Ring(QObject):
    """Something in a cycle, that only a collection can find."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_that_garbage_is_collected_on_the_thread_of_the_window_only(qtbot: QtBot) -> None:
    collector, jobs = Collector(after_ms=0), Jobs()
    qtbot.wait(50)
    died: list[int] = []
    weakref.finalize(Ring(), lambda: died.append(threading.get_ident()))

    def allocate(_progress: object) -> list[list[int]]:
        return [[number] for number in range(100_000)]

    job = Job(allocate)
    with qtbot.waitSignal(job.succeeded) as kept:
        jobs.start(job)
    assert kept.args
    assert died == []
    qtbot.waitUntil(lambda: died != [])
    assert died == [threading.get_ident()]
    jobs.close()
    collector.close()
    assert gc.isenabled()
