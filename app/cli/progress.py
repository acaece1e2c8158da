"""Progress on standard error: shown at a terminal, once the work has taken a second."""

from __future__ import annotations

import sys
import time

_PATIENCE = 1.0


class TerminalProgress:
    """Shows one line that is written over, and is silent where nobody watches."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._began = time.monotonic()
        self._shown = -1

    def step(self, done: int, total: int) -> None:
        """Show how far the work has come."""
        percent = 100 * done // max(total, 1)
        late = time.monotonic() - self._began > _PATIENCE
        if not (sys.stderr.isatty() and late) or percent == self._shown:
            return
        self._shown = percent
        end = "\n" if done >= total else ""
        print(f"\r{self._what} {percent:3d}%", end=end, file=sys.stderr, flush=True)
