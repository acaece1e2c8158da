"""Start the program: the window, the command line, or ``--check`` to prove it is whole.

Everything is imported late, on purpose: the command line never loads Qt, and the window is
drawn before the database is loaded.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

_WINDOW_OPTIONS = {"--office", "--data"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "--check" in given:
        from app.check import check

        return check()
    if (options := _window_options(given)) is not None:
        gc.disable()  # until the start is over: what is imported stays
        from app.gui.application import run as open_window

        return open_window(**options)
    from app.cli.program import run as run_command

    return run_command(given)


def _window_options(given: list[str]) -> dict[str, Path | None] | None:
    """Return what the window is opened with, or nothing where a command was asked for."""
    found: dict[str, Path | None] = {"office": None, "data": None}
    rest = list(given)
    while rest:
        word = rest.pop(0)
        name, equals, value = word.partition("=")
        if name not in _WINDOW_OPTIONS or not (equals or rest):
            return None
        found[name.removeprefix("--")] = Path(value if equals else rest.pop(0))
    if found["office"] is None and (office := os.environ.get("KURASHI_OFFICE")):
        found["office"] = Path(office)
    return found


if __name__ == "__main__":
    sys.exit(main())
