"""One start of a window, run as a process: ``bare`` or ``ours``, with the moment it was begun.

Prints as JSON when the window and the first page were painted, in milliseconds since then, and
with ``watch`` how long the event loop was kept waiting at worst in the three seconds after the
window was there.  Imports nothing the window does not need: measuring shall not change the start.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QTimer

_WATCHED_MS = 3000
_TICK_MS = 4


class Start:
    """Notes moments, and turns the event loop until all of them are there."""

    def __init__(self, began: float, watch: bool) -> None:
        self.began, self.watch = began, watch
        self.noted: dict[str, float] = {}
        self.waits: list[tuple[float, float]] = []
        self._last = 0.0

    def note(self, name: str) -> None:
        self.noted.setdefault(name, (time.monotonic() - self.began) * 1000)

    def loop(self, app: object) -> QTimer:
        from PySide6.QtCore import Qt, QTimer

        timer = QTimer()
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: self._tick(app))
        timer.start(_TICK_MS if self.watch else 20)
        return timer

    def _tick(self, app: object) -> None:
        now = (time.monotonic() - self.began) * 1000
        if self._last and "window" in self.noted:
            self.waits.append((now - self._last - _TICK_MS, self._last))
        self._last = now
        over = now - self.noted.get("window", now) > _WATCHED_MS
        if over if self.watch else "page" in self.noted:
            app.quit()  # type: ignore[attr-defined]


def bare(start: Start) -> None:
    """A window with a label, and nothing else."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:  # noqa: N802
            super().paintEvent(event)  # type: ignore[arg-type]
            start.note("window")
            start.note("page")

    app = QApplication(sys.argv[:1])
    window = Window()
    window.setCentralWidget(QLabel("くらしの台帳"))
    window.resize(1180, 820)
    window.show()
    timer = start.loop(app)
    app.exec()
    timer.stop()


def ours(start: Start, office: str, data: str) -> None:
    """The program as it is, with an ear to the window it builds."""
    from app.__main__ import main as program

    def listen() -> None:
        from PySide6.QtCore import QCoreApplication, QTimer

        from app.gui import application

        build = application.build

        def built(*words: object) -> object:
            desk = build(*words)  # type: ignore[arg-type]

            def painted() -> None:
                desk.window.ui.pages.currentWidget().repaint()
                start.note("page")

            desk.window.painted.connect(lambda: start.note("window"))
            desk.session.opened.connect(lambda: QTimer.singleShot(0, painted))
            desk.timer = start.loop(QCoreApplication.instance())  # type: ignore[attr-defined]
            return desk

        application.build = built  # type: ignore[assignment]

    import gc

    gc.disable()  # the program does so first of all
    listen()
    program(["--office", office, "--data", data])


def main(words: list[str]) -> None:
    start = Start(float(words[1]), words[2] == "watch")
    if words[0] == "bare":
        bare(start)
    else:
        ours(start, *words[3:])
    from json import dumps

    print(dumps({**start.noted, "waits": sorted(start.waits, reverse=True)[:6]}))


if __name__ == "__main__":
    main(sys.argv[1:])
