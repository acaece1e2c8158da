"""Collecting Python's garbage on the window's own thread only.

Python looks for garbage on whichever thread happens to allocate.  Widgets in a cycle would then
die on the thread of a job, and Qt ends the program for that.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_STARTED_MS = 5000
_EVERY_MS = 1000


class Collector(QObject):
    """Collects once a second, by Python's own thresholds, from when it is made until ``close``.

    It begins when the start is over, and never looks at what the start has imported: a full
    collection stops every thread, and the window with it, for longer than a frame.
    """

    def __init__(self, parent: QObject | None = None, *, after_ms: int = _STARTED_MS) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(after_ms)
        self._timer.timeout.connect(self._collect)
        self._timer.start()
        self._begun = False

    @Slot()
    def _collect(self) -> None:
        """Collect the oldest generation that is due, if any is."""
        if not self._begun:
            self._begun = True
            gc.freeze()
            self._timer.setInterval(_EVERY_MS)
            return
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        generations = [number for number, (count, limit) in enumerate(due) if count > limit]
        if generations:
            gc.collect(generations[-1])

    def close(self) -> None:
        """Collect everything once more, and leave it to Python again."""
        self._timer.stop()
        if self._begun:
            gc.unfreeze()
        gc.collect()
        gc.enable()
