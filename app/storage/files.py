"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BESIDE = ("-wal", "-shm", "-journal")
_DRAFT = re.compile(r"\.\d+\.new(-wal|-shm|-journal)?$")


@contextmanager
def whole_new_file(target: Path) -> Iterator[Path]:
    """Give a name beside ``target`` to write to; at the end it becomes ``target``.

    What is at ``target`` is replaced only then, and after the new file has reached the disk.
    If the block fails, nothing is left.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        yield draft
        sync_file(draft)
        _remove_beside(target)
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        draft.unlink(missing_ok=True)
        _remove_beside(draft)


def remove_drafts(folder: Path, start: str) -> None:
    """Remove what a program that died left of new files whose names begin with ``start``."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.startswith(f".{start}") and _DRAFT.search(path.name):
            with suppress(OSError):  # the next start tries again
                path.unlink()


def set_aside(path: Path) -> Path:
    """Rename a database, with the log beside it, to a name not yet used, and return that."""
    number = 1
    while (aside := path.with_name(f"{path.stem}-以前の{number}{path.suffix}")).exists():
        number += 1
    for name in ("-wal", "-journal"):
        beside = path.with_name(path.name + name)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + name))
    path.replace(aside)
    path.with_name(path.name + "-shm").unlink(missing_ok=True)
    return aside


def _remove_beside(path: Path) -> None:
    """Remove what a database of this name left: SQLite would apply a log to any new file."""
    for name in _BESIDE:
        path.with_name(path.name + name).unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Wait until what was written to a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows does that by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
