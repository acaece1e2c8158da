"""What happens when the program itself fails: it is logged, said once, and goes on."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from types import TracebackType

from app.gui.framework.dialogs import Dialogs
from app.kernel.errors import Cancelled, Refusal
from app.kernel.traces import trace

logger = logging.getLogger(__name__)


class Reporter:
    """Logs a fault without personal data and offers its details to copy.

    A refusal that no page caught is told like any other; the same fault is shown only once
    until its dialog is closed, so that a fault in a repaint does not bury the window.
    """

    def __init__(self, dialogs: Dialogs, logs: Path, version: str) -> None:
        self._dialogs = dialogs
        self._logs = logs
        self._version = version
        self._showing = False

    def report(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, Refusal):
            self._dialogs.tell(error.text)
            return
        details = f"くらしの台帳 {self._version}\n{trace(error)}"
        logger.error("fault: %s", details)
        if not self._showing:
            self._showing = True
            try:
                self._dialogs.show_bug(details, self._logs)
            finally:
                self._showing = False

    def install(self) -> None:
        """Become the hook for every exception that nobody catches."""
        sys.excepthook = self._hook

    def _hook(
        self, kind: type[BaseException], error: BaseException, frames: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, frames)
        else:
            self.report(error)
