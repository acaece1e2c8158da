"""From the start of the process to the window, and to the first page with data.

An office with 100,000 people, drawn into memory (no screen).  LibreOffice opening rows in a window
is not measured: that needs a screen on both sides.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.offices import MANY, office_of
from bench.rounds import Line, Samples, alternate, compare, figure, python

_ROUNDS = 11


def run(folder: Path) -> Iterator[Line]:
    office, data = office_of(folder, MANY), folder / "start-data"
    pages: Samples = []

    def bare() -> float:
        return float(_start("bare")["window"])

    def ours() -> float:
        noted = _start("ours", "time", office, data)
        pages.append(noted["page"])
        return float(noted["window"])

    found = alternate({"bare": bare, "ours": ours}, _ROUNDS)
    yield compare("window with its places / bare window", found["ours"], found["bare"], 1.2)
    yield compare("first page with data / bare window", pages[1:], found["bare"], 2.2)
    watched = alternate(
        {
            "bare": _worst(lambda: _start("bare", "watch")),
            "ours": _worst(lambda: _start("ours", "watch", office, data)),
        },
        rounds=5,
    )
    yield figure("longest wait of the event loop in 3 s", watched["ours"], 50)
    yield figure("the same of the bare window", watched["bare"])


def _start(kind: str, how: str = "time", *words: object) -> Any:
    return json.loads(python("starting", kind, time.monotonic(), how, *words))


def _worst(start: Callable[[], Any]) -> Callable[[], float]:
    return lambda: max((wait for wait, _ in start()["waits"]), default=0.0)
