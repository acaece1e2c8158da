"""The self-check of the whole program (``--check``), run inside the built bundle.

It makes a sample office in a temporary folder with every document in both formats, opens every
page of the window on it, and fails if anything was refused or any warning was logged.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from pathlib import Path

from app.cli.program import run
from app.kernel.paths import Paths
from app.wiring import find_paths, now, open_store

_PEOPLE = 60


class _Ears(logging.Handler):
    """Notes every warning, whoever logs it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def check() -> int:
    """Check everything and return the exit code: 0 when the program is whole."""
    ears = _Ears()
    logging.getLogger().addHandler(ears)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        paths = find_paths(home / "home")
        if run(["--data", str(home / "home"), "demo", str(home / "out"), "--people", str(_PEOPLE)]):
            return 1
        pages = _open_pages(home / "out" / "demo.kurashi", paths)
    for sentence in ears.heard:
        sys.stderr.write(sentence + "\n")
    sys.stdout.write(f"点検しました：書類すべて、画面{pages}、警告{len(ears.heard)}\n")
    return 1 if ears.heard else 0


def _open_pages(office: Path, paths: Paths) -> int:
    """Show every page of the window once, off the screen, and return how many there are."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.gui.application import show_every_page  # noqa: PLC0415  Qt, after the platform is set

    store = open_store(office, None, paths)
    try:
        return show_every_page(store, paths, now)
    finally:
        store.close()
