"""Waiting for what a page reads off the window's thread."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from app.gui.framework.jobs import Jobs

_PATIENCE_MS = 20_000
_TURN_MS = 50


def rest(jobs: Jobs) -> None:
    """Let the window run until nothing is being worked on."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while jobs.busy:
        assert not patience.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, _TURN_MS)
    QApplication.processEvents()
