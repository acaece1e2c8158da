"""A list of 1,000,000 rows beside one of 10,000, and a frame of scrolling beside a C++ model.

The list is the window's own: ``ListView``, ``WindowModel``, and a listing that counts itself, as
the records that grow for years do.  Each opening is a process, so that its memory is its own.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.offices import multiplied, office_of
from bench.rounds import Line, alternate, compare, python

_FEW, _MANY = 10_000, 1_000_000


def run(folder: Path) -> Iterator[Line]:
    few, many = office_of(folder, _FEW), multiplied(folder, _MANY)
    memory: dict[str, list[float]] = {"few": [], "many": []}

    def opened(kind: str, office: Path) -> Callable[[], float]:
        def measure() -> float:
            found = json.loads(python("listing", "open", office))
            memory[kind].append(found["memory"])
            return float(found["ms"])

        return measure

    found = alternate({"few": opened("few", few), "many": opened("many", many)}, rounds=7)
    yield compare("1,000,000 rows opened / 10,000", found["many"], found["few"], 2)
    yield compare("their memory / 10,000", memory["many"], memory["few"], 1.3, unit="MB")
    frames = json.loads(python("listing", "scroll", many))
    yield compare("frame of scrolling / C++ model", frames["ours"], frames["standard"], 1.4)
    yield compare("frame after a jump / C++ model", frames["jump"], frames["standard"], None)
