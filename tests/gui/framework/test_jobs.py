from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRunnable, QThread, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import getAllValidWrappers

from app.gui.framework.excepthook import Reporter
from app.gui.framework.job_progress import JobProgress
from app.gui.framework.jobs import Job, Jobs
from app.kernel.errors import Refusal
from app.kernel.progress import Progress
from tests.gui.fake_dialogs import FakeDialogs


class Listener(QObject):
    """Stands for a page: notes what it hears, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[int] = []
        self.threads: set[QThread] = set()

    @Slot(int, int)
    def hear(self, done: int, _total: int) -> None:
        self.steps.append(done)
        self.threads.add(QThread.currentThread())


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def dialogs() -> FakeDialogs:
    return FakeDialogs()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def progress(jobs: Jobs, dialogs: FakeDialogs, window: QWidget) -> JobProgress:
    return JobProgress(jobs, dialogs, Reporter(dialogs, Path("logs"), "0"), window)


def slowly(progress: Progress) -> str:
    for n in range(200):
        progress.step(n, 200)
        QThread.msleep(2)
    return "done"


def forever(progress: Progress) -> None:
    while True:
        progress.step(1, 2)
        QThread.msleep(2)


def refused(_progress: Progress) -> None:
    raise Refusal("名簿を読めませんでした。")


def broken(_progress: Progress) -> None:
    raise OSError("見本　花子の記録")


def test_that_steps_are_heard_on_the_windows_own_thread(jobs: Jobs, qtbot: QtBot) -> None:
    listener = Listener()
    job = Job(lambda progress: [progress.step(n, 3) for n in range(3)])
    job.progressed.connect(listener.hear)
    with qtbot.waitSignal(job.succeeded):
        jobs.start(job)
    assert listener.steps == [0, 1, 2]
    assert listener.threads <= {QThread.currentThread()}
    qtbot.waitUntil(lambda: not jobs.busy)


def test_that_a_cancelled_job_says_only_that(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(slowly)
    with qtbot.waitSignal(job.cancelled), qtbot.assertNotEmitted(job.succeeded):
        jobs.start(job)
        job.cancel()


def test_that_a_failing_job_hands_over_its_error(jobs: Jobs, qtbot: QtBot) -> None:
    job = Job(broken)
    with qtbot.waitSignal(job.failed) as told:
        jobs.start(job)
    assert isinstance(told.args[0], OSError)


def test_that_a_page_may_go_while_its_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    page = Listener()
    job = Job(slowly)
    job.progressed.connect(page.hear)
    with qtbot.waitSignal(job.progressed):
        jobs.start(job)
    page.deleteLater()
    with qtbot.waitSignal(job.succeeded):
        del page


def test_that_closing_waits_for_the_job_to_stop(jobs: Jobs) -> None:
    jobs.start(Job(forever))
    jobs.close()
    assert jobs._pool.activeThreadCount() == 0


def test_that_a_short_job_shows_nothing(
    jobs: Jobs, progress: JobProgress, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    job = Job(lambda _progress: 1)
    with qtbot.waitSignal(job.succeeded):
        jobs.start(job)
    assert progress.bar is None
    assert dialogs.asked == []


@pytest.mark.parametrize("writes", [True, False])
def test_that_a_long_job_shows_its_progress_and_can_be_stopped(
    jobs: Jobs, progress: JobProgress, window: QWidget, qtbot: QtBot, writes: bool
) -> None:
    job = Job(forever, title="名簿を取り込んでいます", writes=writes)
    jobs.start(job)
    assert window.isEnabled() is not writes
    qtbot.waitUntil(lambda: progress.bar is not None)
    bar = progress.bar
    assert bar is not None
    assert bar.labelText() == "名簿を取り込んでいます"
    assert bar.isModal() is writes
    with qtbot.waitSignal(job.cancelled):
        bar.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: progress.bar is None)
    assert window.isEnabled()


def test_that_what_a_job_was_refused_for_is_told(
    jobs: Jobs, progress: JobProgress, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    job = Job(refused, writes=True)
    jobs.start(job)
    qtbot.waitUntil(lambda: bool(dialogs.asked))
    assert dialogs.told == ["名簿を読めませんでした。"]


def test_that_a_fault_of_a_job_is_reported_without_names(
    jobs: Jobs, progress: JobProgress, dialogs: FakeDialogs, qtbot: QtBot
) -> None:
    job = Job(broken, writes=True)
    jobs.start(job)
    qtbot.waitUntil(lambda: bool(dialogs.asked))
    ((method, details),) = dialogs.asked
    assert method == "show_bug"
    assert "OSError" in details
    assert "花子" not in details


def test_that_the_cursor_is_where_it_was_after_a_writing_job(
    jobs: Jobs, progress: JobProgress, window: QWidget, qtbot: QtBot
) -> None:
    window.activateWindow()
    field = window.findChild(QLineEdit)
    field.setFocus()
    job = Job(lambda _progress: 1, writes=True)
    jobs.start(job)
    assert not window.isEnabled()
    qtbot.waitUntil(window.isEnabled)
    assert window.focusWidget() is field


def test_that_no_wrapper_of_a_runnable_outlives_its_job(jobs: Jobs, qtbot: QtBot) -> None:
    """One that did would be taken for whatever Qt puts at its address next."""
    for _ in range(50):
        job = Job(_nothing)
        with qtbot.waitSignal(job.succeeded):
            jobs.start(job)
    assert not [one for one in getAllValidWrappers() if isinstance(one, QRunnable)]


def _nothing(_progress: Progress) -> None:
    """Stands for work that is over at once."""
